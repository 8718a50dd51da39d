import CCurl
import Records
import Rules

/// Sends over SMTP with libcurl: always encrypted, the server's certificate and name always verified, many mails on one
/// connection.
///
/// The bytes are the outbox's own (libcurl only doubles leading dots), so what arrives is what a dry run shows.
package final class SMTPTransport: MailTransport {
    private let curl: CurlHandle
    private let rules: SMTPRules
    /// Whether a mail went over the open connection: only then may the server have closed it meanwhile.
    private var hasConnection = false

    /// `ehloName`: how this host calls itself, a domain. `password`: of `rules.user`, or its OAuth 2.0 access token; it goes to
    /// libcurl and nowhere else. `nil` where libcurl cannot be used at all.
    package init?(rules: SMTPRules, ehloName: String, password: String?) {
        guard let curl = CurlHandle() else { return nil }
        self.curl = curl
        self.rules = rules
        let scheme = rules.security == .tls ? "smtps" : "smtp"
        let host = rules.host.contains(":") ? "[\(rules.host)]" : rules.host
        curl.set(CURLOPT_URL, "\(scheme)://\(host):\(rules.port)/\(ehloName)")
        curl.set(CURLOPT_PROXY, "")
        curl.set(CURLOPT_NOSIGNAL, 1)
        curl.set(CURLOPT_UPLOAD, 1)
        // STARTTLS that was stripped on the way is an error, never a reason to go on in clear.
        curl.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        curl.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        curl.set(CURLOPT_SSL_VERIFYPEER, 1)
        curl.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = rules.authoritiesFile { curl.set(CURLOPT_CAINFO, file) }
        curl.set(CURLOPT_CONNECTTIMEOUT, min(rules.timeoutSeconds, 60))
        // Applies to every answer. Short, it makes duplicates: a server may take ten minutes after the last dot
        // (RFC 5321, 4.5.3.2.6).
        curl.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, rules.timeoutSeconds)
        curl.set(CURLOPT_TIMEOUT, 2 * rules.timeoutSeconds + 60)
        curl.set(CURLOPT_TCP_KEEPALIVE, 1)
        authenticate(password)
        curl.set(CURLOPT_VERBOSE, 1)
        curl.set { _, kind, bytes, count, context in Transmission.note(kind, bytes, count, context) }
        curl.set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            Transmission.noteReply(bytes, size * count, context)
        }
        curl.set(CURLOPT_READFUNCTION) { bytes, size, count, context in
            Transmission.read(bytes, size * count, context)
        }
    }

    private func authenticate(_ password: String?) {
        guard let user = rules.user else { return }
        curl.set(CURLOPT_USERNAME, user)
        curl.set(rules.authentication == .xoauth2 ? CURLOPT_XOAUTH2_BEARER : CURLOPT_PASSWORD, password ?? "")
        curl.set(CURLOPT_LOGIN_OPTIONS, "AUTH=\(rules.authentication.rawValue.uppercased())")
    }

    package func send(_ mail: OutgoingMail, beforeLastByte: () throws -> Void) throws -> DeliveryOutcome {
        let wasConnected = hasConnection
        let outcome = try attempt(mail, beforeLastByte)
        // Servers close a connection after so many mails or so much silence; then nothing of this mail was taken.
        guard wasConnected, !hasConnection else { return outcome }
        switch outcome {
        case .unreachable: return try attempt(mail, beforeLastByte)
        case .refusedForNow(let reply) where reply.hasPrefix("421"): return try attempt(mail, beforeLastByte)
        default: return outcome
        }
    }

    private func attempt(_ mail: OutgoingMail, _ beforeLastByte: () throws -> Void) throws -> DeliveryOutcome {
        try withoutActuallyEscaping(beforeLastByte) { beforeLastByte in
            let transmission = Transmission(bytes: mail.bytes, beforeLastByte: beforeLastByte)
            let context = Unmanaged.passUnretained(transmission).toOpaque()
            for option in [CURLOPT_READDATA, CURLOPT_HEADERDATA, CURLOPT_DEBUGDATA] {
                curl.set(option, context: context)
            }
            curl.set(CURLOPT_FRESH_CONNECT, hasConnection ? 0 : 1)
            curl.set(CURLOPT_MAIL_FROM, "<\(mail.from)>")
            curl.set(CURLOPT_MAIL_RCPT, list: ["<\(mail.to)>"])
            // The size stays unsaid: libcurl would not ask for the end of a mail whose size it knows.
            let code = withExtendedLifetime(transmission) { curl.perform() }
            if let error = transmission.error { throw error }
            hasConnection = code == CURLE_OK
            return outcome(code, transmission)
        }
    }

    private func outcome(_ code: CURLcode, _ transmission: Transmission) -> DeliveryOutcome {
        let reply = SMTPReply(
            verb: transmission.hasEnded ? "DOT" : transmission.verb, code: curl.responseCode,
            text: transmission.lastReply)
        if code == CURLE_OK { return .sent(Masking.emails(in: reply.text)) }
        if let refusal = reply.refusal { return refusal }
        let problem = CurlHandle.words(for: code)
        if transmission.hasEnded { return .unknown("no answer to the end of the mail: \(problem)") }
        switch code {
        case CURLE_LOGIN_DENIED:
            return .blocked("the server does not let '\(rules.authentication.rawValue)' log in: \(problem)")
        case CURLE_USE_SSL_FAILED:
            return .blocked("the server offers no STARTTLS; mails are never sent in clear")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED:
            return .blocked("the server's certificate or encryption cannot be trusted: \(problem)")
        default: return .unreachable(problem)
        }
    }
}

/// One mail while libcurl asks for its bytes.
private final class Transmission {
    private let bytes: [UInt8]
    private var position = 0
    private let beforeLastByte: () throws -> Void
    /// What `beforeLastByte` threw.
    private(set) var error: (any Error)?
    /// All bytes were handed over; libcurl sends the final dot next.
    private(set) var hasEnded = false
    private(set) var verb = ""
    /// What follows a refusal is a farewell, and its answer none to the mail.
    private var isLeaving = false
    private(set) var lastReply = ""

    init(bytes: [UInt8], beforeLastByte: @escaping () throws -> Void) {
        self.bytes = bytes
        self.beforeLastByte = beforeLastByte
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Transmission? {
        context.map { Unmanaged<Transmission>.fromOpaque($0).takeUnretainedValue() }
    }

    static func read(_ buffer: UnsafeMutablePointer<CChar>?, _ room: Int, _ context: UnsafeMutableRawPointer?) -> Int {
        guard let transmission = of(context), let buffer else { return Int(CURL_READFUNC_ABORT) }
        return transmission.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: room))
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard position == bytes.count else {
            let count = min(buffer.count, bytes.count - position)
            buffer.copyBytes(from: bytes[position..<position + count])
            position += count
            return count
        }
        guard !hasEnded else { return 0 }
        do {
            try beforeLastByte()
            hasEnded = true
            return 0
        } catch {
            self.error = error
            return Int(CURL_READFUNC_ABORT)
        }
    }

    /// Keeps the first letters of each command, never what follows them: that may be a password.
    static func note(
        _ kind: curl_infotype, _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
    ) -> Int32 {
        guard kind == CURLINFO_HEADER_OUT, let transmission = of(context), let bytes else { return 0 }
        let letters = UnsafeBufferPointer(start: bytes, count: min(count, 4)).map { UInt8(bitPattern: $0) }
        let verb = String(decoding: letters, as: UTF8.self).uppercased()
        if verb == "QUIT" { transmission.isLeaving = true }
        // The answer to a challenge begins with anything; it still belongs to AUTH.
        if ["EHLO", "HELO", "STAR", "AUTH", "MAIL", "RCPT", "DATA", "RSET"].contains(verb) {
            transmission.verb = verb
        }
        return 0
    }

    static func noteReply(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
    ) -> Int {
        guard let transmission = of(context), let bytes, !transmission.isLeaving else { return count }
        let line = UnsafeBufferPointer(start: bytes, count: count).map { UInt8(bitPattern: $0) }
        let text = HeaderText.oneLine(String(decoding: line, as: UTF8.self))
        transmission.lastReply = String(text.reversed().drop { $0 == " " }.reversed())
        return count
    }
}
