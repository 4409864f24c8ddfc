internal import PlanDialogue
internal import PlanSystem
internal import PlanWorkbench

/// The files of a session on the disk.
struct Disk: Sendable {
  /// The plan's own file, with links followed; `nil` while it has none.
  let plan: String?

  /// What a session is told of them.
  ///
  /// - Parameter effort: How its answers are searched for.
  /// - Returns: Reading and writing of these files.
  func surroundings(_ effort: SearchEffort) -> Surroundings {
    var surroundings = Surroundings(effort: effort, read: read, write: write)
    surroundings.names = { Files.names(in: $0) }
    return surroundings
  }

  private func read(_ file: String?) -> Surroundings.Content {
    guard let path = file ?? plan else { return .missing }
    do throws(FileFailure) {
      return .bytes(try Files.read(path, sizeMax: CheckOptions.fileSizeMax, mustBeRegular: true))
    } catch {
      return Files.isThere(path) ? .failure(error.reason) : .missing
    }
  }

  private func write(_ files: [Surroundings.Write]) -> String? {
    var writes: [FileWrite] = []
    for file in files {
      let path: String? =
        switch file.place {
        case .plan: plan
        case .path(let path): path
        }
      guard let path else { return "the plan has no file yet" }
      // What is to be new replaces nothing.
      if file.expected == [], Files.isThere(path) { return "\(path): it is there already" }
      writes.append(
        FileWrite(
          path: path, bytes: file.bytes, expected: file.expected == [] ? nil : file.expected))
    }
    do throws(FileFailure) {
      try Files.writeAtomically(writes)
      return nil
    } catch {
      return "\(error.path): \(error.reason)"
    }
  }
}
