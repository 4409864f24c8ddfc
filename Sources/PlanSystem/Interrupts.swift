internal import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Ctrl-C while something takes long: the first asks for the answer so far, the second ends the program.
package enum Interrupts {
  private static let wasAsked = Atomic<Bool>(false)

  /// From now on the first SIGINT is noted instead of ending the program; behind it the system's own way is back.
  package static func note() {
    // The flag has to be there before a handler, which may not allocate, touches it.
    wasAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interrupts.wasAsked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    // Whoever starts the program from a thread that holds signals back hands that down.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
  }

  /// Whether there was one; safe to ask from any thread, as often as one likes.
  package static var areAsked: Bool { wasAsked.load(ordering: .relaxed) }
}
