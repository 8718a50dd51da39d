import Foundation
import Records

/// What a pooled customer is worth offering: freshness, earlier attempts and value, without regard to any rep.
package struct Worth: Sendable {
    private let date: BusinessDate
    private let zone: Zone
    private let alpha: Double
    private let recontact: [Double]

    package init(date: BusinessDate, zone: Zone, alpha: Double = 0.5, recontact: [Double] = [1, 1, 1]) {
        self.date = date
        self.zone = zone
        self.alpha = alpha
        self.recontact = recontact
    }

    /// 1 on the day the customer entered the pool, halved every 30 days.
    package func freshness(of customer: CustomerSummary) -> Double {
        guard let poolSince = customer.poolSince else { return 1 }
        return exp2(-Double(max(0, date - zone.date(of: poolSince))) / 30)
    }

    /// How many held it before, 2 for two or more. A spell that a merger or an undo ended was no attempt.
    package static func attempt(of customer: CustomerSummary) -> Int {
        min(2, customer.formerOwners.count { $0.endReason != .merged && $0.endReason != .undone })
    }

    /// What the chance of a fresh customer has to be multiplied by for this one.
    package func prospects(of customer: CustomerSummary) -> Double {
        freshness(of: customer) * recontact[Self.attempt(of: customer)]
    }

    /// value^alpha in major units; an unknown value counts as 1, so that it never outranks a known one by chance.
    package func value(of customer: CustomerSummary) -> Double {
        guard let value = customer.value else { return 1 }
        let units = max(0, Double(value.minorUnits)) / Self.scale(of: value.currency)
        return alpha == 0.5 ? units.squareRoot() : alpha == 0 ? 1 : pow(units, alpha)
    }

    private static func scale(of currency: String) -> Double {
        switch Money.minorDigits(of: currency) {
        case 0: 1
        case 3: 1000
        default: 100
        }
    }
}
