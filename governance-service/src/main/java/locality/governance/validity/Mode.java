package locality.governance.validity;

/// How a decision is taken.
public enum Mode {
    /// By a body, at a meeting of it.
    MEETING,
    /// By officers between meetings, under a delegation to them, because it cannot wait: with the
    /// consent of whoever the urgency provisions name, and reported to the next meeting.
    URGENT,
    /// By officers, under a delegation to them.
    OFFICER
}
