package locality.governance.assessment;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whose word a rating is. Those who are assessed rate themselves until the draft is shared; the
/// reviewer from the day it is conducted until both agree; what they agree on is said of the draft.
@Schema(name = "AssessmentRater")
enum Rater {
    SELF(EnumSet.of(AssessmentState.PLANNED, AssessmentState.CONDUCTED)),
    REVIEWER(EnumSet.of(AssessmentState.CONDUCTED, AssessmentState.DRAFT_SHARED)),
    AGREED(EnumSet.of(AssessmentState.DRAFT_SHARED));

    private final Set<AssessmentState> states;

    Rater(Set<AssessmentState> states) {
        this.states = states;
    }

    Set<AssessmentState> states() {
        return states;
    }
}
