/// Is shown the elements of a part as they come. There is no tree: a sheet of a million rows would not fit.
protocol XMLVisitor: AnyObject {
    /// Whether the text of the element is wanted when it ends, without that of elements inside it.
    func begin(_ element: XMLElement) throws(WorkbookFlaw) -> Bool
    /// `depth` is 1 for the outermost element; `text` is empty where it was not asked for.
    func end(_ element: String, depth: Int, text: [UInt8]) throws(WorkbookFlaw)
}
