/// What is said of a sheet that can be read.
extension Remark {
    static func hiddenSheet(_ name: String) -> Remark {
        .note(.hidden, zh: "工作表“\(excerpted(name))”是隐藏的。", en: "the sheet '\(excerpted(name))' is hidden.")
    }

    static func hiddenLines(rows: Int, columns: Int, in sheet: String) -> Remark {
        .note(
            .hidden, zh: "工作表“\(excerpted(sheet))”有\(rows)个隐藏行和\(columns)个隐藏列填有内容，照样读取。",
            en: "the sheet '\(excerpted(sheet))' has contents in \(rows) hidden rows and \(columns) hidden columns; "
                + "they were read like the others.")
    }

    static func mergesFilled(_ count: Int, in sheet: String) -> Remark {
        .note(
            .merged, zh: "工作表“\(excerpted(sheet))”有\(count)处纵向合并的单元格，其值用于所合并的各行。",
            en: "the sheet '\(excerpted(sheet))' has \(count) cells merged over several rows; "
                + "each counts for every row that it spans.")
    }

    static func formulaWithoutResult(_ cell: CellReference) -> Remark {
        .reject(
            .formulaResult, zh: "\(cell)的公式没有保存结果：请用表格软件打开、重新计算并保存，或粘贴为数值后再报送。",
            en: "the formula in \(cell) was saved without its result: open the file with a spreadsheet program, "
                + "compute and save it, or paste the value in its place.")
    }

    static func formulaFailed(_ cell: CellReference, _ error: String) -> Remark {
        .reject(
            .formulaResult, zh: "\(cell)的公式出错（\(excerpted(error))）：请改正公式，或粘贴为数值后再报送。",
            en: "the formula in \(cell) fails (\(excerpted(error))): correct it, or paste the value in its place.")
    }
}
