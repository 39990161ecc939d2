/// A name that ends in Manager, Helper or Util says that nobody knew what the thing is.
struct PlainNames: Rule {
    private static let keywords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias", "func"]

    func findings(in file: SourceFile) -> [Finding] {
        let declared = file.lines.indices.compactMap { index in
            declaredName(on: file.lines[index]).map { (index, $0) }
        }
        return ([(0, file.stem)] + declared).filter { isVague($0.1) }.map { index, name in
            file.finding(index, "'\(name)' does not say what it does: name it after its one task")
        }
    }

    private func declaredName(on line: SourceLine) -> String? {
        guard !line.words.isDisjoint(with: Self.keywords) else { return nil }
        let pattern = #/\b(?:struct|class|enum|actor|protocol|typealias|func)\s+(\w+)/#
        return line.code.firstMatch(of: pattern).map { String($0.1) }
    }

    private func isVague(_ name: String) -> Bool {
        name.contains(#/(?:[Mm]anager|[Hh]elper|[Uu]til(?:s|ity|ities)?)s?(?:$|[A-Z+])/#)
    }
}
