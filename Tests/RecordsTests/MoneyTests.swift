import Records
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "major units are a plain decimal",
        arguments: [
            (123_450, "CNY", "1234.50"), (5, "CNY", "0.05"), (-5, "CNY", "-0.05"), (-123_450, "USD", "-1234.50"),
            (0, "EUR", "0.00"), (1234, "JPY", "1234"),
            (-7, "JPY", "-7"), (1234, "BHD", "1.234"), (Int64.min, "CNY", "-92233720368547758.08"),
            (Int64.max, "KWD", "9223372036854775.807"),
        ])
    func majorUnits(minorUnits: Int64, currency: String, text: String) {
        #expect(Money(minorUnits: minorUnits, currency: currency).majorUnits == text)
    }
}
