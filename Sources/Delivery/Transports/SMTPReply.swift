import Records

/// The last answer of a server and the command it answers.
struct SMTPReply: Equatable {
    /// The first four letters of the command, such as `MAIL`; empty for the greeting, `DOT` for the end of the mail.
    var verb: String
    /// Three digits; 0 where there was no answer.
    var code: Int
    /// As the server wrote it, the code included; on one line.
    var text: String

    private static let mailVerbs: Set<String> = ["MAIL", "RCPT", "DATA", "DOT"]
    /// RFC 4954: authentication required, mechanism too weak, credentials invalid, encryption required.
    private static let authenticationCodes: Set<Int> = [530, 534, 535, 538]

    /// What a refusal means for the mail, or `nil` where the code is none.
    ///
    /// 5yz is about the mail where it answers MAIL, RCPT, DATA or the end of the mail. Before that, and where it is about
    /// who may send (5.7.x to MAIL, RFC 3463), it holds for every mail. 421 says that the server is closing.
    var refusal: DeliveryOutcome? {
        switch code {
        case 400..<500: .refusedForNow(shown)
        case 500..<600:
            Self.authenticationCodes.contains(code) || !Self.mailVerbs.contains(verb)
                || (verb == "MAIL" && text.contains(" 5.7."))
                ? .blocked(shown) : .refused(shown)
        default: nil
        }
    }

    /// For people and the outbox: without controls, addresses masked, cut where it is long.
    var shown: String {
        let step = ["": "the greeting", "DOT": "the end of the mail"][verb] ?? verb
        return Masking.emails(in: "\(text.prefix(200)) (to \(step))")
    }
}
