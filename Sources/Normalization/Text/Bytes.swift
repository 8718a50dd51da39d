/// A text as UTF-8 where it lies: valid as long as what it lies in.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// A text as scalars where it lies: valid as long as what it lies in.
typealias Letters = UnsafeBufferPointer<Unicode.Scalar>

extension UnsafeBufferPointer {
    /// A part of the text; whatever of the range lies outside is left out.
    @inline(__always)
    func part(_ lower: Int, _ upper: Int) -> Self {
        let (lower, upper) = (Swift.max(lower, 0), Swift.min(upper, count))
        guard lower < upper, let baseAddress else { return Self(start: nil, count: 0) }
        return Self(start: baseAddress + lower, count: upper - lower)
    }

    func part(from lower: Int) -> Self { part(lower, count) }
    func part(upTo upper: Int) -> Self { part(0, upper) }
}

extension UnsafeBufferPointer<UInt8> {
    static var nothing: Self { Self(start: nil, count: 0) }

    /// The text as a String.
    var string: String { isEmpty ? "" : String(decoding: self, as: UTF8.self) }

    @inline(__always)
    func begins(with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { wanted in
            wanted.count <= count && wanted.indices.allSatisfy { self[$0] == wanted[$0] }
        }
    }

    func isEqual(to other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        return other.withUnsafeBufferPointer { other in
            for index in 0..<count where self[index] != other[index] { return false }
            return true
        }
    }
}

extension String {
    /// Runs `body` over the text's UTF-8 where it lies.
    func withBytes<Result>(_ body: (Bytes) throws -> Result) rethrows -> Result {
        var copy = self
        return try copy.withUTF8 { try body($0) }
    }
}
