package locality.governance.worklist;

/// What may wait.
public enum WorklistKind {
    /// A planned meeting whose last day for notice is near or past.
    MEETING_TO_NOTICE,
    /// A noticed meeting whose day is past and that was not opened.
    MEETING_TO_OPEN,
    /// A meeting still open after its day.
    MEETING_TO_CLOSE,
    /// A matter that was deferred, or that its meeting ended without coming to.
    DECISION_TO_TABLE,
    /// An approval request that stands on no agenda.
    APPROVAL_TO_TABLE,
    /// An action whose last day is past.
    ACTION_OVERDUE,
    /// An ongoing action whose review is due.
    ACTION_TO_REVIEW,
    /// An ongoing action that says no next review.
    ACTION_WITHOUT_REVIEW,
    /// An action that says no date at all.
    ACTION_UNDATED,
    /// A seat that nobody holds.
    SEAT_VACANT,
    /// A delegation that soon expires, and that no other follows.
    DELEGATION_EXPIRING
}
