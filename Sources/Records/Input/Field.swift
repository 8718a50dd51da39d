/// A canonical field of an entity: what every profile maps an export's columns or elements onto.
///
/// The raw value is the name users write in `--map`, in profiles and in gonghai.yaml.
package enum Field: String, CaseIterable, Sendable, Hashable {
    case id, name
    case creditCode = "credit_code"
    case industry
    /// Of GB/T 4754, or of another classification that the cell names.
    case industryCode = "industry_code"
    case naicsCode = "naics_code"
    case sicCode = "sic_code"
    case isicCode = "isic_code"
    case naceCode = "nace_code"
    case employees, revenue, assets, currency, country, province, city, address, contact, mobile, phone, email
    case website, source, level, needs, owner
    case ownedSince = "owned_since"
    case previousOwner = "previous_owner"
    case collaborators
    case poolSince = "pool_since"
    case lockedUntil = "locked_until"
    case dealStatus = "deal_status"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case lastFollowUpAt = "last_follow_up_at"
    case notes, tags
    case parentID = "parent_id"
    case value

    case customer, title, wechat
    case decisionMaker = "decision_maker"

    case team
    case managerEmail = "manager_email"
    case active
    case startsOn = "starts_on"
    case endsOn = "ends_on"
    case leave, industries, sizes, regions
    case claimLimit = "claim_limit"
    case intakeLimit = "intake_limit"
    case holdingLimit = "holding_limit"
    case aliases

    case rep, at
    case recordedAt = "recorded_at"
    case channel, outcome
    case nextAt = "next_at"
    case note

    case stage, status, amount
    case closedAt = "closed_at"

    case deal
    case paidAt = "paid_at"

    case requestedAt = "requested_at"
}
