/// A person as a list has it; what a list does not have is empty.
package struct PersonRecord: Sendable, Equatable {
    package var given = ""
    package var surname = ""
    /// Digits, such as 19630214.
    package var born = ""
    package var identity = ""
    package var houseNumber = ""
    package var street = ""
    package var town = ""
    package var postcode = ""
    package var phone = ""
    package var email = ""

    package init() {}

    /// The place of each value by what columns of such lists are called; `nil` for a column that says nothing of these.
    package static func field(ofColumn name: String) -> WritableKeyPath<PersonRecord, String>? {
        switch name {
        case "given_name", "first_name", "forename": \.given
        case "surname", "last_name", "family_name": \.surname
        case "date_of_birth", "birth_date", "dob": \.born
        case "soc_sec_id", "id_number", "national_id", "ssn": \.identity
        case "street_number", "house_number": \.houseNumber
        case "address_1", "street", "address": \.street
        case "suburb", "city", "town": \.town
        case "postcode", "zip", "postal_code": \.postcode
        case "phone", "phone_number", "mobile": \.phone
        case "email", "e_mail": \.email
        default: nil
        }
    }
}

/// What of a person is compared: where its letters lie, and hashes, 0 for no value.
struct PersonFeatures: Sendable {
    var given: Range<Int>
    var surname: Range<Int>
    var born: Range<Int>
    var identity: Range<Int>
    var street: Range<Int>
    var town: Range<Int>
    var postcode: Range<Int>
    var houseNumber: UInt32
    var phone: UInt64
    var email: UInt64
    var name: UInt64

    init(_ person: PersonRecord, letters: inout [UInt16]) {
        func append(_ text: String) -> Range<Int> {
            let start = letters.count
            for unit in text.utf16 where unit != 0x20 {
                letters.append((0x41...0x5A).contains(unit) ? unit | 0x20 : unit)
            }
            return start..<letters.count
        }
        given = append(person.given)
        surname = append(person.surname)
        born = append(person.born)
        identity = append(person.identity)
        street = append(person.street)
        town = append(person.town)
        postcode = append(person.postcode)
        houseNumber = UInt32(person.houseNumber.prefix(9)) ?? 0
        phone = UInt64(PhoneDigits.last(of: person.phone))
        email = LetterHash.of(person.email)
        name = LetterHash.both(LetterHash.of(letters[given]), LetterHash.of(letters[surname]))
    }
}
