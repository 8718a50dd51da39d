/// The steps of a night, in order. The run ledger says for each business date which are done.
package enum Stage: String, Sendable, CaseIterable {
    case importing = "import"
    case resolve, recycle, tiers, claims, allocate, report, deliver
}
