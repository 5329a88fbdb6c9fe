package locality.governance.agreement;

/// What a party has yet to give.
enum Lack {
    /// Its own review, with which it is content.
    REVIEW,
    /// A decision in effect of its own.
    DECISION,
    /// A signature: of any post, or of every one that is to sign.
    SIGNATURE
}
