/// A language of reports, mails and explanations, by its BCP 47 tag.
package enum Language: String, Sendable, CaseIterable {
    case chinese = "zh-CN"
    case english = "en"
}
