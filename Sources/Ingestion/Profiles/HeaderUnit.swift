import Records

/// The unit that a header puts in brackets behind its name: `年营收(万元)`, `金额（元）`, `Amount (USD)`.
struct HeaderUnit: Sendable, Equatable {
    /// The header without the unit, folded.
    let folded: [UInt8]
    /// The unit as it stands there.
    let text: String

    /// `nil` where no bracket ends the header, or what it holds is no unit.
    init?(_ header: String) {
        let bytes = Folding.folded(header)
        guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")), open > 0 else {
            return nil
        }
        var unit = bytes[(open + 1)...].dropLast()
        for prefix in Self.prefixes where unit.starts(with: prefix) && unit.count > prefix.count {
            unit = unit.dropFirst(prefix.count)
        }
        guard Self.known.contains(Array(unit)) else { return nil }
        folded = Array(bytes[..<open])
        text = String(decoding: unit, as: UTF8.self)
    }

    /// `(单位:万元)`
    private static let prefixes = ["单位:", "单位", "unit:", "in"].map { Array($0.utf8) }

    private static let known: Set<[UInt8]> = {
        let powers = ["", "百", "千", "万", "十万", "百万", "千万", "亿", "萬", "億"]
        let currencies = ["元", "圆", "人民币", "美元", "港元", "港币", "欧元", "日元", "英镑", "台币"]
        var units = powers.flatMap { power in currencies.map { power + $0 } } + powers.dropFirst()
        let codes = ["cny", "rmb", "usd", "eur", "hkd", "jpy", "gbp", "twd", "$", "€", "¥", "£", "us$"]
        units += codes + ["k", "thousand", "million", "billion", "mio", "mn", "bn"]
        units += codes.flatMap { code in ["k", "m", "thousand", "million", "mio", "mn"].map { $0 + code } }
        units += powers.map { $0 + "人" } + ["名", "employees", "people"]
        return Set(units.map { Folding.folded($0) })
    }()
}
