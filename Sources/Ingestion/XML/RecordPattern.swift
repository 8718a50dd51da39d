/// Which elements of an XML file are records: `customer`, `ufinterface/customer`, `record[@model='res.partner']`.
///
/// The last component is the record; those before it are what it stands in, from the nearest outwards.
package struct RecordPattern: Sendable, Equatable, CustomStringConvertible {
    struct Component: Sendable, Equatable {
        var name: String
        var attribute: String?
        var value: String?
    }

    /// An element that is open and no part of a record.
    struct Ancestor {
        var name: String
        var attributes: [(name: String, value: String)]

        init(_ tag: XMLTag) {
            name = tag.name.text
            attributes = tag.attributeTexts
        }
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

    /// The record element's own name.
    var lastName: String { components.last?.name ?? "" }

    package var description: String {
        components.map { component in
            guard let attribute = component.attribute, let value = component.value else { return component.name }
            return "\(component.name)[@\(attribute)='\(value)']"
        }.joined(separator: "/")
    }

    /// Whether an element that stands in these is a record.
    func matches(_ tag: XMLTag, in ancestors: [Ancestor]) -> Bool {
        guard let own = components.last, ancestors.count >= components.count - 1,
            tag.name.utf8.elementsEqual(own.name.utf8)
        else { return false }
        if let attribute = own.attribute {
            let isSo = (0..<tag.attributeCount).contains { index in
                guard let name = tag.attributeName(index), name.utf8.elementsEqual(attribute.utf8) else { return false }
                return tag.value(index).elementsEqual((own.value ?? "").utf8)
            }
            if !isSo { return false }
        }
        return zip(ancestors.suffix(components.count - 1), components).allSatisfy { ancestor, component in
            guard ancestor.name == component.name else { return false }
            guard let attribute = component.attribute else { return true }
            return ancestor.attributes.contains { $0.name == attribute && $0.value == component.value }
        }
    }
}
