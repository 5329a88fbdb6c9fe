package locality.governance.paper;

/// What a paper is to the meeting.
enum PaperKind {
    REPORT,
    /// Accounts to a scrutiny committee, and counts towards the reports it wants.
    SCRUTINY_REPORT,
    PLAN,
    MINUTES,
    PRESENTATION,
    APPENDIX
}
