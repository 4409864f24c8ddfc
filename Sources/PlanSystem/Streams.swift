#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The process's own streams, by descriptor, since C's `stdout` is shared mutable state.
package enum Streams {
  package static let outputDescriptor: Int32 = 1
  package static let errorDescriptor: Int32 = 2

  /// Data, to standard output.
  ///
  /// - Throws: `FileFailure`, also when the reader of a pipe has gone.
  package static func writeOutput(_ text: String) throws(FileFailure) {
    try writeOutput(Array(text.utf8))
  }

  /// The same of bytes as they are.
  ///
  /// - Throws: `FileFailure`.
  package static func writeOutput(_ bytes: [UInt8]) throws(FileFailure) {
    try write(bytes, descriptor: outputDescriptor, name: "standard output")
  }

  /// Words, to standard error; what cannot be said there is lost.
  package static func writeError(_ text: String) {
    try? write(Array(text.utf8), descriptor: errorDescriptor, name: "standard error")
  }

  /// Writing to a closed pipe, or beyond what a file may hold, answers an error instead of ending the process in silence.
  package static func answerErrors() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  static func write(
    _ bytes: [UInt8], descriptor: Int32, name: String
  ) throws(FileFailure) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { slice in
        posixWrite(descriptor, slice)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name)
      }
      offset += count
    }
  }

  /// One `read`, tried again when a signal came in between.
  static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      return count
    }
  }
}

private func posixWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
