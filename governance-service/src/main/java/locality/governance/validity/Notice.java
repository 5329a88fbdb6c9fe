package locality.governance.validity;

import java.time.LocalDate;
import locality.governance.period.ClearDays;

/// How notice was measured when the outcome was recorded: the rule, and what it came to. Kept with
/// the evidence, so that neither another rule nor a bank holiday proclaimed later changes a
/// verdict.
///
/// @param givenFor the day the notice was for: the meeting's, or that of an earlier sitting when
///   the meeting resumed at the time it had named as it adjourned
/// @param counted which days counted
/// @param clearDays how many there were, -1 when notice was given on that day or later
public record Notice(LocalDate givenFor, ClearDays counted, int clearDays) {

    public static Notice of(LocalDate noticedOn, LocalDate givenFor, ClearDays counted) {
        return new Notice(givenFor, counted, counted.between(noticedOn, givenFor));
    }
}
