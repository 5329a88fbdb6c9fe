package locality.governance.register;

/// Which of the scores of an entry is meant.
enum ScoreKind {
    /// Before anything is done about it.
    INHERENT,
    /// With its controls as they are.
    RESIDUAL,
    /// Where it should come to.
    TARGET
}
