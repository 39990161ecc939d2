extension Remark {
    init(_ flaw: WorkbookFlaw) {
        switch flaw {
        case .otherFormat(let kind): self = Self.otherFormat(kind)
        case .encrypted:
            self = .reject(
                .fileLocked, zh: "工作簿加了密码，无法读取：请取消密码后另存，再重新报送。",
                en: "the workbook is encrypted and cannot be read: save it without a password and send it again.")
        case .damagedArchive, .damagedEntry, .packing, .missingPart, .malformed, .noSheets, .cell:
            self = Self.damage(flaw)
        case .unsafeName(let name):
            self = Self.unsafe(
                "压缩包内有不安全的文件名“\(excerpted(name))”", "its archive holds the unsafe name '\(excerpted(name))'")
        case .nameTwice(let name):
            self = Self.unsafe("压缩包内有两个“\(excerpted(name))”", "its archive holds '\(excerpted(name))' twice")
        case .doctype(let part):
            self = Self.unsafe(
                "“\(excerpted(part))”含文档类型声明（DTD）", "'\(excerpted(part))' declares a document type (DTD)")
        case .limit(let measure, let limit, let place): self = Self.limit(measure, limit, place)
        }
    }

    private static func otherFormat(_ kind: WorkbookFlaw.Kind) -> Remark {
        let (zh, en) =
            switch kind {
            case .xls: ("旧版Excel（.xls）文件", "a file of old Excel (.xls)")
            case .xlsb: ("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)")
            case .ods: ("OpenDocument表格（.ods）", "an OpenDocument spreadsheet (.ods)")
            case .other: ("别的压缩文件，不是工作簿", "an archive of something else and no workbook")
            case .unknown: ("别的内容，不是XLSX工作簿", "something else and no XLSX workbook")
            }
        return .reject(
            .fileType, zh: "文件是\(zh)：请用表格软件另存为XLSX或CSV（UTF-8）后重新报送。",
            en: "the file is \(en): save it as XLSX or as CSV (UTF-8) with a spreadsheet program and send it again.")
    }

    private static func damage(_ flaw: WorkbookFlaw) -> Remark {
        let (zh, en) =
            switch flaw {
            case .damagedEntry(let name): ("“\(excerpted(name))”解不开", "'\(excerpted(name))' cannot be unpacked")
            case .packing(let name):
                ("“\(excerpted(name))”的压缩方式不受支持", "'\(excerpted(name))' is packed in an unsupported way")
            case .missingPart(let name): ("缺少“\(excerpted(name))”", "'\(excerpted(name))' is missing")
            case .malformed(let part, let line, let reason):
                (
                    "“\(excerpted(part))”第\(line)行的XML有误（\(reason)）",
                    "the XML of '\(excerpted(part))' is wrong on its line \(line) (\(reason))"
                )
            case .noSheets: ("其中没有工作表", "it has no worksheet")
            case .cell(let cell, let sheet, let mistake): place(cell, sheet, mistake)
            default: ("压缩包不完整", "its archive is not whole")
            }
        return .reject(
            .fileDamaged, zh: "工作簿已损坏：\(zh)。请用表格软件打开、另存为XLSX或CSV后重新报送。",
            en:
                "the workbook is damaged: \(en). Open it with a spreadsheet program, save it as XLSX or CSV and send it again."
        )
    }

    private static func place(
        _ cell: String, _ sheet: String, _ mistake: WorkbookFlaw.CellMistake
    ) -> (String, String) {
        let (zh, en) =
            switch mistake {
            case .reference: ("位置不存在", "is no place in a sheet")
            case .order: ("没有按顺序排列", "is out of order")
            case .sharedString: ("引用的文字不存在", "refers to a text that is not there")
            case .format: ("引用的格式不存在", "refers to a format that is not there")
            case .number: ("的数值不是数字", "holds a number that is none")
            }
        return (
            "工作表“\(excerpted(sheet))”的单元格\(excerpted(cell))\(zh)",
            "the cell \(excerpted(cell)) of sheet '\(excerpted(sheet))' \(en)"
        )
    }

    private static func unsafe(_ zh: String, _ en: String) -> Remark {
        .reject(
            .fileUnsafe, zh: "工作簿可能有害，未读取：\(zh)。请用表格软件新建工作簿、粘贴内容后重新报送。",
            en:
                "the workbook may do harm and was not read: \(en). Paste its contents into a new workbook and send that."
        )
    }

    private static func limit(_ measure: WorkbookFlaw.Measure, _ limit: Int, _ place: String) -> Remark {
        let place = excerpted(place)
        let (zh, en) =
            switch measure {
            case .entries: ("压缩包内的文件超过\(limit)个", "its archive holds more than \(limit) files")
            case .entryBytes: ("“\(place)”解压后超过\(limit)字节", "'\(place)' unpacks to more than \(limit) bytes")
            case .totalBytes: ("解压后超过\(limit)字节", "it unpacks to more than \(limit) bytes")
            case .ratio: ("“\(place)”解压后是压缩前的\(limit)倍以上", "'\(place)' unpacks to more than \(limit) times its size")
            case .tagBytes: ("“\(place)”有超过\(limit)字节的XML标签", "'\(place)' has an XML tag of more than \(limit) bytes")
            case .depth: ("“\(place)”嵌套超过\(limit)层", "'\(place)' is nested more than \(limit) deep")
            case .sheets: ("工作表超过\(limit)个", "it has more than \(limit) worksheets")
            case .rows: ("工作表“\(place)”超过\(limit)行", "the sheet '\(place)' has more than \(limit) rows")
            case .columns: ("工作表“\(place)”超过\(limit)列", "the sheet '\(place)' has more than \(limit) columns")
            case .cells: ("单元格超过\(limit)个", "it has more than \(limit) cells")
            case .cellBytes: ("“\(place)”有超过\(limit)字节的文字", "'\(place)' holds a text of more than \(limit) bytes")
            case .textBytes: ("全部内容超过\(limit)字节", "its contents are more than \(limit) bytes")
            case .sharedStrings: ("不同的文字过多（上限\(limit)）", "it has too many different texts (the limit is \(limit))")
            case .cellFormats: ("单元格格式超过\(limit)种", "it has more than \(limit) cell formats")
            case .merges: ("工作表“\(place)”的合并单元格超过\(limit)处", "the sheet '\(place)' has more than \(limit) merged cells")
            case .brokenFormulas:
                (
                    "工作表“\(place)”有超过\(limit)行的公式没有可用的结果",
                    "the sheet '\(place)' has more than \(limit) rows with formulas without a usable result"
                )
            case .relationships: ("“\(place)”中的关系超过\(limit)个", "'\(place)' lists more than \(limit) relationships")
            }
        return .reject(
            .limit, zh: "工作簿超出限度，未读取：\(zh)。请删去多余内容或拆分后重新报送。",
            en:
                "the workbook is beyond a limit and was not read: \(en). Remove what is not needed, or split it, and send it again."
        )
    }
}
