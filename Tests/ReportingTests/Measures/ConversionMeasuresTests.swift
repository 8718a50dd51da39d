import Records
import Testing

@testable import Reporting

@Suite struct ConversionMeasuresTests {
    @Test("a cell is given only where every member is old enough; else it is an estimate with those at risk")
    func maturity() throws {
        var small = SmallNight()
        // The week of Monday 2026-11-09 began 14 days before 2026-11-23.
        small.addSpell(1, start: 14, won: 9)
        small.addSpell(2, start: 14)
        small.addSpell(3, start: 11, end: 6, reason: .recycled)
        let cohort = try #require(small.night.conversion.cohorts.first)
        #expect(cohort.week == BusinessDate(iso: "2026-11-09"))
        #expect(cohort.size == 3)
        #expect(cohort.cells[0].isMature)
        #expect(cohort.cells[0].converted == 1)
        #expect(abs(try #require(cohort.cells[0].estimate) - 1.0 / 3) < 1e-9)
        #expect(!cohort.cells[1].isMature)
        #expect(cohort.cells[1].atRisk == 1)
        #expect(cohort.cells[2].estimate == nil)
    }

    @Test("in every mature cell of a big night the estimate is the plain share")
    func estimateIsShare() {
        let night = Night(SampleNight.facts(), rules: SampleNight.rules(), version: "1")
        var checked = 0
        for cohort in night.conversion.cohorts {
            for cell in cohort.cells where cell.isMature {
                let share = Double(cell.converted) / Double(cohort.size)
                #expect(abs((cell.estimate ?? -1) - share) < 1e-9)
                checked += 1
            }
        }
        #expect(checked > 10)
    }

    @Test("a spell resolves at its win or its end, whichever is first; some ends are no ends of interest")
    func observations() {
        var small = SmallNight()
        small.addSpell(1, start: 10, end: 2, reason: .recycled, won: 5)
        small.addSpell(2, start: 10, end: 2, reason: .transferred)
        small.addSpell(3, start: 10, end: 6, reason: .released)
        small.addSpell(4, start: 10, end: 6, reason: .recycled, won: 1)
        let seen = small.facts.spells.map { ConversionMeasures.observation($0, asOf: small.facts.asOf) }
        #expect(seen.map(\.cause) == [.converted, nil, .released, .recycled])
        #expect(seen.map { $0.time / 86_400 } == [5, 8, 4, 4])
    }

    @Test("migrated spells have cohorts of their own, by the week of taking over, without accounts won before")
    func migrated() throws {
        var small = SmallNight()
        small.addSpell(1, kind: .opening, start: 14, won: 9)
        small.addSpell(2, kind: .opening, start: 14, end: 0, reason: .recycled)
        small.addSpell(3, kind: .opening, start: 14, won: 20)
        small.addSpell(4, start: 2)
        let conversion = small.night.conversion
        let cohort = try #require(conversion.migratedCohorts.first)
        #expect(conversion.migratedCohorts.count == 1 && cohort.week == BusinessDate(iso: "2026-11-09"))
        #expect(cohort.size == 2)
        #expect(cohort.cells[0].isMature && cohort.cells[0].converted == 1)
        #expect(!cohort.cells[2].isMature)
        #expect(conversion.migrated == Proportion(1, of: 2))
        #expect(conversion.openingSpells == 3)
        #expect(conversion.count == 1 && conversion.cohorts.map(\.size) == [1])
        #expect(conversion.showsMigrated)
    }

    @Test("migrated cohorts are shown until an own one is mature at every age, and not where there are none")
    func whenMigratedIsShown() {
        var small = SmallNight()
        small.addSpell(1, start: 83)
        #expect(!small.night.conversion.showsMigrated)
        small.addSpell(2, kind: .opening, start: 90)
        #expect(small.night.conversion.showsMigrated)
        small.addSpell(3, start: 84)
        #expect(small.night.conversion.cohorts.map(\.size) == [2] && small.night.conversion.showsMigrated)
        small.addSpell(4, start: 91)
        #expect(!small.night.conversion.showsMigrated)
    }

    @Test("spells of accounts won before, migrated and undone ones are not in it")
    func leftOut() {
        var small = SmallNight()
        small.addSpell(1, start: 10, won: 20)
        small.addSpell(2, kind: .opening, start: 10)
        small.addSpell(3, start: 10, end: 9, reason: .undone)
        #expect(small.night.conversion.count == 0)
        #expect(small.night.conversion.openingSpells == 1)
    }
}
