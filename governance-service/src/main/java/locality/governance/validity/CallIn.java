package locality.governance.validity;

import java.time.LocalDate;
import locality.governance.period.ClearDays;

/// How the days were measured in which scrutiny may call a decision in: the rule, and what it came
/// to. Kept with the evidence, so that neither another rule nor a bank holiday proclaimed later
/// moves the last of them.
///
/// @param since the day they are counted after: the day the decision was taken, or the day its
///   outcome was recorded if that was later, as nobody calls in what is not known
/// @param counted which days counted
/// @param until the last of them
public record CallIn(LocalDate since, ClearDays counted, LocalDate until) {

    public static CallIn of(LocalDate since, int clearDays, ClearDays counted) {
        return new CallIn(since, counted, counted.lastDayAfter(since, clearDays));
    }
}
