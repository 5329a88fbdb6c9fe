package locality.governance.delegation;

/// What a delegation's limit counts.
public enum LimitKind {
    /// Each decision on its own.
    PER_DECISION,
    /// Everything decided under it in a financial year.
    ANNUAL
}
