/// A row that was read and not accepted, and why. A bad row is a value; only a broken run throws.
///
/// It keeps the row's cells as they stood in the file, so that the rejects file can be corrected and imported again.
package struct Reject: Sendable, Equatable {
    package var position: SourcePosition
    package var field: Field?
    package var code: ProblemCode
    /// What was found, what was expected and what to do, in one or two sentences.
    package var message: String
    /// The row's original cells, in file order; for XML the leaf values, in the order of the leaf paths.
    package var cells: CellTexts

    package init(
        position: SourcePosition, field: Field? = nil, code: ProblemCode, message: String,
        cells: CellTexts = CellTexts()
    ) {
        self.position = position
        self.field = field
        self.code = code
        self.message = message
        self.cells = cells
    }
}

/// A value of an accepted row that could not be understood: kept raw, left empty in the clean record.
package struct Flag: Sendable, Hashable {
    package var field: Field
    package var code: ProblemCode
    package var message: String
    /// The text as the export had it.
    package var raw: String

    package init(field: Field, code: ProblemCode, message: String, raw: String) {
        self.field = field
        self.code = code
        self.message = message
        self.raw = raw
    }
}

/// Why a row was rejected or a value flagged. The table in docs/reason-codes.md says what each means and what to do.
package enum ProblemCode: String, Sendable, CaseIterable, Hashable {
    // Rows that are rejected
    case raggedRow = "ragged_row"
    case unclosedQuote = "unclosed_quote"
    case fieldTooLong = "field_too_long"
    case undecodableText = "undecodable_text"
    case missingIdentity = "missing_identity"
    case missingReference = "missing_reference"
    case missingTime = "missing_time"
    case missingAmount = "missing_amount"
    case duplicateID = "duplicate_id"
    case ambiguousReference = "ambiguous_reference"
    case invalidTime = "invalid_time"
    case invalidAmount = "invalid_amount"

    // A row that waits
    case unresolvedReference = "unresolved_reference"

    // Values that are flagged
    case destroyedText = "destroyed_text"
    case mojibake
    case wrongCheckDigit = "wrong_check_digit"
    case invalidCreditCode = "invalid_credit_code"
    case lostDigits = "lost_digits"
    case invalidPhone = "invalid_phone"
    case invalidEmail = "invalid_email"
    case invalidWebsite = "invalid_website"
    case invalidDate = "invalid_date"
    case ambiguousDate = "ambiguous_date"
    case futureDate = "future_date"
    case invalidNumber = "invalid_number"
    case implausibleNumber = "implausible_number"
    case excelDate = "excel_date"
    case unknownIndustry = "unknown_industry"
    case unknownDivision = "unknown_division"
    case unknownStatus = "unknown_status"
    case unknownLevel = "unknown_level"
    case unknownValue = "unknown_value"
    case ownershipConflict = "ownership_conflict"
    case unresolvedOwner = "unresolved_owner"
}
