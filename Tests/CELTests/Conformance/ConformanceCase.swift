import Foundation

@testable import CEL

/// One test of the conformance suite; the encoding is described beside the data.
struct ConformanceCase {
    enum Expectation {
        case value(Value, type: ValueType?)
        case type(ValueType)
        case error
    }

    let id: String
    let source: String
    let container: String
    let disablesMacros: Bool
    let disablesCheck: Bool
    let checksOnly: Bool
    let variables: [Declaration]
    let functions: [Function]
    let bindings: [(String, Value)]
    let expectation: Expectation

    /// Whether evaluating without checking must give the same.
    var runsUncheckedToo: Bool {
        if case .value(_, type: .some) = expectation { return false }
        return !checksOnly && !disablesCheck
    }

    struct Malformed: Error {
        let what: String
    }

    init(_ line: some StringProtocol) throws {
        guard let test = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            let id = test["id"] as? String, let source = test["expr"] as? String,
            let expect = test["expect"] as? [String: Any]
        else { throw Malformed(what: String(line.prefix(80))) }
        self.id = id
        self.source = source
        container = test["container"] as? String ?? ""
        disablesMacros = test["disable_macros"] as? Bool ?? false
        disablesCheck = test["disable_check"] as? Bool ?? false
        checksOnly = test["check_only"] as? Bool ?? false
        var variables: [Declaration] = []
        var functions: [Function] = []
        for declaration in test["type_env"] as? [[String: Any]] ?? [] {
            let name = declaration["name"] as? String ?? ""
            if let type = declaration["var"] {
                variables.append(Declaration(name, try Self.type(type)))
            } else if let overloads = declaration["overloads"] as? [[String: Any]] {
                functions.append(Function(name, "", try overloads.map(Self.overload)))
            }
        }
        let bindings = try (test["bindings"] as? [String: Any] ?? [:]).map { ($0.key, try Self.value($0.value)) }
        for (name, _) in bindings where !variables.contains(where: { $0.name == name }) {
            variables.append(Declaration(name, .dyn))
        }
        self.variables = variables
        self.functions = functions
        self.bindings = bindings
        if expect["error"] != nil {
            expectation = .error
        } else if let value = expect["value"] {
            expectation = .value(try Self.value(value), type: try expect["type"].map(Self.type))
        } else if let type = expect["type"] {
            expectation = .type(try Self.type(type))
        } else {
            throw Malformed(what: id)
        }
    }

    private static func overload(_ object: [String: Any]) throws -> Overload {
        .declared(
            object["id"] as? String ?? "", isMember: object["member"] as? Bool ?? false,
            try (object["params"] as? [Any] ?? []).map(type), try type(object["result"] ?? "dyn"))
    }

    static func value(_ object: Any) throws -> Value {
        guard let object = object as? [String: Any], let (kind, content) = object.first, object.count == 1 else {
            throw Malformed(what: "\(object)")
        }
        let text = content as? String ?? ""
        switch kind {
        case "null": return .null
        case "bool": return .bool(content as? Bool ?? false)
        case "int": return .int(Int64(text) ?? 0)
        case "uint": return .uint(UInt64(text) ?? 0)
        case "double": return .double(Double(text) ?? .nan)
        case "string": return .string(text)
        case "bytes": return .bytes(Bytes(Array(Data(base64Encoded: text) ?? Data())))
        case "type": return .type(TypeName(text))
        case "list": return .list(try (content as? [Any] ?? []).map(value))
        case "map":
            let entries = try (content as? [[Any]] ?? []).map {
                MapValue.Entry(key: try value($0[0]), value: try value($0[1]))
            }
            return .map(try MapValue(entries))
        case "timestamp", "duration":
            let parts = (content as? [Any] ?? []).map { ($0 as? NSNumber)?.int64Value ?? Int64("\($0)") ?? 0 }
            if kind == "timestamp", let value = Timestamp(seconds: parts[0], nanoseconds: Int32(parts[1])) {
                return .timestamp(value)
            }
            if kind == "duration", let value = Interval(seconds: parts[0], nanoseconds: parts[1]) {
                return .duration(value)
            }
            throw Malformed(what: "\(object)")
        default: throw Malformed(what: kind)
        }
    }

    static func type(_ object: Any) throws -> ValueType {
        if let name = object as? String {
            let simple: [String: ValueType] = [
                "dyn": .dyn, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
                "string": .string, "bytes": .bytes, "timestamp": .timestamp, "duration": .duration, "any": .dyn,
            ]
            guard let type = simple[name] else { throw Malformed(what: name) }
            return type
        }
        guard let parts = object as? [Any], let kind = parts.first as? String else { throw Malformed(what: "type") }
        switch kind {
        case "list": return .list(try type(parts[1]))
        case "map": return .map(try type(parts[1]), try type(parts[2]))
        case "type": return .type(try type(parts[1]))
        case "param": return .parameter(parts[1] as? String ?? "")
        case "opaque":
            return .opaque(parts[1] as? String ?? "", try (parts[2] as? [Any] ?? []).map(type))
        case "message":
            switch parts[1] as? String {
            case "google.protobuf.Duration": return .duration
            case "google.protobuf.Timestamp": return .timestamp
            default: throw Malformed(what: "\(parts)")
            }
        case "wrapper": return .dyn
        default: throw Malformed(what: kind)
        }
    }
}
