/// An indicator of a site made with Open SDG, as its front matter tells of it.
package struct OpenSDGIndicator: Sendable, Hashable {
    /// As `1-1-1`, from the name of its file.
    package let id: String
    /// What it is called; its id where nothing is said.
    package let name: String
    /// Those that are assessed.
    package let series: [OpenSDGSeries]

    package init(id: String, name: String, series: [OpenSDGSeries]) {
        (self.id, self.name, self.series) = (id, name, series)
    }
}
