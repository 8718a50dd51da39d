/// The cells of one row as they stood in the file, decoded and otherwise untouched: one buffer of UTF-8 and the end of each cell.
package struct CellTexts: Sendable, Hashable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []

    package init() {}

    package init(_ cells: some Sequence<String>) {
        for cell in cells { append(cell.utf8) }
    }

    /// Cells that stand one behind the other in `bytes`; `ends` are their ends, in order.
    package init(bytes: [UInt8], ends: [Int32]) {
        self.bytes = bytes
        self.ends = ends
    }

    /// The bytes of all cells, one behind the other, and the end of each, for loops over many rows.
    package var parts: (bytes: [UInt8], ends: [Int32]) { (bytes, ends) }

    package mutating func append(_ utf8: some Collection<UInt8>) {
        extend(utf8)
        endCell()
    }

    /// Adds to the cell that is being built; `endCell` closes it.
    package mutating func extend(_ utf8: some Collection<UInt8>) { bytes.append(contentsOf: utf8) }

    package mutating func endCell() { ends.append(Int32(clamping: bytes.count)) }

    /// Bytes of all cells together, the one being built included.
    package var byteCount: Int { bytes.count }

    /// Length of the cell that is being built.
    package var openCellLength: Int { bytes.count - Int(ends.last ?? 0) }

    /// Whether every cell is empty or blank.
    package var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// Whether every byte is part of valid UTF-8.
    package var isValidUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    package var count: Int { ends.count }

    /// The cell at a 0-based index, without making a String; empty where the row has no such cell.
    package func utf8(_ index: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(index) else { return [] }
        return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }

    package subscript(index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

    package var strings: [String] { ends.indices.map { self[$0] } }
}

extension CellTexts {
    /// SHA-256 of the cells with a NUL after each: equal rows have equal digests, wherever they stand.
    package var digest: String { Identity.hex(digestBytes) }

    /// The same as 32 bytes.
    package var digestBytes: [UInt8] {
        var separated: [UInt8] = []
        separated.reserveCapacity(bytes.count + ends.count)
        bytes.withUnsafeBufferPointer { texts in
            var start = 0
            for end in ends {
                separated.append(contentsOf: texts[start..<Int(end)])
                separated.append(0)
                start = Int(end)
            }
        }
        return Identity.digestBytes(separated)
    }
}
