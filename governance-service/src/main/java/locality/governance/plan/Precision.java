package locality.governance.plan;

/// How exactly it is said when a milestone is to be reached.
enum Precision {
    DAY,
    /// "June 2018": by its last day.
    MONTH,
    /// "Quarter 2 of 2016/17": by its last day.
    QUARTER,
    /// Never reached once and for all; it is reviewed from time to time.
    ONGOING,
    /// Nothing is said.
    UNDATED;

    boolean isDated() {
        return this == DAY || this == MONTH || this == QUARTER;
    }
}
