package locality.governance.authority;

/// Whose money is at stake in a decision, and so what each owner's limit is tested against.
public enum Basis {
    /// One pool: each owner's chain must bear the whole value.
    POOLED,
    /// Each keeps its own: an owner's chain must bear that owner's share.
    ALIGNED
}
