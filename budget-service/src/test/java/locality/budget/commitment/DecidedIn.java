package locality.budget.commitment;

import locality.platform.event.BoardEvent.DecisionTaken;

/// A decision as it would have been taken in another function.
final class DecidedIn {

    private DecidedIn() {}

    static DecisionTaken function(String function, DecisionTaken told) {
        return new DecisionTaken(
                told.decisionId(),
                told.reference(),
                told.title(),
                told.bodyId(),
                told.bodyName(),
                told.meetingId(),
                told.decisionType(),
                told.outcome(),
                told.state(),
                told.validityCodes(),
                function,
                told.valuePence(),
                told.basis(),
                told.owners(),
                told.subject(),
                told.requestId(),
                told.contentHash(),
                told.locality(),
                told.effectiveOn(),
                told.provenance());
    }
}
