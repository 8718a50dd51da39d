import TestSupport
import Testing

@testable import Allocation

@Suite("MatchingSolver")
struct MatchingSolverTests {
    /// The best objective, floors first, by trying everything: whoever may take each customer, or nobody.
    static func bruteForce(_ problem: MatchingProblem) -> (floor: Int, objective: Int64) {
        let customers = problem.weights.indices.flatMap { segment in
            problem.weights[segment].indices.map { (segment: segment, index: $0) }
        }
        var given = [Int](repeating: 0, count: problem.takers.count)
        var best = (floor: -1, objective: Int64(-1))
        func go(_ place: Int, _ count: Int, _ sum: Int64) {
            guard place < customers.count else {
                let floor = zip(problem.takers, given).reduce(0) { $0 + min($1.0.floor, $1.1) }
                if (floor, sum) > best { best = (floor, sum) }
                return
            }
            go(place + 1, count, sum)
            guard count < problem.total ?? .max else { return }
            let (segment, index) = customers[place]
            for (number, taker) in problem.takers.enumerated()
            where given[number] < taker.capacity && taker.rates[segment] >= 0
                && !problem.barred.contains(.init(taker: number, segment: segment, index: index))
            {
                given[number] += 1
                go(place + 1, count + 1, sum + taker.rates[segment] * problem.weights[segment][index])
                given[number] -= 1
            }
        }
        go(0, 0, 0)
        return best
    }

    static func problem(_ chance: inout SeededGenerator) -> MatchingProblem {
        let segments = Int.random(in: 1...3, using: &chance)
        let takers = (0..<Int.random(in: 1...3, using: &chance)).map { _ in
            let capacity = Int.random(in: 0...3, using: &chance)
            return MatchingProblem.Taker(
                capacity: capacity, floor: Int.random(in: 0...capacity, using: &chance),
                rates: (0..<segments).map { _ in
                    Int.random(in: 0..<4, using: &chance) == 0 ? -1 : Int64.random(in: 1...9, using: &chance)
                })
        }
        let weights = (0..<segments).map { _ in
            (0..<Int.random(in: 0...2, using: &chance)).map { _ in Int64.random(in: 1...20, using: &chance) }
                .sorted(by: >)
        }
        var barred: Set<MatchingProblem.Pair> = []
        for segment in weights.indices {
            for index in weights[segment].indices where Int.random(in: 0..<3, using: &chance) == 0 {
                barred.insert(
                    .init(taker: Int.random(in: takers.indices, using: &chance), segment: segment, index: index))
            }
        }
        let total = Bool.random(using: &chance) ? nil : Int.random(in: 0...5, using: &chance)
        return MatchingProblem(takers: takers, weights: weights, barred: barred, total: total)
    }

    /// Whether the matching keeps capacities, total, territories and barred pairs.
    static func isAllowed(_ matching: Matching, by problem: MatchingProblem) -> Bool {
        var given = [Int](repeating: 0, count: problem.takers.count)
        for (segment, takers) in matching.takers.enumerated() {
            for (index, taker) in takers.enumerated() {
                guard let taker else { continue }
                given[taker] += 1
                if problem.takers[taker].rates[segment] < 0 { return false }
                if problem.barred.contains(.init(taker: taker, segment: segment, index: index)) { return false }
            }
        }
        return zip(given, problem.takers).allSatisfy { $0 <= $1.capacity }
            && given.reduce(0, +) <= problem.total ?? .max
    }

    @Test("what one more place brings is what the best assignment with it brings more: 2,000 small problems")
    func gains() {
        var chance = SeededGenerator(seed: 8)
        var (bound, gained) = (0, 0)
        for number in 0..<2000 {
            let problem = Self.problem(&chance)
            let (matching, gains) = MatchingSolver.solveWithGains(problem)
            #expect(matching == MatchingSolver.solve(problem))
            let best = Self.bruteForce(problem)
            func more(_ change: (inout MatchingProblem) -> Void) -> Int64? {
                var larger = problem
                change(&larger)
                let more = Self.bruteForce(larger)
                // A floor that can be filled only now may cost something else.
                return more.floor == best.floor ? more.objective - best.objective : nil
            }
            if let total = problem.total, let gain = more({ $0.total = total + 1 }) {
                #expect(gains.total == gain, "problem \(number)")
                if gain > 0 { bound += 1 }
            }
            for taker in problem.takers.indices {
                let gain = more { $0.takers[taker].capacity += 1 }
                #expect(gains.takers[taker] == gain, "problem \(number), taker \(taker)")
                if gains.takers[taker] > 0 { gained += 1 }
            }
        }
        #expect(bound > 50 && gained > 500, "\(bound), \(gained)")
    }

    @Test("nothing beats it: 2,000 small problems with floors, totals, territories and barred pairs, all ways tried")
    func optimal() {
        var chance = SeededGenerator(seed: 7)
        for number in 0..<2000 {
            let problem = Self.problem(&chance)
            let matching = MatchingSolver.solve(problem)
            let best = Self.bruteForce(problem)
            let floors = problem.takers.reduce(0) { $0 + $1.floor }
            #expect(Self.isAllowed(matching, by: problem), "problem \(number)")
            #expect(matching.objective == best.objective, "problem \(number)")
            #expect(floors - matching.missingFloor == best.floor, "problem \(number)")
        }
    }

    @Test("a path that frees a customer for somebody better is found")
    func displaces() {
        // The first gets the better customer first; the second can only take that one.
        let problem = MatchingProblem(
            takers: [.init(capacity: 1, rates: [10, 9]), .init(capacity: 1, rates: [8, -1])], weights: [[10], [10]])
        let matching = MatchingSolver.solve(problem)
        #expect(matching.takers == [[1], [0]])
        #expect(matching.objective == 170)
    }

    @Test("equal takers share: the one with fewer customers comes first, then the first of the list")
    func ties() {
        let problem = MatchingProblem(
            takers: (0..<3).map { _ in .init(capacity: 2, rates: [5]) }, weights: [[9, 8, 7, 6]])
        #expect(MatchingSolver.solve(problem).takers == [[0, 1, 2, 0]])
    }

    @Test("numbers are scaled in proportion, and what is above nothing stays above it")
    func scaled() {
        #expect(MatchingProblem.scaled([[0.5, 1], [-1, 0, 1e-12]], to: 1000) == [[500, 1000], [-1, 0, 1]])
        #expect(MatchingProblem.scaled([[0, -1]], to: 1000) == [[0, -1]])
    }
}
