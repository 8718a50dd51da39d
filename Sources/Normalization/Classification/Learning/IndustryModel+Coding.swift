import Records

extension IndustryModel {
    private static let version: UInt8 = 2

    /// As bytes: a version, the temperature, the doubt, the threshold, then each row with the number of its trait and its step. Little-endian.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = [Self.version]
        func add<Number: FixedWidthInteger>(_ number: Number) {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        add(UInt16(Self.width))
        add(temperature.bitPattern)
        add(doubt.bitPattern)
        add(threshold.bitPattern)
        for (trait, row) in rows.enumerated() where row > 0 {
            add(UInt16(trait))
            add(steps[Int(row) - 1].bitPattern)
            bytes += weights[(Int(row) - 1) * Self.width..<Int(row) * Self.width].map { UInt8(bitPattern: $0) }
        }
        return bytes
    }

    /// `nil`: another version wrote them, or they are not what `bytes` makes; then it has to be learnt anew.
    package init?(bytes: [UInt8]) {
        var index = 1
        func next<Number: FixedWidthInteger>(_: Number.Type) -> Number {
            defer { index += MemoryLayout<Number>.size }
            return bytes.withUnsafeBytes {
                Number(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: Number.self))
            }
        }
        let row = 6 + Self.width
        guard bytes.count >= 15, bytes[0] == Self.version, next(UInt16.self) == Self.width,
            (bytes.count - 15) % row == 0, (bytes.count - 15) / row < Int(UInt16.max)
        else { return nil }
        let temperature = Float(bitPattern: next(UInt32.self))
        let doubt = Float(bitPattern: next(UInt32.self))
        let threshold = Float(bitPattern: next(UInt32.self))
        var rows = [UInt16](repeating: 0, count: Self.traits)
        var steps: [Float] = []
        var weights: [Int8] = []
        while index < bytes.count {
            let trait = Int(next(UInt16.self))
            steps.append(Float(bitPattern: next(UInt32.self)))
            rows[trait] = UInt16(steps.count)
            weights += bytes[index..<(index + Self.width)].map { Int8(bitPattern: $0) }
            index += Self.width
        }
        guard temperature > 0, temperature.isFinite, (0..<1).contains(doubt), (0...1).contains(threshold),
            steps.allSatisfy(\.isFinite)
        else { return nil }
        self.init(weights: weights, steps: steps, rows: rows)
        (self.temperature, self.doubt, self.threshold) = (temperature, doubt, threshold)
    }
}
