import CLibXML2
import Records

/// Reads XML through libxml2's push parser: piece by piece, without entities, without DTD, without the network.
///
/// It is called by one parser, one call at a time: see `RecordCollector` on exclusive access.
final class XMLReader {
    private let visitor: any XMLVisitor
    private let file: String
    @exclusivity(unchecked) private var context: xmlParserCtxtPtr?
    @exclusivity(unchecked) private var failure: (any Error)?
    @exclusivity(unchecked) private var depth = 0
    @exclusivity(unchecked) private var hasRoot = false
    @exclusivity(unchecked) private var guardian = TagGuard()
    @exclusivity(unchecked) private var attributeTable = AttributeTable()

    /// So much is given to the parser at once: it fits the cache that is nearest.
    private static let slice = 1 << 15

    init(_ visitor: any XMLVisitor, file: String) {
        self.visitor = visitor
        self.file = file
    }

    deinit { close() }

    /// Reads the next piece of the text, which is UTF-8.
    ///
    /// - Throws: `InputError` with line and column where it is not well-formed, and what the visitor throws.
    func push(_ bytes: [UInt8], isLast: Bool) throws {
        try bytes.withUnsafeBufferPointer { try push($0, isLast: isLast) }
    }

    func push(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws {
        let context = try open()
        if !guardian.admits(bytes) { throw tooManyAttributes }
        var from = 0
        repeat {
            let to = min(bytes.count, from + Self.slice)
            let code = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[from..<to]).withMemoryRebound(
                to: CChar.self
            ) { xmlParseChunk(context, $0.baseAddress, Int32(clamping: $0.count), isLast && to == bytes.count ? 1 : 0) }
            if let failure { throw failure }
            if code != 0 { throw malformed(context, isEnd: isLast) }
            from = to
        } while from < bytes.count
    }

    private func open() throws -> xmlParserCtxtPtr {
        if let context { return context }
        var handler = xmlSAXHandler()
        // XML_SAX2_MAGIC: without it libxml2 would not call the namespace-aware callbacks.
        handler.initialized = 0xDEED_BEAF
        handler.startElementNs = { own, name, _, _, _, _, count, _, attributes in
            XMLReader.with(own) { $0.start(name, count, attributes) }
        }
        handler.endElementNs = { own, _, _, _ in XMLReader.with(own) { $0.end() } }
        handler.characters = { own, text, length in XMLReader.with(own) { $0.text(text, length) } }
        handler.ignorableWhitespace = { own, text, length in XMLReader.with(own) { $0.text(text, length) } }
        handler.cdataBlock = { own, text, length in XMLReader.with(own) { $0.text(text, length) } }
        handler.internalSubset = { own, _, _, _ in XMLReader.with(own) { $0.refuseDoctype() } }
        handler.serror = { _, _ in }
        let own = Unmanaged.passUnretained(self).toOpaque()
        guard let new = xmlCreatePushParserCtxt(&handler, own, nil, 0, nil) else {
            throw InputError(
                file: file, message: "the XML reader cannot be started: out of memory", advice: [nothingImported])
        }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        xmlCtxtUseOptions(new, Int32(bitPattern: UInt32(options)))
        context = new
        return new
    }

    /// Frees the parser; a reader that goes out of scope does so by itself.
    func close() {
        guard let context else { return }
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        context.pointee.myDoc = nil
        xmlFreeParserCtxt(context)
        self.context = nil
    }

    /// The reader that a callback belongs to, which lives as long as its parser does.
    @inline(__always)
    private static func with(_ own: UnsafeMutableRawPointer?, _ body: (XMLReader) -> Void) {
        guard let own else { return }
        Unmanaged<XMLReader>.fromOpaque(own)._withUnsafeGuaranteedRef(body)
    }

    private var line: Int { context?.pointee.input.map { Int($0.pointee.line) } ?? 1 }
    private var column: Int { context?.pointee.input.map { max(1, Int($0.pointee.col)) } ?? 1 }

    // MARK: Callbacks

    /// Runs `body` unless something failed before; the first failure stops the parser.
    @inline(__always)
    private func attempt(_ body: () throws -> Void) {
        guard failure == nil else { return }
        do { try body() } catch {
            failure = error
            xmlStopParser(context)
        }
    }

    private func start(
        _ name: UnsafePointer<xmlChar>?, _ count: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        attempt {
            depth += 1
            hasRoot = true
            if depth > XMLLimits.depth { throw refused("elements are nested deeper than \(XMLLimits.depth) levels") }
            if count > Int32(XMLLimits.attributes) { throw tooManyAttributes }
            guard let name else { return }
            let line = context?.pointee.input.flatMap { input in
                withUnsafePointer(to: &input.pointee.line) { UnsafePointer($0) }
            }
            let tag = XMLTag(
                XMLName(address: name), attributes: attributeTable.decoded(attributes, count: Int(max(0, count))),
                count: Int(count), lineAddress: line)
            try check(tag.name)
            for index in 0..<tag.attributeCount {
                if let name = tag.attributeName(index) { try check(name) }
                if tag.value(index).count > XMLLimits.textBytes { throw refused("an attribute is longer than 1 MB") }
            }
            try visitor.start(tag)
        }
    }

    @inline(__always)
    private func check(_ name: XMLName) throws {
        var count = 0
        while name.address[count] != 0 {
            count += 1
            if count > XMLLimits.nameBytes { throw refused("a name is longer than \(XMLLimits.nameBytes) bytes") }
        }
    }

    private func end() {
        attempt {
            depth -= 1
            try visitor.end()
        }
    }

    private func text(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
        attempt { try visitor.text(UnsafeBufferPointer(start: text, count: text == nil ? 0 : Int(max(0, length)))) }
    }

    private func refuseDoctype() {
        attempt { throw Doctype.refusal(file: file, line: line, column: column) }
    }

    // MARK: Errors

    /// An error at the place that the parser has reached.
    func refused(_ what: String) -> InputError {
        InputError(
            file: file, line: line, column: column, message: what,
            advice: ["No export of customers looks like this: check where the file comes from.", nothingImported])
    }

    private var tooManyAttributes: InputError {
        refused("an element has more than \(XMLLimits.attributes) attributes")
    }

    /// What the parser found wrong; `isEnd`: it was content until it was told that nothing follows.
    private func malformed(_ context: xmlParserCtxtPtr, isEnd: Bool) -> InputError {
        let error = xmlCtxtGetLastError(context)
        let line = error.map { Int($0.pointee.line) } ?? line
        let column = error.map { Int($0.pointee.int2) } ?? column
        let found = error?.pointee.message.map { String(cString: $0) } ?? "unknown"
        // The first line of the parser's text names elements and attributes; further ones show bytes of the content.
        let reason = found.split(separator: "\n").first.map { $0.trimming(" \t!") } ?? "unknown"
        let isCut = isEnd && depth > 0
        // The parser's words for a comment, a tag or a text that outgrows its buffer help nobody.
        if reason.contains("Huge input lookup") { return refused("a comment, a tag or a text is longer than 10 MB") }
        if isEnd, !hasRoot {
            return InputError(
                file: file, message: "the XML has no element: it ends behind its declaration",
                advice: ["The file was cut off: export or copy it again.", nothingImported])
        }
        return InputError(
            file: file, line: max(1, line), column: max(1, column),
            message: isCut
                ? "the XML ends too early: \(depth) \(depth == 1 ? "element is" : "elements are") still open"
                : "the XML is not well-formed: \(reason)",
            advice: [
                isCut
                    ? "The file was cut off: export or copy it again." : "Export it again, or correct the place named.",
                nothingImported,
            ])
    }
}

/// A document type declaration: entities in it can expand without end or read other files, and no export needs one.
enum Doctype {
    static func refusal(file: String, line: Int, column: Int) -> InputError {
        InputError(
            file: file, line: line, column: column,
            message: "the XML has a DOCTYPE, which is refused: it can make a reader open other files",
            advice: [
                "Remove the declaration '<!DOCTYPE …>' if you trust the file; exports do not need it.", nothingImported,
            ])
    }
}

extension Substring {
    /// Without the given characters at either end.
    func trimming(_ characters: String) -> String {
        var text = self
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
