import Records

/// Customers whose industry is known, as what a classifier learns from: flat, since there may be hundreds of thousands.
struct IndustryExamples {
    /// What is built in says of an example: a lift for the divisions from a place to another.
    struct Lift {
        var first: UInt8
        var end: UInt8
        var lift: Float
    }

    private var traits: [IndustryTraits.Trait] = []
    private var lifts: [Lift] = []
    private var traitEnds: [Int] = []
    private var liftEnds: [Int] = []
    private(set) var labels: [Range<Int>] = []

    var count: Int { labels.count }

    /// `label`: the divisions one of which is right.
    mutating func add(_ traits: [IndustryTraits.Trait], _ words: [Evidence], label: Range<Int>) {
        self.traits += traits
        for word in words {
            lifts += IndustryScores.lifts(of: word).map {
                Lift(first: UInt8($0.places.lowerBound), end: UInt8($0.places.upperBound), lift: $0.lift)
            }
        }
        traitEnds.append(self.traits.count)
        liftEnds.append(lifts.count)
        labels.append(label)
    }

    func traits(of example: Int) -> ArraySlice<IndustryTraits.Trait> {
        traits[(example == 0 ? 0 : traitEnds[example - 1])..<traitEnds[example]]
    }

    func lifts(of example: Int) -> ArraySlice<Lift> {
        lifts[(example == 0 ? 0 : liftEnds[example - 1])..<liftEnds[example]]
    }
}
