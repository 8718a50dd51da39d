import Records

/// What is known of one system's exports: the lists it writes, and how their columns read.
package struct Profile: Sendable, Equatable {
    package var name: String
    /// One line for people.
    package var title: String
    /// Whether it stands for no system in particular: any other profile that fits as well is better.
    package var isGeneric = false
    package var lists: [List] = []
    /// Texts that stand for an empty cell, compared byte for byte.
    package var nullTokens: [String] = []
    package var conventions = ValueConventions()

    /// What the profile has lists of, in the order of `Entity`.
    package var entities: [Entity] { Entity.allCases.filter { entity in lists.contains { $0.entity == entity } } }

    package init(name: String, title: String) {
        self.name = name
        self.title = title
    }
}

extension Profile {
    /// One list that a system writes.
    package struct List: Sendable, Equatable {
        package var entity: Entity
        /// The element that is one record, with the attribute that tells it from others; `nil` for tables.
        package var record: String?
        package var rules: [Rule] = []
        /// Sets of columns each of which only this list has.
        package var signatures: [[ColumnName]] = []
        /// Columns that the system is known to write and that feed no field.
        package var others: [ColumnName] = []
        package var values: [ValueMap] = []
        /// How it is written as a table.
        package var table = TableForm()
        /// How it is written, where it can be.
        package var written = WrittenForm()

        package init(entity: Entity) { self.entity = entity }
    }

    /// Where a field comes from: the first step with a text decides.
    package struct Rule: Sendable, Equatable {
        package var field: Field
        /// Of each step, the first alternative of which the file has a column is read.
        package var steps: [[Alternative]]
    }

    /// One column, or several that make up one text.
    package struct Alternative: Sendable, Equatable {
        package enum Join: Sendable, Equatable {
            /// `A + B`: in this order, with a blank between words and none between ideographs.
            case inOrder
            /// `GIVEN & FAMILY`: a person's name, 'Anna Keller' but 张伟.
            case personName
        }

        package var columns: [ColumnName]
        package var join: Join = .inOrder
    }

    /// A column by its header.
    package struct ColumnName: Sendable, Hashable {
        package var text: String
        /// 1 for the first column of that name, from the left.
        package var occurrence: Int
        package var folded: [UInt8]

        /// Reads `电话` and `电话#2`.
        package init(_ text: String) {
            let parts = text.split(separator: "#", omittingEmptySubsequences: false)
            if parts.count == 2, let number = Int(parts[1]), (1...9_999).contains(number), !parts[0].isEmpty {
                self.text = String(parts[0])
                occurrence = number
            } else {
                self.text = text
                occurrence = 1
            }
            folded = Folding.folded(self.text)
        }
    }

    /// What a system's words for a field mean in ours.
    package struct ValueMap: Sendable, Equatable {
        package var field: Field
        /// Only for texts from this column; `nil`: from any.
        package var column: ColumnName?
        /// By the folded word; an empty text says that the word tells nothing.
        package var targets: [[UInt8]: [UInt8]] = [:]
        /// The words as the profile writes them, in its order.
        package var words: [String] = []
        /// For every other word; `nil`: it stays.
        package var otherwise: [UInt8]?
    }
}

extension Profile.ValueMap {
    /// What a word means, as text.
    package func target(ofWord word: String) -> String? {
        (targets[Folding.folded(word)] ?? otherwise).map { String(decoding: $0, as: UTF8.self) }
    }
}
