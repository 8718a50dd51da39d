/// The text of one row, by canonical field: one buffer of UTF-8 and a slice of it per field.
///
/// A row of 30 fields costs two allocations instead of 30 strings; a field becomes a String only where somebody asks.
/// An empty field and an absent one are the same thing: an export that leaves a cell blank says nothing about it.
package struct FieldTexts: Sendable, Equatable {
    private struct Slot: Sendable, Equatable {
        var field: Field
        var start: Int32
        var end: Int32
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

    private func slot(of field: Field) -> Slot? {
        for slot in slots where slot.field == field { return slot }
        return nil
    }
}
