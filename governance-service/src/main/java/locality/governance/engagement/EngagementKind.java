package locality.governance.engagement;

/// How people were told or asked.
enum EngagementKind {
    BRIEFING,
    EVENT,
    SURVEY,
    COMMUNICATION
}
