import Records

/// Finds a file's encoding from its bytes: a byte order mark, zero bytes, UTF-8, then what the text looks like.
enum EncodingDetection {
    static func detect(_ survey: FileSurvey, bytes: FileBytes) throws(InputError) -> EncodingGuess {
        if let marked = byteOrderMark(survey.head) { return marked }
        if let wide = zeroPattern(survey.head) {
            return EncodingGuess(
                encoding: wide, confidence: 0.95, reason: "its zero bytes stand where \(wide.rawValue) has them")
        }
        let utf8 = survey.utf8
        if utf8.errors == 0, utf8.sequences == 0 {
            return EncodingGuess(encoding: .utf8, confidence: 1, reason: "it has only ASCII characters")
        }
        if utf8.errors == 0 {
            return EncodingGuess(
                encoding: .utf8, confidence: utf8.sequences < 3 ? 0.95 : 0.99,
                reason: "its characters outside ASCII (\(utf8.sequences)) are all well-formed UTF-8")
        }
        let mixture = try mixture(bytes)
        if let other = mixture.other, mixture.isMixed {
            return EncodingGuess(
                encoding: .utf8, confidence: 0.9,
                reason:
                    "\(mixture.utf8Lines) lines are well-formed UTF-8, \(mixture.foreignLines) are not and read well in "
                    + other.rawValue, lineEncoding: other)
        }
        // Chance makes few well-formed sequences: many of them are UTF-8 with some damaged rows.
        if utf8.sequences >= 20 * utf8.errors {
            return EncodingGuess(
                encoding: .utf8, confidence: 0.9,
                reason: "\(utf8.sequences) characters outside ASCII are well-formed UTF-8, \(utf8.errors) are damaged")
        }
        return try byLooks(bytes)
    }

    private static func byteOrderMark(_ head: [UInt8]) -> EncodingGuess? {
        func guess(_ encoding: TextEncoding, _ length: Int) -> EncodingGuess {
            EncodingGuess(
                encoding: encoding, confidence: 1, reason: "it begins with a byte order mark", markLength: length)
        }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return guess(.utf8, 3) }
        if head.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return guess(.utf32BE, 4) }
        if head.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return guess(.utf32LE, 4) }
        let wide: TextEncoding
        if head.starts(with: [0xFE, 0xFF]) {
            wide = .utf16BE
        } else if head.starts(with: [0xFF, 0xFE]) {
            wide = .utf16LE
        } else {
            return nil
        }
        // Some programs put the 16-bit mark before 32-bit text.
        if let wider = zeroPattern(Array(head.dropFirst(2))), wider.unitSize == 4 { return guess(wider, 2) }
        return guess(wide, 2)
    }

    /// UTF-16 or UTF-32 without a mark: the high bytes of ASCII characters are zero, on one side only.
    private static func zeroPattern(_ head: [UInt8]) -> TextEncoding? {
        var zeros = [0, 0, 0, 0]
        for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 3] += 1 }
        let total = zeros.reduce(0, +)
        guard total >= 4 else { return nil }
        let quarter = max(1, head.count / 4)
        // In UTF-32 the highest byte is always zero and the one below it nearly so.
        if zeros[0] * 20 <= quarter, (zeros[2] + zeros[3]) * 10 >= quarter * 19 { return .utf32LE }
        if zeros[3] * 20 <= quarter, (zeros[0] + zeros[1]) * 10 >= quarter * 19 { return .utf32BE }
        let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
        guard total * 20 > head.count else { return nil }
        if even * 20 < odd { return .utf16LE }
        return odd * 20 < even ? .utf16BE : nil
    }

    /// Compares how common the characters are that each encoding without a signature would read.
    private static func byLooks(_ bytes: FileBytes) throws(InputError) -> EncodingGuess {
        var looks = LegacyLooks()
        let stream = try bytes.stream()
        while let chunk = try stream.next() {
            for byte in chunk { looks.update(byte) }
        }
        looks.finish()
        let ranked = looks.ranked
        guard let best = ranked.first, let second = ranked.dropFirst().first else {
            return EncodingGuess(encoding: .utf8, confidence: 0.5, reason: "nothing speaks for another one")
        }
        return EncodingGuess(
            encoding: best.encoding,
            confidence: min(0.99, max(0.5, 0.5 + (best.score - second.score) / 2) * best.weight),
            reason: "it is not UTF-8; of its characters outside ASCII \(percent(best.share)) are common ones in "
                + "\(best.encoding.rawValue), \(percent(second.share)) in \(second.encoding.rawValue)")
    }

    /// How many lines are UTF-8 and how many something else, and what.
    private struct Mixture {
        var utf8Lines = 0
        var foreignLines = 0
        var other: TextEncoding?

        /// Both are there; lines of another encoding that happen to be UTF-8 are one in thousands.
        var isMixed: Bool { foreignLines > 0 && utf8Lines >= 2 && utf8Lines * 100 >= foreignLines }
    }

    private static func mixture(_ bytes: FileBytes) throws(InputError) -> Mixture {
        var looks = LegacyLooks()
        var strange = 0
        try forEachLine(bytes) { line in
            var check = UTF8Check()
            line.withUnsafeBufferPointer { check.update($0) }
            check.finish()
            if check.errors > check.sequences {
                strange += 1
                for byte in line { looks.update(byte) }
            }
        }
        looks.finish()
        guard strange > 0, let best = looks.ranked.first, best.encoding != .windows1252 else { return Mixture() }
        var mixture = Mixture(other: best.encoding)
        try forEachLine(bytes) { line in
            switch LineKind(line, other: best.encoding) {
            case .utf8: mixture.utf8Lines += 1
            case .foreign: mixture.foreignLines += 1
            case .ascii, .damaged: break
            }
        }
        return mixture
    }

    private static func forEachLine(
        _ bytes: FileBytes, _ visit: (ArraySlice<UInt8>) -> Void
    ) throws(InputError) {
        let stream = try bytes.stream()
        var pending: [UInt8] = []
        while let chunk = try stream.next() {
            pending.append(contentsOf: chunk)
            var start = 0
            while let lineFeed = pending[start...].firstIndex(of: 0x0A) {
                visit(pending[start...lineFeed])
                start = lineFeed + 1
            }
            pending.removeFirst(start)
            if pending.count > 1 << 20 {
                visit(pending[...])
                pending.removeAll(keepingCapacity: true)
            }
        }
        if !pending.isEmpty { visit(pending[...]) }
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
