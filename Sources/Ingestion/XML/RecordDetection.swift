import Records

/// Finds the record element of an XML file that no profile knows: the outermost one that repeats and has values.
final class RecordDetection: XMLVisitor {
    private struct Element {
        var path: [String]
        var count = 0
        /// Attributes, and child elements without children of their own.
        var leaves: Set<String> = []
        var hasChildren = false
        var hasText = false
    }

    private var elements: [[String]: Element] = [:]
    private var order: [[String]] = []
    private var path: [String] = []
    private var hasChild: [Bool] = []
    private(set) var names: Set<String> = []

    func start(_ tag: XMLTag) throws {
        let name = tag.name.text
        if !hasChild.isEmpty { hasChild[hasChild.count - 1] = true }
        path.append(name)
        hasChild.append(false)
        names.insert(name)
        guard elements[path] != nil || elements.count < XMLLimits.columns else { return }
        if elements[path] == nil { order.append(path) }
        var element = elements[path] ?? Element(path: path)
        element.count += 1
        for attribute in tag.attributeTexts { element.leaves.insert("@" + attribute.name) }
        elements[path] = element
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        if utf8.contains(where: { $0 > 0x20 }) { elements[path]?.hasText = true }
    }

    func end() throws {
        let hadChild = hasChild.popLast() ?? false
        if hadChild { elements[path]?.hasChildren = true }
        guard let name = path.popLast() else { return }
        if !hadChild { elements[path]?.leaves.insert(name) }
    }

    /// The element that is most repeated of those that have values and do not stand in another such one; the first
    /// where two are as good.
    var record: RecordPattern? {
        let holders = order.compactMap { elements[$0] }.filter {
            $0.hasChildren ? !$0.leaves.isEmpty : $0.leaves.count >= 2 && !$0.hasText
        }
        let repeated = holders.filter { $0.count >= 2 }
        let outermost = repeated.filter { element in
            !repeated.contains { $0.path.count < element.path.count && element.path.starts(with: $0.path) }
        }
        guard let most = outermost.map(\.count).max() else {
            return (holders.first { $0.path.count > 1 } ?? holders.first).map { RecordPattern(path: $0.path) }
        }
        return outermost.first { $0.count == most }.map { RecordPattern(path: $0.path) }
    }
}
