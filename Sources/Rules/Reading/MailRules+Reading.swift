import Records

extension MailRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        if let setting = section.setting("from") { from = try setting.mailAddress() }
        try section.texts("managers", into: &managers) { setting throws(InputError) in try setting.mailAddress() }
        try section.flag("worklists", into: &sendsWorklists)
        try section.choice("coaching", into: &coaching)
        try section.texts("administrators", into: &administrators) { setting throws(InputError) in
            try setting.mailAddress()
        }
        try section.choice("transport", into: &transport)
        if let part = try section.section("smtp") { smtp = try SMTPRules(part) }
        if let setting = section.setting("sendmail") { sendmailPath = try setting.absolutePath() }
        try section.texts("domains", into: &domains) { setting throws(InputError) in try setting.domain() }
        try section.integer("maximum_recipients", into: &maximumRecipients, in: 1...largestCount)
        try section.limit("per_minute", into: &perMinute, in: 1...largestCount)
        try readRetries(&section)
        try section.choice("after_dot", into: &afterDot)
        try section.choice("catch_up", into: &catchUp)
        try section.integer("keep_days", into: &keepDays, in: 0...largestDays)
        try section.finish()
        guard transport == .smtp, smtp == nil else { return }
        throw section.error(
            at: "transport", "'mail.transport' is smtp, but there is no 'mail.smtp'",
            advice: ["Name the server:  smtp: {host: mail.example.com, user: gonghai}"])
    }

    private mutating func readRetries(_ section: inout Section) throws(InputError) {
        if let setting = section.setting("retry_minutes") {
            retryMinutes = []
            for item in try setting.items() { retryMinutes.append(try item.integer(in: 0...1440)) }
            guard !retryMinutes.isEmpty else {
                throw setting.wrong("is empty", expected: "At least one number of minutes is expected.")
            }
        }
        if let setting = section.setting("retry_until") { retryUntilSecondOfDay = try setting.secondOfDay() }
    }
}

extension SMTPRules {
    init(_ section: Section) throws(InputError) {
        var section = section
        guard let setting = section.setting("host") else {
            throw section.error("'mail.smtp' has no 'host'", advice: ["Name the server:  host: mail.example.com"])
        }
        self.init(host: try setting.hostName())
        try section.choice("security", into: &security)
        port = security == .tls ? 465 : 587
        try section.integer("port", into: &port, in: 1...65_535)
        if let setting = section.setting("user") { user = try setting.text() }
        try section.choice("auth", into: &authentication)
        if section.setting("password") != nil {
            throw section.error(
                at: "password", "'mail.smtp.password' may not stand in this file, which many can read",
                advice: [
                    "Put it into the environment variable GONGHAI_SMTP_PASSWORD, the systemd credential "
                        + "gonghai-smtp-password, or a file of mode 0600:  password_file: smtp-password"
                ])
        }
        if let setting = section.setting("password_file") { passwordFile = try setting.text() }
        if let setting = section.setting("ca_file") { authoritiesFile = try setting.text() }
        try section.integer("timeout_seconds", into: &timeoutSeconds, in: 1...3600)
        try section.finish()
    }
}

extension Setting {
    /// `name@host` in ASCII, without a display name: what a mail server is handed.
    func mailAddress() throws(InputError) -> String {
        let address = try text()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>,;:\"()\\[]".utf8.contains($0) }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isPlain else {
            throw wrong(
                "is no mail address",
                expected: "An address such as sales@example.com is expected, without a name or brackets.")
        }
        return address
    }

    /// A host name or an address in digits: what may stand in a URL between `//` and `:`.
    func hostName() throws(InputError) -> String {
        let name = try text()
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
            default: false
            }
        }
        guard !name.isEmpty, isPlain else {
            throw wrong("is no host", expected: "A name such as mail.example.com is expected; the port has a key.")
        }
        return name
    }

    /// A domain in lower case.
    func domain() throws(InputError) -> String {
        let name = try text()
        guard !name.contains("@"), !name.hasPrefix("."), !name.hasSuffix(".") else {
            throw wrong("is no domain", expected: "What stands behind the @ is expected, such as example.com.")
        }
        return try hostName().lowercased()
    }

    func absolutePath() throws(InputError) -> String {
        let path = try text()
        guard path.hasPrefix("/") else {
            throw wrong("is no full path", expected: "A path from / on is expected, such as /usr/sbin/sendmail.")
        }
        return path
    }

    /// A time of day, `10:00`, as seconds since midnight.
    func secondOfDay() throws(InputError) -> Int {
        let text = try text()
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else {
            throw wrong("is no time of day", expected: "Hours and minutes in quotes are expected, such as \"10:00\".")
        }
        return hour * 3600 + minute * 60
    }
}
