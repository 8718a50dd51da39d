import Records

/// Gathers the leaf values of each record element: the cells of a row, under paths such as `name`, `address/city`,
/// `@id`, `field[@name='email']` or `field[@name='user_id']/@ref`.
///
/// A leaf that occurs again in a record is `name#2`, `name#3` …, as with columns of one name.
final class RecordCollector: XMLVisitor {
    /// Elements that are told apart by an attribute, not by their own name.
    private static let keyedElements: Set<String> = [
        "field", "fl", "property", "attribute", "column", "attr", "item", "param",
    ]
    private static let keyAttributes: Set<String> = ["name", "val", "key"]

    private let pattern: RecordPattern
    private let file: String
    private let visit: (_ cells: [ArraySlice<UInt8>], _ line: Int) throws -> Void
    /// The paths met so far, in the order of their first appearance.
    private(set) var header: [String] = []
    private var columns: [String: Int] = [:]

    private var open: [(name: String, attributes: [XMLAttribute])] = []
    /// How deep the record element is; `nil` outside records.
    private var recordDepth: Int?
    private var recordLine = 0
    private var paths: [String] = []
    private var texts: [[UInt8]] = []
    private var cells: [ArraySlice<UInt8>] = []
    private var isFilled: [Bool] = []

    init(_ pattern: RecordPattern, file: String, _ visit: @escaping ([ArraySlice<UInt8>], Int) throws -> Void) {
        self.pattern = pattern
        self.file = file
        self.visit = visit
    }

    func start(_ name: String, attributes: [XMLAttribute], line: Int) throws {
        open.append((name, attributes))
        if recordDepth == nil {
            guard pattern.matches(open) else { return }
            recordDepth = open.count
            recordLine = line
            cells = Array(repeating: [], count: header.count)
            isFilled = Array(repeating: false, count: header.count)
            paths = [""]
            texts = [[]]
            for attribute in attributes { try fill("@\(attribute.name)", Array(attribute.value.utf8)[...], line: line) }
            return
        }
        var path = name
        var key: XMLAttribute?
        if Self.keyedElements.contains(name.lowercased()) {
            key = attributes.first { Self.keyAttributes.contains($0.name.lowercased()) }
        }
        if let key { path += "[@\(key.name)='\(key.value)']" }
        if let parent = paths.last, !parent.isEmpty { path = "\(parent)/\(path)" }
        paths.append(path)
        texts.append([])
        for attribute in attributes where attribute != key {
            try fill("\(path)/@\(attribute.name)", Array(attribute.value.utf8)[...], line: line)
        }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        guard recordDepth != nil, !texts.isEmpty else { return }
        texts[texts.count - 1].append(contentsOf: utf8)
        if texts[texts.count - 1].count > XMLLimits.textBytes {
            throw InputError(
                file: file, line: recordLine, message: "the record that begins here has a text longer than 1 MB",
                advice: ["Shorten it, or leave that element out of the export.", nothingImported])
        }
    }

    func end() throws {
        guard let depth = recordDepth else {
            if !open.isEmpty { open.removeLast() }
            return
        }
        let text = texts.popLast() ?? []
        let path = paths.popLast() ?? ""
        let isRecord = open.count == depth
        open.removeLast()
        // Blanks around child elements are layout; an empty leaf is a cell that says nothing.
        if !path.isEmpty, text.contains(where: { $0 > 0x20 }) { try fill(path, text[...], line: recordLine) }
        guard isRecord else { return }
        recordDepth = nil
        if text.contains(where: { $0 > 0x20 }) { try fill(".", text[...], line: recordLine) }
        try visit(cells, recordLine)
    }

    private func fill(_ path: String, _ text: ArraySlice<UInt8>, line: Int) throws {
        var name = path
        var occurrence = 1
        while let column = columns[name], isFilled[column] {
            occurrence += 1
            name = "\(path)#\(occurrence)"
        }
        if let column = columns[name] {
            cells[column] = text
            isFilled[column] = true
            return
        }
        if header.count >= XMLLimits.columns {
            throw InputError(
                file: file, line: line, message: "the records have more than \(XMLLimits.columns) different values",
                advice: ["This is no list of records. Check where the file comes from.", nothingImported])
        }
        columns[name] = header.count
        header.append(name)
        cells.append(text)
        isFilled.append(true)
    }
}
