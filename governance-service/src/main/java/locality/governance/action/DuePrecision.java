package locality.governance.action;

/// How exactly it is said when an action is to be done.
public enum DuePrecision {
    DAY,
    /// "June 2018": by its last day.
    MONTH,
    /// Never done with; it is reviewed from time to time.
    ONGOING,
    /// Nothing is said.
    UNDATED
}
