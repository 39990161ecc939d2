package import KPICore

/// The assessed indicators of an Open SDG site as files of ours: targets judged by growth, and reports of their figures.
/// Text in, text out; whoever calls it reads and writes the files.
///
///     let (indicator, mistakes) = OpenSDGFrontMatter.read(page, indicator: "1-1-1")   // meta/1-1-1.md, KPIConfiguration
///     let site = [OpenSDGImport.Source(indicator, data: bytes)]                       // data/indicator_1-1-1.csv
///     let made = OpenSDGImport(site, unit: "canada", section: "Canadian Indicator Framework")
///     // made.targets -> targets/open-sdg.yaml, made.reports -> the inbox, made.remarks -> the person who asked
package struct OpenSDGImport: Sendable {
    package struct Source: Sendable {
        let indicator: OpenSDGIndicator
        let data: [UInt8]?

        /// - Parameter data: the bytes of its CSV file; nil where there is none.
        package init(_ indicator: OpenSDGIndicator, data: [UInt8]?) {
            (self.indicator, self.data) = (indicator, data)
        }
    }

    /// A file of `targets/`.
    package let targets: String
    /// A report in CSV, with every figure from the base years on.
    package let reports: String
    /// What was left out or changed, and why.
    package let remarks: [Label]

    /// `unit` is the one that reports.
    package init(_ site: [Source], labels: OpenSDGLabels = OpenSDGLabels(), unit: UnitID, section: String) {
        var text = OpenSDGTargetsText(unit: unit, section: section)
        var rows = [["indicator", "unit", "period", "form", "value"]]
        var remarks: [Label] = []
        for source in site {
            let found = source.data.map { OpenSDGData.figures($0, of: source.indicator.series, labels: labels) }
            for (place, series) in source.indicator.series.enumerated() {
                let id = Self.id(of: source.indicator, place)
                var figures: [GrowthPoint] = []
                switch found?[place] {
                case .success(let points): figures = points.filter { $0.year >= series.baseYear }
                case .failure(let flaw): remarks.append(Label("\(id): \(flaw)"))
                case nil: remarks.append(Label(zh: "\(id)：没有数据文件", en: "\(id): there is no file of data"))
                }
                if let objection = text.add(id, source.indicator, series, until: figures.last?.year) {
                    remarks.append(objection)
                    continue
                }
                rows += figures.map { [id.text, unit.text, "\($0.year)", "level", Decimal.shortest($0.value)] }
            }
        }
        targets = text.text
        reports = rows.map(CSVWriter.record).joined()
        self.remarks = remarks + text.remarks
    }

    /// `sdg-1-1-1`, or `sdg-1-1-1.2` for the second of several series.
    package static func id(of indicator: OpenSDGIndicator, _ place: Int) -> TargetID {
        let name = indicator.id.lowercased().map { letter in
            letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-") ? letter : "-"
        }
        let number = indicator.series.count > 1 ? ".\(place + 1)" : ""
        return TargetID("sdg-" + String(name.prefix(50)) + number)
    }
}
