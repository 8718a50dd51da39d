/// The cells of one row as they stood in the file, decoded and otherwise untouched: one buffer of UTF-8 and the end of each cell.
package struct CellTexts: Sendable, Hashable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []

    package init() {}

    package init(_ cells: some Sequence<String>) {
        for cell in cells { append(cell.utf8) }
    }

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
    package var digest: String {
        var separated: [UInt8] = []
        separated.reserveCapacity(bytes.count + ends.count)
        for index in ends.indices {
            separated.append(contentsOf: utf8(index))
            separated.append(0)
        }
        return Identity.digest(separated)
    }
}
