import Foundation
import Records

extension Rules {
    /// Reads gonghai.yaml strictly: an unknown key, a wrong type or a value out of range is an error, a missing key its default.
    ///
    /// - Parameters:
    ///   - yaml: the file's text.
    ///   - file: the file's name, for messages.
    /// - Throws: `InputError` at the first thing that is wrong.
    package init(yaml: String, file: String) throws(InputError) {
        try self.init(yaml: Array(yaml.utf8), file: file)
    }

    /// Reads the bytes of gonghai.yaml; `digest` is theirs.
    package init(yaml bytes: some Collection<UInt8>, file: String) throws(InputError) {
        var section = try YAMLDocument(bytes: bytes, file: file).section()
        self.init(zone: try Self.zone(section.setting("time_zone")))
        digest = Identity.digest(bytes)
        try section.text("company", into: &company)
        try section.choices("languages", into: &languages)
        guard !languages.isEmpty else {
            throw section.error(
                at: "languages", "'languages' is empty", advice: ["Reports need a language: [zh-CN], [en] or both."])
        }
        if let setting = section.setting("currency") { currency = try Self.currency(setting) }
        try section.choice("mode", into: &mode)
        if let setting = section.setting("go_live") { goLive = try setting.date() }
        if let setting = section.setting("go_live_grace_days") {
            goLiveGraceDays = try setting.integer(
                in: 0...largestDays, instead: "Without the line it is follow_up.within_days.")
        }
        if let setting = section.setting("go_live_share_per_night") {
            goLiveSharePerNight = try setting.positiveShare()
        }
        try section.integer("fiscal_month_starts_on", into: &fiscalMonthStart, in: 1...28)
        try section.choice("revenue_from", into: &revenueFrom)
        sources = try SourceRule.read(section.sections("sources"))
        needs = try Need.read(section.sections("needs"))
        if let part = try section.section("size") { size = try SizeRules(part, currency: currency) }
        if let part = try section.section("level") { level = try LevelRules(part, currency: currency) }
        pools = try PoolRule.read(section.sections("pools"))
        if let part = try section.section("claims") { claims = try ClaimRules(part) }
        if let part = try section.section("follow_up") { followUp = try FollowUpRules(part) }
        if let part = try section.section("tiers") { tiers = try TierRules(part, currency: currency) }
        for pool in pools {
            guard let unknown = pool.tiers.first(where: { tiers.tier(named: $0) == nil }) else { continue }
            throw section.error(
                at: "pools", "the pool '\(pool.name)' is for the tier '\(unknown)', which is none of 'tiers.levels'",
                advice: ["Nobody could ever take from it. Write the name as it stands in 'tiers'."])
        }
        if let part = try section.section("allocation") { allocation = try AllocationRules(part) }
        if let part = try section.section("feeds") { feeds = try FeedRules(part) }
        if let part = try section.section("mail") { mail = try MailRules(part) }
        if followUp.requireReminder == .delivered, !mail.sendsWorklists {
            throw section.error(
                at: "follow_up", "'follow_up.require_reminder' is delivered, but 'mail.worklists' is false",
                advice: ["Nothing could ever be recycled. Mail the worklists, or write require_reminder: listed."])
        }
        if let part = try section.section("operation") { operation = try OperationRules(part) }
        try section.finish()
    }

    /// Where `time_zone` is left out.
    package static let defaultZone = "Asia/Shanghai"

    /// An IANA name; abbreviations and offsets have no calendar of their own, so they are refused.
    private static func zone(_ setting: Setting?) throws(InputError) -> Zone {
        let name = try setting?.text() ?? defaultZone
        if name.contains("/") || name == "UTC", let zone = Zone(named: name) { return zone }
        let expected = "A name of the IANA time zone database is expected, such as Asia/Shanghai or Europe/Berlin."
        guard let setting else {
            throw InputError(file: "", message: "the time zone \(name) is not known to this system")
        }
        let meant =
            ["asia/beijing", "beijing", "china", "prc", "cst", "utc+8", "gmt+8", "+08:00"].contains(name.lowercased())
            ? defaultZone
            : Nearest.match(to: String(name.prefix(60)), among: TimeZone.knownTimeZoneIdentifiers.sorted())
        throw setting.wrong("is no known time zone", expected: expected, suggestion: meant)
    }

    private static func currency(_ setting: Setting) throws(InputError) -> String {
        let code = try setting.text()
        if code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), code != "RMB" { return code }
        let meant =
            ["RMB", "YUAN", "元", "人民币", "¥", "￥"].contains(code.uppercased())
            ? "CNY"
            : code.utf8.count == 3 && code.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? code.uppercased() : nil
        throw setting.wrong(
            "is no currency code", expected: "Three capital letters of ISO 4217 are expected, such as CNY, USD or EUR.",
            suggestion: meant)
    }
}

extension Rules.SourceRule {
    static func read(_ sections: [Section]) throws(InputError) -> [Self] {
        var rules: [Self] = []
        var names: Set<String> = []
        for var section in sections {
            let name = try section.name(unlike: &names)
            var rule = Self(name: name)
            if let setting = section.setting("files") { rule.files = try setting.fileNamePattern() }
            if let setting = section.setting("profile") { rule.profile = try setting.word() }
            try section.choice("ownership", into: &rule.ownership)
            try section.finish()
            rules.append(rule)
        }
        return rules
    }
}

extension Rules.Need {
    /// A word belongs to one need: with two it could not be said which is meant.
    static func read(_ sections: [Section]) throws(InputError) -> [Self] {
        var needs: [Self] = []
        var taken: [String: String] = [:]
        for var section in sections {
            guard let setting = section.setting("name") else { throw section.missingName() }
            let name = try setting.text()
            guard !name.isEmpty, !name.contains(";") else {
                throw setting.wrong(
                    "cannot be used", expected: "A name without ';' is expected: lists are written with it.")
            }
            var synonyms: [String] = []
            try section.texts("synonyms", into: &synonyms)
            for word in [name] + synonyms {
                if let other = taken[word.lowercased()], other != name || word == name {
                    throw section.error(
                        at: word == name ? "name" : "synonyms", "'\(word)' already stands for the need '\(other)'",
                        advice: ["Every word belongs to one need; take it out of one of them."])
                }
                taken[word.lowercased()] = name
            }
            try section.finish()
            needs.append(Self(name: name, synonyms: synonyms))
        }
        return needs
    }
}

extension Section {
    func missingName() -> InputError {
        error("'\(path)' has no 'name'", advice: ["Add 'name: …' to it."])
    }

    /// A name that ids are made with, `name:id`.
    mutating func name(unlike others: inout Set<String>) throws(InputError) -> String {
        guard let setting = setting("name") else { throw missingName() }
        let name = try setting.word()
        guard others.insert(name).inserted else { throw setting.wrong("stands twice", expected: "Names are unique.") }
        return name
    }
}

extension Setting {
    /// A text without blanks and the signs that ids, lists and paths are written with.
    func word() throws(InputError) -> String {
        let word = try text()
        guard !word.isEmpty, word.count <= 64, !word.contains(where: { $0.isWhitespace || ":;,/\\\"'".contains($0) })
        else {
            throw wrong(
                "cannot be used as a name",
                expected: "One word is expected, such as crm-a; letters, digits and '-' will do.")
        }
        return word
    }

    func fileNamePattern() throws(InputError) -> String {
        let pattern = try text()
        guard !pattern.isEmpty, !pattern.contains("/") else {
            throw wrong(
                "is no pattern of file names",
                expected: "A name without folders is expected; * stands for any characters, ? for one: \"*kingdee*\".")
        }
        return pattern
    }
}
