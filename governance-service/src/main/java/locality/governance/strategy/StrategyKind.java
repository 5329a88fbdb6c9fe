package locality.governance.strategy;

/// What a partnership writes down to go by.
enum StrategyKind {
    STRATEGY,
    NEEDS_ASSESSMENT,
    OUTCOMES_FRAMEWORK
}
