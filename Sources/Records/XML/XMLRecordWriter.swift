/// Writes rows as XML records: the inverse of the paths by which profiles read them.
package struct XMLRecordWriter: Sendable {
    /// Where the cells of a column stand in the record: `name`, `@id`, `address/city`, `field[@name='email']/@value`.
    package struct Column: Sendable, Equatable {
        package var path: String
        /// Whether its cell is the same in every record: alone it makes no element that other columns left empty.
        package var isFixed: Bool

        package init(_ path: String, isFixed: Bool = false) {
            self.path = path
            self.isFixed = isFixed
        }
    }

    package private(set) var bytes: [UInt8] = []
    private let outer: [XMLPath.Step]
    private var record: Node
    private let keepsEmpty: Bool

    /// `record`: the path of the element that is one record, from the root: `odoo/data/record[@model='res.partner']`.
    /// `keepsEmpty`: an empty cell is an empty element; otherwise it is none.
    package init(record: String, columns: [Column], keepsEmpty: Bool = false) {
        let path = XMLPath(record)
        outer = Array(path.steps.dropLast())
        self.record = Node(path.steps.last ?? XMLPath.Step(name: "row"))
        self.keepsEmpty = keepsEmpty
        for (index, column) in columns.enumerated() {
            self.record.add(XMLPath(column.path), index, isFixed: column.isFixed)
        }
    }

    /// Everything before the first record.
    package mutating func begin() {
        bytes.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        for (depth, step) in outer.enumerated() {
            open(step, depth)
            bytes.append(contentsOf: ">\n".utf8)
        }
    }

    package mutating func append(_ cells: [String]) { write(record, cells, depth: outer.count) }

    /// Everything after the last record.
    package mutating func end() {
        for (depth, step) in outer.enumerated().reversed() {
            indent(depth)
            bytes.append(contentsOf: "</\(step.name)>\n".utf8)
        }
    }

    /// Forgets what was written so far, for a caller that has passed it on.
    package mutating func removeWritten() { bytes.removeAll(keepingCapacity: true) }

    private mutating func write(_ node: Node, _ cells: [String], depth: Int) {
        open(node.step, depth)
        for (name, column) in node.attributes where !cells[column].isEmpty { append(attribute: name, cells[column]) }
        let text = node.text.map { cells[$0] } ?? ""
        let children = node.children.filter { keepsEmpty || $0.isFilled(cells) }
        guard !text.isEmpty || !children.isEmpty else {
            bytes.append(contentsOf: "/>\n".utf8)
            return
        }
        bytes.append(UInt8(ascii: ">"))
        XMLText.append(text, to: &bytes)
        if !children.isEmpty {
            bytes.append(0x0A)
            for child in children { write(child, cells, depth: depth + 1) }
            indent(depth)
        }
        bytes.append(contentsOf: "</\(node.step.name)>\n".utf8)
    }

    private mutating func open(_ step: XMLPath.Step, _ depth: Int) {
        indent(depth)
        bytes.append(contentsOf: "<\(step.name)".utf8)
        for (name, value) in step.attributes { append(attribute: name, value) }
    }

    private mutating func append(attribute name: String, _ value: String) {
        bytes.append(contentsOf: " \(name)=\"".utf8)
        XMLText.append(value, to: &bytes, inAttribute: true)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func indent(_ depth: Int) {
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }
}

extension XMLRecordWriter {
    /// An element of the record, and which column gives what of it.
    private struct Node: Sendable {
        var step: XMLPath.Step
        var attributes: [(name: String, column: Int)] = []
        var text: Int?
        var children: [Node] = []
        /// Columns that are not fixed; without any, the element is always written.
        var free: [Int] = []

        init(_ step: XMLPath.Step) { self.step = step }

        mutating func add(_ path: XMLPath, _ column: Int, isFixed: Bool) {
            add(path.steps[...], path.attribute, column, isFixed: isFixed)
        }

        private mutating func add(
            _ steps: ArraySlice<XMLPath.Step>, _ attribute: String?, _ column: Int, isFixed: Bool
        ) {
            if !isFixed { free.append(column) }
            guard let step = steps.first else {
                if let attribute { attributes.append((attribute, column)) } else { text = column }
                return
            }
            let place =
                children.firstIndex { $0.step == step }
                ?? {
                    children.append(Node(step))
                    return children.count - 1
                }()
            children[place].add(steps.dropFirst(), attribute, column, isFixed: isFixed)
        }

        func isFilled(_ cells: [String]) -> Bool { free.isEmpty || free.contains { !cells[$0].isEmpty } }
    }
}

/// A path of elements, each with the attributes that tell it from others, and at last perhaps an attribute:
/// `entity[@name='account']/records/record`, `field[@name='email']/@value`.
private struct XMLPath {
    struct Step: Sendable, Equatable {
        var name: String
        var attributes: [(name: String, value: String)] = []

        static func == (left: Self, right: Self) -> Bool {
            left.name == right.name && left.attributes.elementsEqual(right.attributes, by: ==)
        }
    }

    var steps: [Step] = []
    var attribute: String?

    init(_ text: String) {
        for part in Self.split(text) {
            if part.hasPrefix("@") { attribute = String(part.dropFirst()) } else { steps.append(Self.step(part)) }
        }
    }

    /// The parts between slashes, but for slashes in quotes.
    private static func split(_ text: String) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in text {
            if character == "'" { isQuoted.toggle() }
            if character == "/", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts
    }

    private static func step(_ text: String) -> Step {
        var parts = text.split(separator: "[@")
        var step = Step(name: parts.isEmpty ? text : String(parts.removeFirst()))
        for part in parts {
            let pair = part.dropLast().split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            step.attributes.append((String(pair[0]), String(pair[1].dropFirst().dropLast())))
        }
        return step
    }
}
