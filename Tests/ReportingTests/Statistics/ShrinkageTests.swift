import Testing

@testable import Reporting

@Suite struct ShrinkageTests {
    @Test("two of two does not outrank ninety-five of a hundred")
    func small() throws {
        let group = [Proportion(2, of: 2), Proportion(95, of: 100), Proportion(60, of: 100), Proportion(70, of: 100)]
        let prior = try #require(Shrinkage(group: group))
        #expect(prior.shrunk(group[0]) < prior.shrunk(group[1]))
        #expect(prior.shrunk(group[0]) > prior.mean)
    }

    @Test("a shrunk share lies between the raw one and the group's")
    func between() throws {
        let group = [Proportion(9, of: 10), Proportion(40, of: 80), Proportion(10, of: 50)]
        let prior = try #require(Shrinkage(group: group))
        for share in group {
            let (raw, shrunk) = (try #require(share.value), prior.shrunk(share))
            #expect(min(raw, prior.mean) <= shrunk && shrunk <= max(raw, prior.mean))
        }
    }

    @Test("members that differ no more than by chance all have the group's share; nobody has none")
    func noSpread() throws {
        let prior = try #require(Shrinkage(group: [Proportion(5, of: 10), Proportion(10, of: 20)]))
        #expect(prior.strength == nil)
        #expect(prior.shrunk(Proportion(1, of: 2)) == 0.5)
        #expect(Shrinkage(group: [Proportion(0, of: 0)]) == nil)
        #expect(try #require(Shrinkage(group: [Proportion(3, of: 4)])).shrunk(Proportion(3, of: 4)) == 0.75)
    }
}
