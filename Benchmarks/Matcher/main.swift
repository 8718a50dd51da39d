import Allocation
import Foundation

// matcher FILE: solves a matching problem that match.py wrote and prints objective, customers given,
// customers missing to floors, and processor seconds.
//
// FILE holds numbers: takers, segments, total (-1: none), barred pairs; per taker capacity, floor and a rate per segment
// (-1: none); per segment the number of customers and their weights, descending; per pair taker, segment, index.

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("matcher: \(message)\n".utf8))
    exit(2)
}

guard CommandLine.arguments.count == 2, let data = FileManager.default.contents(atPath: CommandLine.arguments[1]) else {
    fail("usage: matcher FILE")
}
/// The numbers of the file, one after the other.
struct Numbers {
    private var numbers: [Int64] = []
    private var place = 0

    init(_ data: Data) {
        var number: Int64 = 0
        var sign: Int64 = 1
        var isInNumber = false
        for byte in data + [0x20] {
            switch byte {
            case 0x30...0x39:
                number = number * 10 + Int64(byte - 0x30)
                isInNumber = true
            case 0x2D: sign = -1
            default:
                if isInNumber { numbers.append(sign * number) }
                (number, sign, isInNumber) = (0, 1, false)
            }
        }
    }

    mutating func next() -> Int64 {
        guard place < numbers.count else { fail("\(CommandLine.arguments[1]) ends too early") }
        place += 1
        return numbers[place - 1]
    }
}

var numbers = Numbers(data)
let (takers, segments, total, pairs) = (
    Int(numbers.next()), Int(numbers.next()), Int(numbers.next()), Int(numbers.next())
)
let problem = MatchingProblem(
    takers: (0..<takers).map { _ in
        MatchingProblem.Taker(
            capacity: Int(numbers.next()), floor: Int(numbers.next()), rates: (0..<segments).map { _ in numbers.next() }
        )
    },
    weights: (0..<segments).map { _ in (0..<numbers.next()).map { _ in numbers.next() } },
    barred: Set(
        (0..<pairs).map { _ in
            MatchingProblem.Pair(taker: Int(numbers.next()), segment: Int(numbers.next()), index: Int(numbers.next()))
        }),
    total: total < 0 ? nil : total)
let start = clock()
let matching = MatchingSolver.solve(problem)
let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
let given = matching.takers.reduce(0) { $0 + $1.count { $0 != nil } }
print(matching.objective, given, matching.missingFloor, seconds)
