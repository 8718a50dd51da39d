/// Which elements of an XML file are records: `customer`, `ufinterface/customer`, `record[@model='res.partner']`.
///
/// The last component is the record; those before it are what it stands in, from the nearest outwards.
package struct RecordPattern: Sendable, Equatable, CustomStringConvertible {
    struct Component: Sendable, Equatable {
        var name: String
        var attribute: String?
        var value: String?
    }

    var components: [Component]

    /// The pattern that `text` writes, or `nil` where it is none.
    package init?(_ text: some StringProtocol) {
        var components: [Component] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            guard let open = part.firstIndex(of: "[") else {
                components.append(Component(name: String(part)))
                continue
            }
            let condition = part[part.index(after: open)...]
            guard condition.hasPrefix("@"), condition.hasSuffix("']"), let equals = condition.firstIndex(of: "=") else {
                return nil
            }
            let value = condition[condition.index(after: equals)...].dropLast(2)
            guard value.hasPrefix("'") else { return nil }
            components.append(
                Component(
                    name: String(part[..<open]), attribute: String(condition[..<equals].dropFirst()),
                    value: String(value.dropFirst())))
        }
        guard components.allSatisfy({ !$0.name.isEmpty }) else { return nil }
        self.components = components
    }

    init(path: [String]) { components = path.map { Component(name: $0) } }

    package var description: String {
        components.map { component in
            guard let attribute = component.attribute, let value = component.value else { return component.name }
            return "\(component.name)[@\(attribute)='\(value)']"
        }.joined(separator: "/")
    }

    /// Whether the innermost of these open elements is a record.
    func matches(_ open: [(name: String, attributes: [XMLAttribute])]) -> Bool {
        guard open.count >= components.count else { return false }
        return zip(open.suffix(components.count), components).allSatisfy { element, component in
            guard element.name == component.name else { return false }
            guard let attribute = component.attribute else { return true }
            return element.attributes.contains { $0.name == attribute && $0.value == component.value }
        }
    }
}
