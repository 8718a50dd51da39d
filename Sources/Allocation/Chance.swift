import Foundation

/// Pseudo-random numbers from a seed (SplitMix64): the same seed gives the same night and the same simulated world.
package struct Chance: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A stream of its own for `name`, so that drawing more for one purpose changes nothing for another.
    package init(seed: UInt64, for name: String) {
        state = seed
        for byte in name.utf8 {
            state ^= UInt64(byte)
            _ = bits()
        }
    }

    package mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// In [0, 1).
    package mutating func uniform() -> Double { Double(bits() >> 11) * 0x1p-53 }

    /// In 0 ..< `bound`, which is at least 1.
    package mutating func below(_ bound: Int) -> Int { Int(bits().multipliedFullWidth(by: UInt64(max(1, bound))).high) }

    /// Standard normal (Box and Muller).
    package mutating func normal() -> Double {
        (-2 * log(1 - uniform())).squareRoot() * cos(2 * Double.pi * uniform())
    }

    /// Gamma with mean and variance `shape` (Marsaglia and Tsang, 2000).
    package mutating func gamma(_ shape: Double) -> Double {
        if shape < 1 { return gamma(shape + 1) * pow(1 - uniform(), 1 / shape) }
        let width = shape - 1.0 / 3
        let scale = 1 / (9 * width).squareRoot()
        while true {
            let normal = normal()
            let cube = 1 + scale * normal
            let volume = cube * cube * cube
            if cube > 0, log(1 - uniform()) < normal * normal / 2 + width * (1 - volume + log(volume)) {
                return width * volume
            }
        }
    }

    package mutating func beta(_ one: Double, _ two: Double) -> Double {
        let (first, second) = (gamma(one), gamma(two))
        return first / (first + second)
    }

    /// Poisson with a small `mean` (Knuth).
    package mutating func poisson(_ mean: Double) -> Int {
        var (count, product) = (0, uniform())
        let limit = exp(-mean)
        while product > limit {
            count += 1
            product *= uniform()
        }
        return count
    }

    /// The elements in random order.
    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for index in elements.indices.dropLast() {
            elements.swapAt(index, index + below(elements.count - index))
        }
        return elements
    }
}
