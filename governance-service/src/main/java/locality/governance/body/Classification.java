package locality.governance.body;

/// What kind of body it is.
enum Classification {
    CABINET,
    GOVERNING_BODY,
    STATUTORY_BOARD,
    COMMITTEE,
    JOINT_COMMITTEE,
    EXECUTIVE_GROUP,
    LEADERSHIP_TEAM,
    PARTNERSHIP_BOARD,
    PROGRAMME_BOARD,
    SCRUTINY,
    REFERENCE_GROUP,
    WORKING_GROUP,
    OTHER
}
