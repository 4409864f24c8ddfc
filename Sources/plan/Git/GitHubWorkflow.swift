/// A workflow of GitHub Actions that checks plans and comments what a pull request changes in them.
enum GitHubWorkflow {
  /// - Parameter plans: From the top of the repository; none stands for one that is still to be named.
  /// - Returns: A file for `.github/workflows`.
  static func text(for plans: [String]) -> String {
    let safe = plans.filter(canStandInAWorkflow)
    let names = safe.isEmpty ? ["q3.plan"] : safe
    // As deep as the lines around them, which YAML takes away.
    let list = names.map { "          \($0)" }.joined(separator: "\n")
    return """
      # Checks plans, and comments on a pull request what it changes in them and what follows.
      # Printed by `plan git-setup --print github`; belongs into .github/workflows/plan.yml.
      name: plan
      on:
        pull_request:
          paths: ["**.plan", "**.plan.lock"]
      permissions:
        contents: read
        pull-requests: write
      jobs:
        consequences:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
              with:
                fetch-depth: 0
            # Put `plan` on the PATH here, from wherever you keep its builds.
            - run: plan --version
            - name: Check, and say what follows
              env:
                BASE: ${{ github.base_ref }}
              run: |
                status=0
                : > comment.md
                while IFS= read -r file; do
                  plan check "$file" --format github || status=1
                  if git cat-file -e "origin/$BASE:$file" 2> /dev/null; then
                    plan diff "origin/$BASE..." "./$file" --format markdown >> comment.md || status=1
                  else
                    printf '%s is new.\\n' "$file" >> comment.md
                  fi
                done <<'PLANS'
      \(list)
                PLANS
                exit $status
            # What comes from a fork may read and not comment.
            - name: Comment
              if: ${{ !cancelled() && github.event.pull_request.head.repo.full_name == github.repository }}
              env:
                GH_TOKEN: ${{ github.token }}
                NUMBER: ${{ github.event.pull_request.number }}
              run: gh pr comment "$NUMBER" --edit-last --create-if-none --body-file comment.md

      """
  }

  /// A line is a name, and what stands in `${{ }}` would be evaluated: such a name is left to its owner.
  private static func canStandInAWorkflow(_ name: String) -> Bool {
    !name.contains(where: \.isNewline) && !name.contains("${{")
  }
}
