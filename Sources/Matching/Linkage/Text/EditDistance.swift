/// Letters of a compared text: UTF-16 units, of which names hold hardly any pair.
typealias LetterBuffer = Slice<UnsafeBufferPointer<UInt16>>

enum Similarity {
    /// Whether one letter more, less, other, or two neighbours exchanged make one text the other; equal ones are too.
    static func isWithinOneEdit(_ left: LetterBuffer, _ right: LetterBuffer) -> Bool {
        if left.count > right.count { return isWithinOneEdit(right, left) }
        guard right.count - left.count <= 1 else { return false }
        var first = 0
        while first < left.count, left.letter(first) == right.letter(first) { first += 1 }
        var last = 0
        while last < left.count - first,
            left.letter(left.count - 1 - last) == right.letter(right.count - 1 - last)
        {
            last += 1
        }
        let (leftRest, rightRest) = (left.count - first - last, right.count - first - last)
        if rightRest <= 1 { return true }
        return leftRest == 2 && rightRest == 2 && left.letter(first) == right.letter(first + 1)
            && left.letter(first + 1) == right.letter(first)
    }

    /// Jaro's similarity with Winkler's bonus for the first four letters, 0 to 1; of the first 64 letters of each.
    static func jaroWinkler(_ left: LetterBuffer, _ right: LetterBuffer) -> Double {
        let (leftCount, rightCount) = (min(left.count, 64), min(right.count, 64))
        guard leftCount > 0, rightCount > 0 else { return 0 }
        let window = max(max(leftCount, rightCount) / 2 - 1, 0)
        var (leftHits, rightHits): (UInt64, UInt64) = (0, 0)
        for index in 0..<leftCount {
            let letter = left.letter(index)
            for other in max(0, index - window)..<max(min(rightCount, index + window + 1), max(0, index - window))
            where rightHits & 1 << UInt64(other) == 0 && right.letter(other) == letter {
                leftHits |= 1 << UInt64(index)
                rightHits |= 1 << UInt64(other)
                break
            }
        }
        let hits = leftHits.nonzeroBitCount
        guard hits > 0 else { return 0 }
        var exchanged = 0
        var (leftRest, rightRest) = (leftHits, rightHits)
        while leftRest != 0 {
            if left.letter(leftRest.trailingZeroBitCount) != right.letter(rightRest.trailingZeroBitCount) {
                exchanged += 1
            }
            leftRest &= leftRest - 1
            rightRest &= rightRest - 1
        }
        let matched = Double(hits)
        let jaro =
            (matched / Double(leftCount) + matched / Double(rightCount) + (matched - Double(exchanged / 2)) / matched)
            / 3
        var prefix = 0
        while prefix < min(4, leftCount, rightCount), left.letter(prefix) == right.letter(prefix) { prefix += 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    static func isPrefix(_ short: LetterBuffer, of long: LetterBuffer) -> Bool {
        short.count <= long.count && (0..<short.count).allSatisfy { short.letter($0) == long.letter($0) }
    }

    static func contains(_ long: LetterBuffer, _ short: LetterBuffer) -> Bool {
        guard short.count <= long.count else { return false }
        return (0...(long.count - short.count)).contains { start in
            (0..<short.count).allSatisfy { short.letter($0) == long.letter(start + $0) }
        }
    }
}

extension Slice where Base == UnsafeBufferPointer<UInt16> {
    /// Counted from the start of the slice.
    @inline(__always) func letter(_ index: Int) -> UInt16 { base[startIndex + index] }
}
