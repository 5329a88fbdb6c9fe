package locality.budget.worklist;

/// What may wait.
public enum WorklistKind {
    /// A commitment that waits for a decision; on its due date it lapses.
    COMMITMENT_TO_DECIDE,
    /// A rise of a commitment that waits for a decision; on its due date it lapses.
    VARIATION_TO_DECIDE,
    /// A commitment whose term soon ends and that still holds money.
    COMMITMENT_EXPIRING
}
