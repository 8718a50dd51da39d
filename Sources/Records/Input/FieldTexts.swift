/// The text of one row, by canonical field: one buffer of UTF-8 and a slice of it per field.
///
/// A row of 30 fields costs two allocations instead of 30 strings; a field becomes a String only where somebody asks.
/// An empty field and an absent one are the same thing: an export that leaves a cell blank says nothing about it.
package struct FieldTexts: Sendable, Equatable {
    /// Where the text of a field stands in the buffer.
    package struct Slot: Sendable, Equatable {
        package var field: Field
        package var start: Int32
        package var end: Int32

        package init(field: Field, start: Int32, end: Int32) {
            self.field = field
            self.start = start
            self.end = end
        }
    }

    private var bytes: [UInt8] = []
    private var slots: [Slot] = []

    package init() {}

    package init(_ texts: KeyValuePairs<Field, String>) { self.init(texts.map { ($0.key, $0.value) }) }

    package init(_ texts: [(Field, String)]) {
        for (field, text) in texts { append(text.utf8, to: field) }
    }

    /// Gives `field` a text; a blank one is left out. A field given twice keeps the first text.
    package mutating func append(_ text: some Collection<UInt8>, to field: Field) {
        guard !text.isEmpty, slot(of: field) == nil else { return }
        let start = Int32(bytes.count)
        bytes.append(contentsOf: text)
        slots.append(Slot(field: field, start: start, end: Int32(bytes.count)))
    }

    /// Texts that stand in `bytes`, each in its slot; no field has two, and none is empty. `bytes` may hold more than the
    /// texts: those of a row's cells, say, which then need not be copied.
    package init(bytes: [UInt8], slots: [Slot]) {
        self.bytes = bytes
        self.slots = slots
    }

    package subscript(field: Field) -> String? {
        slot(of: field).map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    }

    /// The UTF-8 of a field, without making a String; empty when the row says nothing about it.
    package func utf8(_ field: Field) -> ArraySlice<UInt8> {
        guard let slot = slot(of: field) else { return [] }
        return bytes[Int(slot.start)..<Int(slot.end)]
    }

    package func has(_ field: Field) -> Bool { slot(of: field) != nil }

    package var isEmpty: Bool { slots.isEmpty }

    /// The fields that have a text, in the order in which they were given.
    package var fields: [Field] { slots.map(\.field) }

    package static func == (left: Self, right: Self) -> Bool {
        left.slots.count == right.slots.count
            && zip(left.slots, right.slots).allSatisfy { one, other in
                one.field == other.field
                    && left.bytes[Int(one.start)..<Int(one.end)] == right.bytes[Int(other.start)..<Int(other.end)]
            }
    }

    private func slot(of field: Field) -> Slot? {
        for slot in slots where slot.field == field { return slot }
        return nil
    }
}

extension FieldTexts {
    /// Runs `body` over the texts where they lie, for loops over many rows; what it is given must not outlive it.
    package func withUnsafeTexts<Result>(_ body: (UnsafeTexts) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { bytes in
            try slots.withUnsafeBufferPointer { try body(UnsafeTexts(bytes: bytes, slots: $0)) }
        }
    }

    /// The UTF-8 of each field of one row; valid during `withUnsafeTexts` only.
    package struct UnsafeTexts {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate let slots: UnsafeBufferPointer<Slot>

        /// The UTF-8 of a field; empty when the row says nothing about it.
        package subscript(field: Field) -> UnsafeBufferPointer<UInt8> {
            for slot in slots where slot.field == field {
                return UnsafeBufferPointer(rebasing: bytes[Int(slot.start)..<Int(slot.end)])
            }
            return UnsafeBufferPointer(start: nil, count: 0)
        }

        /// The fields whose text begins with one of two bytes.
        package func fields(beginningWith one: UInt8, or other: UInt8) -> [Field] {
            var fields: [Field] = []
            for slot in slots {
                let first = bytes[Int(slot.start)]
                if first == one || first == other { fields.append(slot.field) }
            }
            return fields
        }
    }
}
