import Delivery
import PoolStore
import Records
import Reporting
import Rules

/// Mails to the administrators about nights and mails themselves, in the workspace's first language.
///
/// They say what happened and what to do; what concerns single customers stands in the workspace, not here.
struct AlertMail {
    static let list = "alert"

    let workspace: Workspace
    private var isChinese: Bool { workspace.rules.firstLanguage == .chinese }

    /// Puts the news of a night that failed into the outbox. `attempt` is its run record: a second failure is news again.
    func nightFailed(_ date: BusinessDate, attempt: Int, stage: String, message: String) throws {
        let command = "gonghai run --date \(date)"
        try enqueue(
            date, key: "night/\(attempt)",
            subject: isChinese
                ? "公海 \(date)：夜间任务没有完成（\(stage)）" : "Gonghai \(date): the night was not completed (\(stage))",
            text: isChinese
                ? "\(date) 的夜间任务停在“\(stage)”这一步。此前的步骤已保存，之后的步骤没有执行。\n\n\(message)\n\n处理后从停下的地方继续：\n\(command)\n\n运行记录：runs/\(date)/\(attempt).json\n"
                : "The night for \(date) stopped in the stage '\(stage)'. What came before is kept, what follows was not done.\n\n\(message)\n\nOnce mended, it goes on where it stopped:\n\(command)\n\nRun record: runs/\(date)/\(attempt).json\n"
        )
    }

    /// Puts the news of mails that were given up into the outbox, once for the same mails.
    func undelivered(_ failures: [DispatchReport.Failure], date: BusinessDate) throws {
        let lines = failures.prefix(50).map { "\($0.mail): \($0.reply)" }.joined(separator: "\n")
        try enqueue(
            date, key: "undelivered/\(Identity.digest(lines.utf8).prefix(16))",
            subject: isChinese
                ? "公海 \(date)：\(failures.count) 封邮件未送达" : "Gonghai \(date): \(failures.count) mails were not delivered",
            text: isChinese
                ? "以下邮件已放弃发送：\n\n\(lines)\n\n更正地址或邮件服务器后再试：\ngonghai send --again\n"
                : "These mails were given up:\n\n\(lines)\n\nOnce the addresses or the server are mended:\ngonghai send --again\n"
        )
    }

    private func enqueue(_ date: BusinessDate, key: String, subject: String, text: String) throws {
        var envelopes = MailEnvelopes(rules: workspace.rules, date: date, at: Clock.now())
        for address in workspace.rules.mail.administrators {
            try envelopes.add(
                subject: subject, text: text,
                html: PlainText.html(text, language: workspace.rules.firstLanguage.rawValue), list: Self.list,
                to: address, key: key)
        }
        try workspace.store().enqueue(envelopes.mails)
    }
}
