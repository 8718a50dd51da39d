/// What one export file holds a list of.
package enum Entity: String, CaseIterable, Sendable, Hashable {
    case customers, contacts, reps
    case followUps = "follow-ups"
    case deals, payments, claims

    /// The canonical fields of the entity, in the order of SPEC.md, "Entities and their canonical fields".
    package var fields: [Field] {
        switch self {
        case .customers:
            [
                .id, .name, .creditCode, .industry, .industryCode, .employees, .revenue, .assets, .currency, .country,
                .province, .city, .address, .contact, .mobile, .phone, .email, .website, .source, .level, .needs,
                .owner, .ownedSince, .previousOwner, .collaborators, .poolSince, .lockedUntil, .dealStatus,
                .createdAt, .updatedAt, .lastFollowUpAt, .notes, .tags, .parentID, .value, .naicsCode, .sicCode,
                .isicCode, .naceCode,
            ]
        case .contacts:
            [.id, .customer, .name, .title, .mobile, .phone, .email, .wechat, .decisionMaker]
        case .reps:
            [
                .id, .name, .email, .team, .managerEmail, .active, .startsOn, .endsOn, .leave, .industries, .sizes,
                .regions, .needs, .claimLimit, .intakeLimit, .holdingLimit, .aliases,
            ]
        case .followUps: [.id, .customer, .rep, .at, .recordedAt, .channel, .outcome, .nextAt, .note]
        case .deals: [.id, .customer, .rep, .stage, .status, .amount, .currency, .createdAt, .closedAt]
        case .payments: [.id, .customer, .deal, .rep, .paidAt, .amount, .currency, .status]
        case .claims: [.id, .customer, .rep, .requestedAt, .status]
        }
    }

    /// Fields without which a file of this entity is refused; within a list, any one of them will do.
    package var requiredFields: [[Field]] {
        switch self {
        case .customers: [[.name]]
        case .contacts: [[.customer], [.name]]
        case .reps: [[.id, .name]]
        case .followUps: [[.customer], [.at]]
        case .deals: [[.customer]]
        case .payments: [[.customer, .deal], [.amount]]
        case .claims: [[.customer], [.rep]]
        }
    }
}
