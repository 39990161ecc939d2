import Diagnostics
import Foundation
import KPICore
import KPIConfiguration
import KPIIngest

/// The folder of an Open SDG site, as far as targets are made of it.
struct OpenSDGSite {
    private(set) var sources: [OpenSDGImport.Source] = []
    let labels: OpenSDGLabels

    /// Every mistake in every page is told; with one nothing is made.
    init(_ folder: String) throws {
        let meta = folder + "/meta"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: meta) else {
            throw Failure(
                .notFound, zh: "没有文件夹 \(meta)：请指明 Open SDG 站点的数据目录。",
                en: "there is no folder \(meta): name the data repository of an Open SDG site.")
        }
        labels =
            FileManager.default.contents(atPath: folder + "/labels.csv")
            .map { OpenSDGLabels(csv: Array($0)) } ?? OpenSDGLabels()
        var mistakes: [Diagnostic] = []
        for name in names.sorted() where name.hasSuffix(".md") {
            let path = "\(meta)/\(name)"
            let id = String(name.dropLast(3))
            guard let page = FileManager.default.contents(atPath: path) else {
                throw Failure(.notFound, zh: "无法读取 \(path)。", en: "\(path) cannot be read.")
            }
            let read = OpenSDGFrontMatter.read(SourceText(name: path, bytes: Array(page)), indicator: id)
            mistakes += read.diagnostics.filter { $0.severity == .error }
            guard let indicator = read.indicator, !indicator.series.isEmpty else { continue }
            let data = FileManager.default.contents(atPath: "\(folder)/data/indicator_\(id).csv").map { Array($0) }
            sources.append(OpenSDGImport.Source(indicator, data: data))
        }
        guard mistakes.isEmpty else {
            StandardError.write(DiagnosticRenderer().render(mistakes))
            throw Failure(.failure, zh: "\(mistakes.count) 处错误。", en: "\(mistakes.count) mistakes.")
        }
        guard !sources.isEmpty else {
            throw Failure(
                .notFound, zh: "\(meta) 里没有设置了 progress_calculation_options 的指标。",
                en: "no indicator in \(meta) has progress_calculation_options.")
        }
    }
}
