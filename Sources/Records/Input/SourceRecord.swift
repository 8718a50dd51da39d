/// One row of one export, mapped onto canonical fields and otherwise as it was: nothing is cleaned here.
package struct SourceRecord: Sendable, Equatable {
    package var entity: Entity
    /// The system the row comes from; ids are unique within it.
    package var source: String
    /// The file's batch; known once the file has been read whole.
    package var position: SourcePosition
    package var texts: FieldTexts
    /// Columns that no field of the entity stands for, in file order: kept with the record, never interpreted.
    package var extras: [Extra]

    package struct Extra: Sendable, Hashable, Codable {
        package var name: String
        package var text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    package init(
        entity: Entity, source: String, position: SourcePosition, texts: FieldTexts, extras: [Extra] = []
    ) {
        self.entity = entity
        self.source = source
        self.position = position
        self.texts = texts
        self.extras = extras
    }
}
