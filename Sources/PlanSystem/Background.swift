internal import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Work on a thread of its own, for which somebody waits only as long as they want to.
package enum Background {
  /// Does something and waits for it.
  ///
  /// - Parameters:
  ///   - isUnwanted: Whether nobody wants to wait any more; asked on the waiting thread, some fifty times a second and at each
  ///     signal.
  ///   - patience: Milliseconds for which it is waited for even then: what is nearly done is not thrown away.
  ///   - work: What takes long; it is told whether it is unwanted, and goes on unseen until it ends by itself.
  /// - Returns: Whether it was done.
  package static func wait(
    until isUnwanted: () -> Bool, patience: Int,
    for work: @escaping @Sendable (_ isUnwanted: @escaping @Sendable () -> Bool) -> Void
  ) -> Bool {
    let job = Job(work)
    guard let job, job.start() else {
      // No thread is to be had, so nobody can give it up.
      work { false }
      return true
    }
    var left = patience
    while !job.ends(within: tick) {
      if isUnwanted() { job.giveUp() }
      if job.isUnwanted {
        left -= Int(tick)
        if left <= 0 { return false }
      }
    }
    return true
  }

  /// Milliseconds between two looks.
  private static let tick: Int32 = 20

  /// As much stack as the first thread of a program has; other threads are given less on some systems.
  fileprivate static let stackSize = 8 << 20
}

/// Something that is being done.
///
/// The thread and who waits hold it, whoever ends first.
private final class Job: Sendable {
  private let work: @Sendable (_ isUnwanted: @escaping @Sendable () -> Bool) -> Void
  private let wasGivenUp = Atomic<Bool>(false)
  /// A pipe: its end of writing is closed when the work is done.
  private let done: (reading: Int32, writing: Int32)

  init?(_ work: @escaping @Sendable (_ isUnwanted: @escaping @Sendable () -> Bool) -> Void) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    done = (ends[0], ends[1])
    self.work = work
  }

  deinit { close(done.reading) }

  var isUnwanted: Bool { wasGivenUp.load(ordering: .relaxed) }

  func giveUp() { wasGivenUp.store(true, ordering: .relaxed) }

  /// Whether the work ends in so many milliseconds; a signal ends the waiting as well.
  func ends(within milliseconds: Int32) -> Bool {
    var end = pollfd(fd: done.reading, events: Int16(POLLIN), revents: 0)
    return poll(&end, 1, milliseconds) > 0
  }

  /// Begins; `false` where there is no thread to be had.
  func start() -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Background.stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let context = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Darwin)
    var thread: pthread_t?
    let failed = pthread_create(&thread, &attributes, { Job.run($0) }, context)
    #else
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, &attributes, { $0.flatMap { context in Job.run(context) } }, context)
    #endif
    if failed != 0 {
      Unmanaged<Job>.fromOpaque(context).release()
      close(done.writing)
    }
    return failed == 0
  }

  private static func run(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let job = Unmanaged<Job>.fromOpaque(context).takeRetainedValue()
    job.work { job.isUnwanted }
    close(job.done.writing)
    return nil
  }
}
