/// Records made ready to be compared, a number each: what is compared is integers and letters, made once for each record.
package protocol LinkageTable {
    static var comparisons: [Comparison] { get }
    var count: Int { get }
    /// Puts records in an order that does not depend on how they came, so that nothing else does.
    func rank(_ record: Int) -> UInt64
    /// How two records compare.
    func pattern(_ left: Int, _ right: Int) -> LevelPattern
    /// The comparisons that take longest; the others are looked at first, which settles most pairs.
    static var costly: [Int] { get }
    /// How two records compare by all but the costly comparisons.
    func cheapPattern(_ left: Int, _ right: Int) -> LevelPattern
    /// Whether two that compare so are two customers, whatever the weight: they never come into one cluster.
    func isApart(_ pattern: LevelPattern) -> Bool
    /// Whether two that compare so agree on enough to be joined without asking anybody.
    func mayJoin(_ pattern: LevelPattern) -> Bool
    /// Whether what two agree on would fit their relatives as well, so that a like link to one of these decides nothing.
    func isVague(_ pattern: LevelPattern) -> Bool
    /// How many records have the value that two agree on by this comparison; `nil`: it does not matter.
    func sharers(_ comparison: Int, _ pattern: LevelPattern, _ left: Int, _ right: Int) -> Int?
    /// For each comparison whose values may be common: over all records, how many others have the record's value, summed.
    func sharedValues() -> [Int: Int]
}

extension LinkageTable {
    package static var costly: [Int] { [] }
    package func cheapPattern(_ left: Int, _ right: Int) -> LevelPattern { pattern(left, right) }
}
