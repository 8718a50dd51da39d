/// The part of a web or mail domain that an organisation registers, unless everybody shares it.
enum MailDomain {
    /// `mail.acme.com.cn` → `acme.com.cn`; `nil` for free mailers, marketplaces and what is no domain.
    static func organisation(of domain: String) -> String? { organisation(of: Array(domain.utf8)[...]) }

    /// The domain of a mail address, by the same rule.
    static func organisation(ofAddress address: String) -> String? {
        let bytes = Array(address.utf8)
        return bytes.lastIndex(of: UInt8(ascii: "@")).flatMap { organisation(of: bytes[($0 + 1)...]) }
    }

    private static func organisation(of domain: ArraySlice<UInt8>) -> String? {
        var bytes = Array(domain)
        if bytes.contains(where: { $0 >= 0x80 }) {
            bytes = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
        }
        var starts = [0]
        for index in bytes.indices {
            if (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
            if bytes[index] == UInt8(ascii: ".") { starts.append(index + 1) }
        }
        func label(_ index: Int) -> ArraySlice<UInt8> {
            bytes[starts[index]..<(index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count)]
        }
        let count = starts.count
        guard count >= 2, (0..<count).allSatisfy({ !label($0).isEmpty }) else { return nil }
        let isUnderCountry =
            count >= 3 && label(count - 1).count == 2
            && secondLevels.contains(String(decoding: label(count - 2), as: UTF8.self))
        let registered = String(decoding: bytes[starts[count - (isUnderCountry ? 3 : 2)]...], as: UTF8.self)
        return shared.contains(registered) ? nil : registered
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
