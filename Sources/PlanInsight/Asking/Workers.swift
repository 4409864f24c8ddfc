internal import Dispatch
internal import Synchronization

/// Threads that answer questions which do not hang on one another.
package struct Workers: Sendable {
  /// How many questions may be thought about at once; the answers do not hang on it.
  package var threads: Int

  package init(threads: Int) { self.threads = max(1, threads) }

  /// Answers each of some questions, in their order.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - order: Their numbers as they are begun, best with those first that take longest, so that nobody waits for the last; `nil`
  ///     begins them as they are numbered.
  ///   - answer: Answers one, from its number alone; called from several threads.
  /// - Returns: One answer a question.
  package func answers<Answer: Sendable>(
    _ count: Int, order: [Int]? = nil, _ answer: @Sendable (Int) -> Answer
  ) -> [Answer] {
    guard threads > 1, count > 1 else { return (0..<max(count, 0)).map(answer) }
    let found = Mutex([Answer?](repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard turn < count else { return }
        let index = order?[turn] ?? turn
        let value = answer(index)
        found.withLock { $0[index] = value }
      }
    }
    return found.withLock { $0.compactMap(\.self) }
  }
}
