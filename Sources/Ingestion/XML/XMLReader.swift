import CLibXML2
import Records

/// What happens while an XML text is read, in document order. Namespace prefixes are left out.
protocol XMLVisitor: AnyObject {
    /// `line` is the physical line on which the start tag ends.
    func start(_ name: String, attributes: [XMLAttribute], line: Int) throws
    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws
    func end() throws
}

struct XMLAttribute: Equatable {
    var name: String
    var value: String
}

/// Reads XML through libxml2's push parser: piece by piece, without entities, without DTD, without the network.
final class XMLReader {
    private let visitor: any XMLVisitor
    private let file: String
    private var context: xmlParserCtxtPtr?
    private var failure: (any Error)?
    private var depth = 0
    private var hasRoot = false
    private var guardian = TagGuard()

    init(_ visitor: any XMLVisitor, file: String) {
        self.visitor = visitor
        self.file = file
    }

    deinit { close() }

    /// Reads the next piece of the text, which is UTF-8.
    ///
    /// - Throws: `InputError` with line and column where it is not well-formed, and what the visitor throws.
    func push(_ bytes: [UInt8], isLast: Bool) throws {
        let context = try open()
        if !guardian.admits(bytes) { throw tooManyAttributes }
        let code = bytes.withUnsafeBytes { buffer in
            xmlParseChunk(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count),
                isLast ? 1 : 0)
        }
        if let failure { throw failure }
        if code != 0 { throw malformed(context, isEnd: isLast) }
    }

    private func open() throws -> xmlParserCtxtPtr {
        if let context { return context }
        var handler = xmlSAXHandler()
        // XML_SAX2_MAGIC: without it libxml2 would not call the namespace-aware callbacks.
        handler.initialized = 0xDEED_BEAF
        handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            XMLReader.of(context)?.start(name, count, attributes)
        }
        handler.endElementNs = { context, _, _, _ in XMLReader.of(context)?.end() }
        handler.characters = { context, text, length in XMLReader.of(context)?.text(text, length) }
        handler.ignorableWhitespace = { context, text, length in XMLReader.of(context)?.text(text, length) }
        handler.cdataBlock = { context, text, length in XMLReader.of(context)?.text(text, length) }
        handler.internalSubset = { context, _, _, _ in XMLReader.of(context)?.refuseDoctype() }
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

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
        context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private var line: Int { context?.pointee.input.map { Int($0.pointee.line) } ?? 1 }
    private var column: Int { context?.pointee.input.map { max(1, Int($0.pointee.col)) } ?? 1 }

    // MARK: Callbacks

    /// Runs `body` unless something failed before; the first failure stops the parser.
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
            let name = try self.name(name)
            var read: [XMLAttribute] = []
            read.reserveCapacity(Int(count))
            // Each attribute is five pointers: name, prefix, namespace, and where its value begins and ends.
            for index in 0..<Int(max(0, count)) {
                guard let attributes, let begin = attributes[index * 5 + 3], let end = attributes[index * 5 + 4] else {
                    continue
                }
                if end - begin > XMLLimits.textBytes { throw refused("an attribute is longer than 1 MB") }
                let value = UnsafeBufferPointer(start: begin, count: max(0, end - begin))
                read.append(
                    XMLAttribute(
                        name: try self.name(attributes[index * 5]), value: String(decoding: value, as: UTF8.self)))
            }
            try visitor.start(name, attributes: read, line: line)
        }
    }

    private func name(_ name: UnsafePointer<xmlChar>?) throws -> String {
        guard let name else { return "" }
        let length = Int(xmlStrlen(name))
        if length > XMLLimits.nameBytes { throw refused("a name is longer than \(XMLLimits.nameBytes) bytes") }
        return String(decoding: UnsafeBufferPointer(start: name, count: length), as: UTF8.self)
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
