#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The file that this program is.
package enum Executable {
  /// Words that tell it from other builds of the same version: where its file lies, how large it is and when it was written;
  /// `nil` where that is not to be found out.
  package static var identity: String? {
    var status = stat()
    guard let path, stat(path, &status) == 0 else { return nil }
    let time = status.written
    return
      "\(status.st_dev) \(status.st_ino) \(status.st_size) \(time.tv_sec) \(time.tv_nsec)"
  }

  private static var path: String? {
    #if canImport(Darwin)
    var size = UInt32(PATH_MAX)
    var buffer = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
    return "/proc/self/exe"
    #endif
  }
}
