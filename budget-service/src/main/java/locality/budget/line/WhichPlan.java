package locality.budget.line;

/// Of which plan of a fund the lines are exported.
enum WhichPlan {
    /// The plan that the lines follow: the one approved last, or while none was, the one there is.
    IN_FORCE,

    /// The plan as it stands, approved or not, which the next sheet replaces.
    UNDER_WAY
}
