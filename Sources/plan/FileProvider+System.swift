internal import PlanSystem
internal import PlanWorkbench

extension FileProvider {
  /// The machine's files inside a plan's root.
  init(_ root: PlanRoot) {
    self.init(
      find: { path, importer in
        let importer = importer == Files.standardInputName ? "" : importer
        switch root.find(path, from: importer) {
        case .file(let real, let shown): return .file(real: real, shown: shown)
        case .outside: return .outside
        case .nowhere(let failure):
          return .nowhere(
            reason: failure.reason, neighbours: root.neighbours(of: path, from: importer))
        }
      },
      read: { real, sizeMax in
        do throws(FileFailure) {
          return .bytes(try Files.read(real, sizeMax: sizeMax, mustBeRegular: true))
        } catch {
          return .failure(reason: error.reason, isLimit: error.kind == .limit)
        }
      })
  }
}
