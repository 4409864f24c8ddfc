#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Another program while it runs, with pipes to its input and from its output.
///
/// Of our own rather than a library's: what is read from a repository is known only while it is read (an import stands in the
/// file that was asked for last), so one `git` is asked question after question, in step, from code that does not suspend.
final class ChildProcess {
  private let pid: pid_t
  private var input: Int32
  private let output: Int32
  /// Below 0 where nobody listens.
  private let errors: Int32

  /// Starts a program that is looked for in `PATH`.
  ///
  /// - Parameters:
  ///   - program: Its name.
  ///   - arguments: Behind the name.
  ///   - environment: All of its environment, `NAME=value`.
  ///   - hearsErrors: Whether `end` reads its complaints. Where nobody does they go nowhere: a pipe that is full would stop it.
  ///   - outlivesInterrupts: Whether Ctrl-C does not reach it: that asks us for the best so far, and what is still to be read for
  ///     that is asked of this program.
  /// - Throws: `FileFailure` where it cannot be started.
  init(
    _ program: String, _ arguments: [String], environment: [String], hearsErrors: Bool = true,
    outlivesInterrupts: Bool = false
  ) throws(FileFailure) {
    var pipes: [Int32] = []
    func closeAll() { for descriptor in pipes { close(descriptor) } }
    for _ in 0..<(hearsErrors ? 3 : 2) {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let reason = failure(program)
        closeAll()
        throw reason
      }
      // What another thread starts in between may hold an end open for as long as it runs; nothing of ours does.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes += ends
    }
    let child = [pipes[0], pipes[3]] + (hearsErrors ? [pipes[5]] : [])
    (input, output, errors) = (pipes[1], pipes[2], hearsErrors ? pipes[4] : -1)
    do throws(FileFailure) {
      pid = try Self.spawn(
        program, arguments, environment, child, inGroupOfOwn: outlivesInterrupts)
    } catch {
      closeAll()
      throw error
    }
    for end in child { close(end) }
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
    if errors >= 0 { close(errors) }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String], _ ends: [Int32],
    inGroupOfOwn: Bool
  ) throws(FileFailure) -> pid_t {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, end) in ends.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
    }
    if ends.count < 3 {
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    // We answer to closed pipes ourselves; what we start should end by them, as it does under a shell.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    let group = inGroupOfOwn ? Int16(POSIX_SPAWN_SETPGROUP) : 0
    posix_spawnattr_setflags(&attributes, group | Int16(POSIX_SPAWN_SETSIGDEF))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var pid: pid_t = 0
    let code = posix_spawnp(&pid, program, &actions, &attributes, &words, &variables)
    guard code == 0 else {
      errno = code
      throw failure(program)
    }
    return pid
  }

  // MARK: In step

  /// Sends bytes to the program.
  ///
  /// - Throws: `FileFailure`, also where it has ended.
  func send(_ bytes: [UInt8]) throws(FileFailure) {
    try Streams.write(bytes, descriptor: input, name: "a pipe")
  }

  /// The next bytes of its output, at least one unless it is over.
  func receive(upTo count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, Streams.readSome(output, UnsafeMutableRawBufferPointer(buffer)))
    }
  }

  // MARK: To its end

  /// What a program came to.
  struct Ended {
    let output: [UInt8]
    let errors: String
    /// 0 where all is well; a signal counts as 128 and its number, as shells say it.
    let status: Int32
  }

  /// Reads all that the program says, and waits until it is over.
  ///
  /// - Parameter sizeMax: Bytes of output above which it is given up.
  /// - Returns: What it said; `nil` where that was too much.
  func end(sizeMax: Int) -> Ended? {
    closeInput()
    var said: [UInt8] = []
    var complaints: [UInt8] = []
    var open = Set([output, errors].filter { $0 >= 0 })
    while !open.isEmpty {
      var polled = [output, errors].filter(open.contains).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      if poll(&polled, nfds_t(polled.count), -1) < 0, errno != EINTR { break }
      for one in polled where one.revents != 0 {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = chunk.withUnsafeMutableBytes { Streams.readSome(one.fd, $0) }
        if count <= 0 { open.remove(one.fd) }
        guard count > 0 else { continue }
        if one.fd == output {
          said += chunk[..<count]
        } else if complaints.count < Self.complaintsMax {
          complaints += chunk[..<count]
        }
      }
      if said.count > sizeMax {
        kill(pid, SIGKILL)
        _ = wait()
        return nil
      }
    }
    return Ended(
      output: said, errors: String(decoding: complaints, as: UTF8.self), status: wait())
  }

  /// Tells the program that nothing else comes, and waits until it is over.
  func finish() {
    closeInput()
    _ = wait()
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  private func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      if errno != EINTR { return -1 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Nobody reads more of a complaint.
  private static let complaintsMax = 1 << 16
}
