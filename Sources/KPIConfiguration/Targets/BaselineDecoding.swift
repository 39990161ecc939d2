import Diagnostics
import YAML

/// Where progress counts from, as it is written.
enum BaselineText {
    case figure(Located<Figure>)
    case unknown

    var value: Double? {
        switch self {
        case .figure(let figure): figure.value.value
        case .unknown: nil
        }
    }
}

extension Shape where Value == BaselineText {
    /// A number, a percentage, or `unknown`.
    static var baseline: Shape {
        Shape("a number, a percentage, or unknown") { field in
            if field.node.scalar?.text == "unknown" { return .unknown }
            return Shape<Located<Figure>>.located(.figure).read(field).map { .figure($0) }
        }
    }
}
