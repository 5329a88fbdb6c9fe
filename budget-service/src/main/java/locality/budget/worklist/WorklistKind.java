package locality.budget.worklist;

/// What may wait.
public enum WorklistKind {
    /// A commitment that waits for a decision; on its due date it lapses.
    COMMITMENT_TO_DECIDE,
    /// A rise of a commitment that waits for a decision; on its due date it lapses.
    VARIATION_TO_DECIDE,
    /// A commitment whose term soon ends and that still holds money.
    COMMITMENT_EXPIRING,
    /// An instalment of a contribution that falls due within a month and is not paid.
    INSTALMENT_DUE,
    /// A contribution of which something fell due and was not paid; the oldest day counts.
    CONTRIBUTION_IN_ARREARS,
    /// A plan that no decision has approved as it stands.
    PLAN_TO_APPROVE,
    /// A virement that waits for a decision; on its due date it lapses.
    VIREMENT_TO_DECIDE
}
