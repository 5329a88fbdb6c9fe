package locality.governance.agreement;

/// What each party must give before an agreement is ratified.
enum RatifiedBy {
    /// A decision in effect of its own, and a signature.
    DECISION_AND_SIGNATURE,
    /// A signature of every post that is to sign.
    SIGNATURE
}
