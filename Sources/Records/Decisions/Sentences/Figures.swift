/// A plain decimal with commas between groups of three digits before the point: `1234.50` becomes `1,234.50`, whole
/// amounts lose their zeros.
func grouped(_ decimal: String) -> String {
    let sign = decimal.hasPrefix("-") ? "-" : ""
    let parts = decimal.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    let digits = Array(parts.first ?? "0")
    var text = sign
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { text += "," }
        text.append(digit)
    }
    guard parts.count > 1, parts[1].contains(where: { $0 != "0" }) else { return text }
    return text + "." + parts[1]
}

/// A whole number of the smallest parts as a decimal: 1234 with 2 digits becomes `12.34`.
func decimal(_ number: Int, _ digits: Int) -> String {
    var text = String(number.magnitude)
    while text.count <= digits { text = "0" + text }
    let point = text.index(text.endIndex, offsetBy: -digits)
    return (number < 0 ? "-" : "") + text[..<point] + "." + text[point...]
}

/// A share as a percentage with at most two decimals: 0.9 becomes `90%`.
func percent(_ share: Double) -> String {
    let hundredths = (share * 10_000).rounded()
    guard hundredths.isFinite, abs(hundredths) < 1e15 else { return "\(share)" }
    let (whole, rest) = (Int(hundredths) / 100, Int(hundredths) % 100)
    let fraction = rest == 0 ? "" : "." + (rest % 10 == 0 ? "\(abs(rest / 10))" : padded(abs(rest), 2))
    return "\(whole)\(fraction)%"
}
