package locality.governance.plan;

/// What an area of a plan is called in its document.
enum AreaKind {
    AREA,
    /// An area of time: it has a first and a last day.
    PHASE,
    WORKSTREAM,
    /// What a board holds to be more important than the rest; it is to have a baselined plan.
    PRIORITY
}
