package locality.governance.composition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a rule about seats asks.
@Schema(name = "SeatRuleKind")
enum RuleKind {
    /// So many members of another body sit in this one.
    RECIPROCAL,
    /// Whoever sits in certain seats is a member of another body.
    MEMBERS_OF,
    /// The person in a seat sits in other bodies too and chairs one.
    SPONSOR
}
