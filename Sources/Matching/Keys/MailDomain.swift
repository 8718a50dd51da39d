/// The part of a web or mail domain that an organisation registers, unless everybody shares it.
enum MailDomain {
    /// `mail.acme.com.cn` → `acme.com.cn`; `nil` for free mailers, marketplaces and what is no domain.
    static func organisation(of domain: some StringProtocol) -> String? {
        let labels = domain.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        let isUnderCountry =
            labels.count >= 3 && labels[labels.count - 1].utf8.count == 2
            && secondLevels.contains(String(labels[labels.count - 2]))
        let registered = labels.suffix(isUnderCountry ? 3 : 2).joined(separator: ".")
        return shared.contains(registered) ? nil : registered
    }

    /// The domain of a mail address, by the same rule.
    static func organisation(ofAddress address: String) -> String? {
        address.lastIndex(of: "@").flatMap { organisation(of: address[address.index(after: $0)...]) }
    }

    private static let secondLevels: Set<String> = [
        "ac", "co", "com", "edu", "gov", "ltd", "ne", "net", "or", "org", "plc",
    ]

    /// Mail providers, and hosts on which unrelated companies have their pages.
    private static let shared: Set<String> = [
        "126.com", "139.com", "163.com", "163.net", "188.com", "189.cn", "21cn.com", "aliyun.com", "aol.com",
        "foxmail.com", "gmail.com", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com",
        "live.cn", "live.com", "mac.com", "mail.ru", "me.com", "msn.com", "outlook.com", "proton.me",
        "protonmail.com", "qq.com", "sina.cn", "sina.com", "sina.com.cn", "sohu.com", "t-online.de", "tom.com",
        "vip.163.com", "wo.cn", "yahoo.co.jp", "yahoo.com", "yahoo.com.cn", "yandex.ru", "yeah.net", "web.de",
        "naver.com", "1688.com", "alibaba.com", "baidu.com", "facebook.com", "github.io", "jd.com", "linkedin.com",
        "made-in-china.com", "taobao.com", "tmall.com", "twitter.com", "weibo.com", "wordpress.com", "x.com",
        "example.com", "example.org", "example.net",
    ]
}
