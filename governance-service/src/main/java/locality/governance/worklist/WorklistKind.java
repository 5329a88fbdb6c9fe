package locality.governance.worklist;

/// What may wait.
public enum WorklistKind {
    /// A planned meeting whose last day for notice is near or past.
    MEETING_TO_NOTICE,
    /// A noticed meeting whose day is past and that was not opened.
    MEETING_TO_OPEN,
    /// A meeting still open after its day.
    MEETING_TO_CLOSE,
    /// An adjourned meeting whose day to go on has come, or that named none.
    MEETING_TO_RECONVENE,
    /// An item of a noticed meeting that has no paper.
    PAPER_DUE,
    /// A closed meeting whose minutes a later meeting, held since, could approve.
    MINUTES_TO_APPROVE,
    /// A body that was to meet in a cycle, did not, and has not met or been called to meet since.
    CYCLE_MISSED,
    /// A matter that was deferred, or that its meeting ended without coming to.
    DECISION_TO_TABLE,
    /// A decision that scrutiny called in, to be upheld or sent back.
    DECISION_CALLED_IN,
    /// A matter that was referred to a body of which no meeting is planned.
    DECISION_REFERRED,
    /// What officers decided, to be noted by the body whose power it was.
    DECISION_TO_NOTE,
    /// An entry of a forward plan whose day is past, on no agenda yet.
    FORWARD_PLAN_LATE,
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
    /// A rule about who sits where that is broken.
    SEAT_BREACH,
    /// A body whose time soon ends, and that no other succeeds.
    BODY_ENDING,
    /// Terms of reference whose day of review has come.
    TERMS_TO_REVIEW,
    /// A delegation that soon expires, and that no other follows.
    DELEGATION_EXPIRING,
    /// A dispute whose forum let more days pass than its rule says.
    DISPUTE_OVERDUE,
    /// A committee's quota of reports that is not met, near the end of its period.
    SCRUTINY_QUOTA_SHORT,
    /// A deep dive for which no meeting is planned.
    DEEP_DIVE_WAITING,
    /// An organisation that closes, or has closed, and still holds something.
    ORGANISATION_CLOSING,
    /// A milestone whose last day is past.
    MILESTONE_OVERDUE,
    /// A milestone whose last day is near.
    MILESTONE_NEAR,
    /// An ongoing milestone whose review is due, or that says no next review.
    MILESTONE_TO_REVIEW,
    /// A milestone without a date.
    MILESTONE_UNDATED,
    /// A gateway near the end of its block whose due diligence has not begun.
    GATEWAY_TO_ASSESS,
    /// A gateway near the end of its block whose due diligence is still open.
    GATEWAY_TO_SUBMIT,
    /// A gateway that was put to the body that decides.
    GATEWAY_TO_DECIDE,
    /// A condition of a gateway that is soon to be met, or late.
    GATEWAY_CONDITION_DUE,
    /// Something that passed a gateway, and that its contract refused.
    TRANSFER_REFUSED,
    /// Something passed ahead of its day, while no approval of its gateway is in effect any longer.
    GATEWAY_DECISION_ENDED,
    /// An assessment that was not conducted by its day.
    ASSESSMENT_TO_CONDUCT,
    /// An assessment past its day of which the reviewer left criteria unrated.
    ASSESSMENT_TO_RATE,
    /// An assessment whose draft is shared and not agreed.
    ASSESSMENT_TO_AGREE,
    /// An agreed assessment with gaps that have no action.
    ASSESSMENT_GAP_WITHOUT_ACTION,
    /// An entry of a register whose day of review has come.
    REGISTER_ENTRY_TO_REVIEW,
    /// An entry that was handed to the body above, which has not answered.
    REGISTER_ENTRY_TO_ACCEPT,
    /// An entry that a rule would hand up, with a body that has none above.
    REGISTER_ENTRY_AT_THE_TOP,
    /// An entry whose tolerance soon ends.
    TOLERANCE_ENDING,
    /// A dependency that was needed by a day that is past, and is still open.
    DEPENDENCY_LATE,
    /// A strategy whose day of review has come.
    STRATEGY_TO_REVIEW,
    /// A version in force whose last day is near, and that no ratified one follows.
    AGREEMENT_EXPIRING,
    /// A version whose periodic review is near or past.
    AGREEMENT_TO_REVIEW,
    /// A party whose own review of a version is still to come.
    AGREEMENT_PARTY_TO_REVIEW,
    /// A party that has yet to sign a version submitted for ratification.
    AGREEMENT_UNSIGNED,
    /// A stage of a consultation whose day to begin is past.
    CONSULTATION_STAGE_DUE,
    /// An entry of a communications plan whose day is past.
    COMMUNICATION_DUE
}
