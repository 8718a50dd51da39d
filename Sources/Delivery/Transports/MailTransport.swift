/// A finished mail on its way to one recipient.
package struct OutgoingMail: Sendable, Equatable {
    /// What its file is called where it becomes one.
    package var name: String
    package var from: MailAddress
    package var to: MailAddress
    /// `MailMessage.bytes`: CRLF lines, ASCII.
    package var bytes: [UInt8]

    package init(name: String, from: MailAddress, to: MailAddress, bytes: [UInt8]) {
        self.name = name
        self.from = from
        self.to = to
        self.bytes = bytes
    }
}

/// What became of a mail that was handed over. The text is the server's reply or the problem, addresses in it masked.
package enum DeliveryOutcome: Sendable, Equatable {
    case sent(String)
    /// The server refused it for now (4yz).
    case refusedForNow(String)
    /// The server refused it for good (5yz).
    case refused(String)
    /// No server answered, or it went away before the end of the mail: nothing was delivered.
    case unreachable(String)
    /// The connection was lost between the last byte and the answer: it may have been delivered.
    case unknown(String)
    /// Nothing can be sent as things are: the password, the certificate or the server's configuration is wrong.
    /// Going on would only repeat it and might lock the account.
    case blocked(String)
}

/// A way out for mails: one at a time, one recipient each.
package protocol MailTransport: AnyObject {
    /// Hands `mail` over and says what became of it.
    ///
    /// `beforeLastByte` is called once, when all that is missing is the byte that makes the receiver responsible: what
    /// it records is true even if the process dies in the next moment. Where it throws, the mail is not sent and the
    /// error is thrown on.
    func send(_ mail: OutgoingMail, beforeLastByte: () throws -> Void) throws -> DeliveryOutcome
}
