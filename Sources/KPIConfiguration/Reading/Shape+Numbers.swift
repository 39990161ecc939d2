import Diagnostics

extension Shape where Value == Int {
    /// A whole number in decimal digits.
    package static var integer: Shape {
        let wanted = "a whole number"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            let number = NumberText(text)
            if let integer = number.integer { return integer }
            if let value = number.number, value == value.rounded(), value.magnitude < 1e15 {
                return field.refuseType(wanted: wanted, label: "write \(NumberText.shortest(value))")
            }
            return field.refuseType(wanted: wanted, label: number.wayOut)
        }
    }
}

extension Shape where Value == Double {
    /// A finite number. `80%` is refused: where a share is wanted, use ``share`` or ``Shape/figure``.
    package static var number: Shape {
        let wanted = "a number"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            let number = NumberText(text)
            return number.number ?? field.refuseType(wanted: wanted, label: number.wayOut)
        }
    }

    /// A part of a whole, written `0.8` or `80%`, from 0 to 1.
    package static var share: Shape {
        let wanted = "a share such as 0.8 or 80%"
        return Shape(wanted) { field in
            guard let figure = Shape<Figure>.figure(wanted: wanted).read(field) else { return nil }
            if (0...1).contains(figure.value) { return figure.value }
            let isForgottenPercent = !figure.isPercent && (1...100).contains(figure.value)
            return field.refuse(
                "bad-value", "\(field.name) must lie between 0 and 1, found \(field.found)",
                label: isForgottenPercent
                    ? "write \(NumberText.shortest(figure.value))% or \(NumberText.shortest(figure.value / 100))" : "")
        }
    }
}

extension Shape where Value == Figure {
    /// A number or a percentage, of any size, told apart.
    package static var figure: Shape { figure(wanted: "a number or a percentage") }

    fileprivate static func figure(wanted: String) -> Shape {
        Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            let number = NumberText(text)
            if let percent = number.percent { return Figure(percent, isPercent: true) }
            if let value = number.number { return Figure(value) }
            return field.refuseType(wanted: wanted, label: number.wayOut)
        }
    }
}
