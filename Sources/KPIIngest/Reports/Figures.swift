import KPICore

/// The numbers of a row, checked against each other and against what the target measures.
struct Figures {
    var value: Quantity?
    var numerator: Double?
    var denominator: Double?
    var isRetraction = false
}
