import Records

/// The keys by which exact matching finds the records of one customer.
///
/// A key must be good enough to join on without asking anybody: what is merely similar waits for a person.
package enum MatchKeys {
    /// The keys of a customer, sorted; none for one whose name must never be a key and that has no credit code.
    ///
    /// - `credit_code`: the code. A branch with the head office's code stays apart from the head office.
    /// - `full_name`: the whole name and its legal form, where that is distinctive (see `fullName`). Places that
    ///   contradict each other keep two of one name apart.
    /// - `core_name_and_phone`, `…_domain`, `…_email`: the distinctive core of the name with the last eight digits of a
    ///   phone number, a domain that is the company's own, or a mail address; the core alone or the number alone (that of
    ///   an agent, say) joins nobody. What follows the core must not differ (华强电子 and 华强物流 share a switchboard).
    package static func keys(of customer: Customer) -> [MatchKey] {
        Set(qualifiedKeys(of: customer).flatMap(\.keys)).sorted()
    }

    /// Hashes of what customers must share to be joined at all: without one in common, no rule joins two records.
    package static func hashes(of customer: Customer) -> [KeyHash] {
        qualifiedKeys(of: customer).map(\.hash)
    }

    private static func qualifiedKeys(of customer: Customer) -> [QualifiedKey] {
        let form = LegalForm(of: customer.name)
        var keys: [QualifiedKey] = []
        if let code = customer.creditCode, !code.isEmpty {
            keys.append(QualifiedKey(.creditCode, code, qualifier: form == .branch ? customer.nameKey : nil))
        }
        if let key = fullName(of: customer, form: form) { keys.append(key) }
        keys += coreKeys(of: customer, form: form)
        return keys
    }

    // MARK: Full name

    /// The whole name as a key, or `nil` where two customers may well share it.
    ///
    /// With a legal form: from four ideographs, or two words of eight letters. A Chinese name that names its place is
    /// registered once; any other one carries the customer's place along. A branch likewise, since its name has one.
    /// Without a legal form: only from five ideographs (personal names are shorter) or three words, and only together
    /// with the city.
    private static func fullName(of customer: Customer, form: LegalForm) -> QualifiedKey? {
        guard !customer.nameKey.isEmpty else { return nil }
        let length = NameLength(of: customer.nameKey)
        switch form {
        case .branch: return QualifiedKey(.fullName, "\(customer.nameKey)|branch", qualifier: place(of: customer))
        case .company(let word) where length.ideographs >= 4 || (length.words >= 2 && length.letters >= 8):
            let qualifier = namesItsPlace(customer) ? nil : place(of: customer)
            return QualifiedKey(.fullName, customer.nameKey + "|" + word, qualifier: qualifier)
        case .company, .none:
            guard length.ideographs >= 5 || length.words >= 3, let city = customer.city, !city.isEmpty else {
                return nil
            }
            return QualifiedKey(.fullName, "\(customer.nameKey)||\(city)", qualifier: place(of: customer))
        }
    }

    /// Whether a region stands before the core of a Chinese name or in brackets inside it, as registered names have it.
    private static func namesItsPlace(_ customer: Customer) -> Bool {
        let name = Array(customer.name.utf8)
        guard name.contains(where: { $0 >= 0xE4 }) else { return false }
        if name.contains(UInt8(ascii: "(")) || LegalForm.position(of: Self.wideBracket, in: name) != nil { return true }
        let core = Array(customer.nameCore.utf8)
        return !core.isEmpty && LegalForm.position(of: core, in: Array(customer.nameKey.utf8)).map { $0 > 0 } ?? false
    }

    /// Most mail addresses are in lower case already.
    private static func lowercased(_ text: String) -> String {
        text.utf8.contains { (0x41...0x5A).contains($0) || $0 >= 0x80 } ? text.lowercased() : text
    }

    private static let wideBracket = Array("（".utf8)

    /// Country, province and city, each possibly empty; `nil` where none is known.
    private static func place(of customer: Customer) -> String? {
        let parts = [customer.country, customer.province, customer.city].map { $0 ?? "" }
        return parts.allSatisfy(\.isEmpty) ? nil : parts.joined(separator: "|")
    }

    // MARK: Core name with something else

    private static func coreKeys(of customer: Customer, form: LegalForm) -> [QualifiedKey] {
        // A branch and its head office share the core and often the phone; the whole name tells them apart.
        let core = form == .branch ? customer.nameKey.isEmpty ? "" : "\(customer.nameKey)|branch" : customer.nameCore
        guard core.unicodeScalars.count >= 2 else { return [] }
        let tail = form == .branch ? nil : tail(of: customer, form: form)
        var keys: [QualifiedKey] = []
        func add(_ rule: MatchKey.Rule, _ text: String?) {
            if let text { keys.append(QualifiedKey(rule, core + "|" + text, qualifier: tail)) }
        }
        let domain = customer.website.flatMap { MailDomain.organisation(of: $0) }
        let mailDomain = customer.email.flatMap { MailDomain.organisation(ofAddress: $0) }
        add(.coreNameAndPhone, customer.mobile.flatMap(lastDigits))
        add(.coreNameAndPhone, customer.phone.flatMap(lastDigits))
        add(.coreNameAndDomain, domain)
        if mailDomain != domain { add(.coreNameAndDomain, mailDomain) }
        add(.coreNameAndEmail, customer.email.map(lowercased))
        return keys
    }

    /// What follows the core in the name, without blanks, and whether it is a group: 电子 of 深圳华强电子有限公司.
    private static func tail(of customer: Customer, form: LegalForm) -> String? {
        let name = Array(customer.nameKey.utf8)
        let core = Array(customer.nameCore.utf8)
        var tail = ""
        if let start = LegalForm.position(of: core, in: name) {
            tail = String(decoding: name[(start + core.count)...].filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
        }
        if form == .company("group"), !tail.hasSuffix("集团") { tail += "集团" }
        return tail.isEmpty ? nil : tail
    }

    /// The last eight digits of a number without its extension; `nil` for fewer than eight and for numbers that people
    /// type to get past a form (all the same digit, 12345678).
    private static func lastDigits(of phone: String) -> String? {
        var digits: [UInt8] = []
        var kinds: UInt16 = 0
        for byte in phone.utf8 where (0x30...0x39).contains(byte) || byte == UInt8(ascii: ";") {
            if byte == UInt8(ascii: ";") { break }
            digits.append(byte)
        }
        guard digits.count >= 8 else { return nil }
        for digit in digits[(digits.count - 8)...] { kinds |= 1 << (digit - 0x30) }
        guard kinds.nonzeroBitCount > 2 else { return nil }
        let text = String(decoding: digits[(digits.count - 8)...], as: UTF8.self)
        return ["12345678", "23456789", "87654321"].contains(text) ? nil : text
    }
}

/// How much there is of a name to be distinctive.
private struct NameLength {
    var ideographs = 0
    var letters = 0
    var words = 0

    init(of name: String) {
        var isInWord = false
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x3400...0x9FFF, 0x20000...0x3FFFD:
                ideographs += 1
                isInWord = false
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x2FFF:
                letters += 1
                if !isInWord { words += 1 }
                isInWord = true
            default: isInWord = false
            }
        }
    }
}
