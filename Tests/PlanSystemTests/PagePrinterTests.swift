import PlanSystem
import Testing

/// PDF by whoever is installed.
@Suite struct PagePrinterTests {
  private static let installed = PagePrinter.programs.filter(PagePrinter.isOnPath)

  @Test(
    .enabled(if: !installed.isEmpty, "nothing that prints pages is installed"), arguments: installed
  )
  func aPageIsPrinted(program: String) throws {
    let pages = [1, 3].map { count in
      let sheets = (1...count).map { "<p style=\"break-before:page\">Page \($0)</p>" }.joined()
      return
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>T</title></head><body>\(sheets)</body></html>\n"
    }
    let prints = try pages.map { try PagePrinter.pdf(of: $0, by: [program]) }
    for print in prints {
      #expect(print.starts(with: Array("%PDF-".utf8)))
      #expect(String(decoding: print.suffix(8), as: UTF8.self).contains("%%EOF"))
    }
    #expect(prints[0].count < prints[1].count)
  }

  @Test func whoeverIsMissingIsNamed() {
    do throws(PagePrinter.Failure) {
      _ = try PagePrinter.pdf(of: "<p>", by: ["no-such-printer", "nor-this-one"])
      Issue.record("it was printed")
    } catch {
      guard case .nobody(let programs) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(programs == ["no-such-printer", "nor-this-one"])
    }
  }

  @Test(arguments: ["true", "false"])
  func whoMakesNothingIsNamed(program: String) {
    do throws(PagePrinter.Failure) {
      _ = try PagePrinter.pdf(of: "<p>", by: [program])
      Issue.record("it was printed")
    } catch {
      guard case .failed(program, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
