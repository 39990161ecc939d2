// Read whatever libFuzzer thinks of as a workbook. The checksums of an archive keep it out of the parts, so its first
// byte chooses: the whole input is the archive, or the rest is a part of a sound one.
//
// KPID_FUZZ=1 swift run -c release WorkbookFuzz -max_len=4096 -dict=Tests/Fuzz/Workbook/workbook.dict corpus

import FuzzDriver
import KPIIngest

private let limits: WorkbookLimits = {
    var limits = WorkbookLimits()
    limits.totalBytes = 1 << 20
    limits.textBytes = 1 << 20
    limits.rows = 10_000
    return limits
}()

@_cdecl("WorkbookFuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz(count, arguments) { unsafe testOneInput(input($0, $1)) }
}

private func testOneInput(_ bytes: [UInt8]) -> CInt {
    guard let first = bytes.first else { return 0 }
    let part = Array(bytes.dropFirst())
    let archive: [UInt8]
    switch first % 8 {
    case 0: archive = bytes
    case 1: archive = part
    case 2: archive = sound.replacing("xl/workbook.xml", with: part)
    case 3: archive = sound.replacing("xl/_rels/workbook.xml.rels", with: part)
    case 4: archive = sound.replacing("xl/styles.xml", with: part)
    case 5: archive = sound.replacing("xl/sharedStrings.xml", with: part)
    default: archive = sound.replacing("xl/worksheets/sheet1.xml", with: part)
    }
    guard let sheets = try? Workbook.read(archive, limits: limits) else { return 0 }
    guard sheets.reduce(0, { $0 + $1.bytes.count }) <= limits.textBytes else {
        fatalError("more text than may be")  // the finding
    }
    for sheet in sheets { check(sheet) }
    return 0
}

/// The text can be read by lines: a line break in a cell would move all rows below it.
private func check(_ sheet: SheetText) {
    guard String(validating: sheet.bytes, as: UTF8.self) != nil else { fatalError("no UTF-8") }  // the finding
    var reader = CSVReader(sheet.bytes)
    var record = reader.makeRecord()
    var records = 0
    while reader.next(into: &record) {
        records += 1
        guard record.line == records, !record.hasTextAfterQuote else {
            fatalError("record \(records) is on line \(record.line)")  // the finding
        }
    }
    guard reader.flaw == nil else { fatalError("\(String(describing: reader.flaw))") }  // the finding
}
