import Records
import Testing

@testable import Normalization

@Suite("MoneyText")
struct MoneyTextTests {
    func read(_ text: String, separator: Character? = nil, currency: String = "CNY") -> Reading<Money> {
        MoneyReader(separator: separator).read(bytes(text), currency: currency)
    }

    @Test(
        "amounts are exact, in minor units",
        arguments: [
            ("1234.56", 123_456), ("1,234.56", 123_456), ("1.234,56", 123_456), ("1,234", 123_400),
            ("1,234,567", 123_456_700), ("1234,5", 123_450),
            ("0.1", 10), (".5", 50), ("1.005", 0), ("12.345万", 12_345_000), ("500万元", 500_000_000),
            ("1.2亿", 12_000_000_000), ("3千", 300_000), ("5百万", 500_000_000),
            ("2千万", 2_000_000_000), ("50k", 5_000_000), ("1.5m", 150_000_000), ("50w", 50_000_000), ("-12.5", -1250),
            ("(1,234.50)", -123_450),
            ("¥1,000", 100_000), ("￥１，０００．５０", 100_050), ("RMB 1000", 100_000), ("1000元", 100_000), ("1000元整", 100_000),
            ("-¥5", -500), ("5-", -500),
            ("1 234,50", 123_450), ("'100", 10_000), ("+7", 700), ("0", 0), ("1234.567", 123_457), ("0.125", 13),
            ("6.0E7", 6_000_000_000),
        ])
    func amounts(text: String, minorUnits: Int64) {
        if text == "1.005" {
            // Two ways to read it: 1005 or 1.005.
            #expect(read(text).problem?.code == .invalidNumber)
            return
        }
        #expect(read(text) == Reading(Money(minorUnits: minorUnits, currency: "CNY")))
    }

    @Test("revenue of a real export in scientific notation")
    func scientific() {
        #expect(read("8.48E10", currency: "USD").value == Money(minorUnits: 8_480_000_000_000, currency: "USD"))
        #expect(read("8.48E10", separator: ",", currency: "USD").value?.minorUnits == 8_480_000_000_000)
        #expect(read("1.5e-1").value?.minorUnits == 15)
    }

    @Test("the file's decimal separator decides")
    func separators() {
        #expect(read("1.234", separator: ",").value?.minorUnits == 123_400)
        #expect(read("1.234", separator: ".").value?.minorUnits == 123)
        #expect(read("1,234", separator: ",").value?.minorUnits == 123)
        #expect(read("1.5", separator: ",").problem?.code == .invalidNumber)
        #expect(read("12,34", separator: ".").problem?.code == .invalidNumber)
    }

    @Test(
        "a mark names the currency",
        arguments: [
            ("$100", "CNY", "USD"), ("$100", "CAD", "CAD"), ("100 USD", "CNY", "USD"), ("US$100", "CNY", "USD"),
            ("€ 100", "CNY", "EUR"), ("100美元", "CNY", "USD"),
            ("1.2亿美元", "CNY", "USD"), ("HK$100", "CNY", "HKD"), ("¥100", "JPY", "JPY"), ("¥100", "USD", "CNY"),
            ("100元", "TWD", "TWD"), ("£100", "CNY", "GBP"),
            ("港币100", "CNY", "HKD"), ("$8.4bn", "CNY", "USD"),
        ])
    func currencies(text: String, fallback: String, expected: String) {
        #expect(read(text, currency: fallback).value?.currency == expected)
    }

    @Test("a currency without minor units has none")
    func yen() {
        #expect(read("¥100", currency: "JPY").value == Money(minorUnits: 100, currency: "JPY"))
        #expect(read("1.234", separator: ".", currency: "BHD").value == Money(minorUnits: 1234, currency: "BHD"))
    }

    @Test(
        "what is no amount is flagged",
        arguments: ["abc", "-", "1.2.3", "1,23,456", "1-2", "12 34", "(5", "5 dogs", "E10", "¥", "1,2345"])
    func invalid(text: String) {
        #expect(read(text).value == nil)
        #expect(read(text).problem?.code == .invalidNumber)
    }

    @Test(
        "an amount beyond 64 bits is implausible, never wrong",
        arguments: ["99999999999999999999", "9E20", "1E99", "92233720368547758.08", "1000000000亿"])
    func overflow(text: String) {
        #expect(read(text).value == nil)
        #expect(read(text).problem?.code == .implausibleNumber)
    }

    @Test("the largest amounts are exact")
    func largest() {
        #expect(read("92233720368547758.07").value?.minorUnits == .max)
        #expect(read("-92233720368547758.07").value?.minorUnits == -.max)
    }

    @Test("an amount is read as it is written")
    func roundTrip() {
        for minorUnits in stride(from: Int64(-99_999), through: 9_999_999, by: 7919) {
            let money = Money(minorUnits: minorUnits, currency: "CNY")
            #expect(read(money.majorUnits).value == money)
        }
    }

    @Test(
        "currency cells",
        arguments: [
            ("人民币", "CNY"), ("RMB", "CNY"), ("usd", "USD"), ("U.S. Dollar", "USD"), ("NOK", "NOK"), ("€", "EUR"),
            ("$", "USD"),
        ])
    func currencyCells(text: String, code: String) {
        #expect(Currency.read(bytes(text), fallback: "CNY").value == code)
    }

    @Test("an unknown currency is flagged")
    func unknownCurrency() {
        #expect(Currency.read(bytes("贝壳"), fallback: "CNY").problem?.code == .unknownValue)
    }
}
