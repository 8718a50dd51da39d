/// What happens while an XML text is read, in document order. Namespace prefixes are left out.
protocol XMLVisitor: AnyObject {
    func start(_ tag: XMLTag) throws
    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws
    func end() throws
}

/// The local name of an element or attribute. Within one pass equal names stand at one address, so that comparing them
/// costs nothing; it must not outlive the reader.
struct XMLName: Equatable {
    let address: UnsafePointer<UInt8>

    /// Without the byte that ends it.
    var utf8: UnsafeBufferPointer<UInt8> {
        var count = 0
        while address[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: address, count: count)
    }

    var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Whether it is this name; `name` is ASCII.
    @inline(__always)
    func isNamed(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        for index in 0..<count where address[index] != name.utf8Start[index] { return false }
        return address[count] == 0
    }
}

/// A start tag, valid while it is visited.
struct XMLTag {
    let name: XMLName
    /// Five pointers an attribute, as libxml2 gives them: name, prefix, namespace, where its value begins and ends.
    private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let attributeCount: Int
    private let lineAddress: UnsafePointer<Int32>?

    init(
        _ name: XMLName, attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int,
        lineAddress: UnsafePointer<Int32>?
    ) {
        self.name = name
        self.attributes = attributes
        attributeCount = attributes == nil ? 0 : max(0, count)
        self.lineAddress = lineAddress
    }

    /// The physical line on which the tag ends.
    var line: Int { lineAddress.map { Int($0.pointee) } ?? 1 }

    @inline(__always)
    func attributeName(_ index: Int) -> XMLName? {
        attributes?[index * 5].map { XMLName(address: $0) }
    }

    @inline(__always)
    func value(_ index: Int) -> UnsafeBufferPointer<UInt8> { Self.value(index, in: attributes) }

    @inline(__always)
    static func value(
        _ index: Int, in attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) -> UnsafeBufferPointer<UInt8> {
        guard let begin = attributes?[index * 5 + 3], let end = attributes?[index * 5 + 4] else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: begin, count: max(0, end - begin))
    }

    /// The value of the attribute with this name; `nil` where there is none.
    func value(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        for index in 0..<attributeCount where attributeName(index)?.isNamed(name) ?? false { return value(index) }
        return nil
    }

    /// Names and values as they stand there.
    var attributeTexts: [(name: String, value: String)] {
        (0..<attributeCount).map { (attributeName($0)?.text ?? "", String(decoding: value($0), as: UTF8.self)) }
    }
}
