package locality.budget.contribution;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What a partner is bound to pay of a contribution at one time.
///
/// @param decisionId under which; null under the approved plan
/// @param overdue what was due to the host and not paid by the end of each day, for each day up to
///   today on which something fell due
record Obligation(
        String contribution,
        Pence annual,
        @Nullable UUID decisionId,
        SortedMap<LocalDate, Pence> overdue) {

    static Obligation of(
            ContributionSchedule schedule, Predicate<LocalDate> pooled, LocalDate today) {
        return new Obligation(
                schedule.reference,
                schedule.annualPence,
                schedule.decisionId,
                overdue(schedule, pooled, today));
    }

    private static SortedMap<LocalDate, Pence> overdue(
            ContributionSchedule schedule, Predicate<LocalDate> pooled, LocalDate today) {
        var overdue = new TreeMap<LocalDate, Pence>();
        var left = schedule.paidPence.negated();
        for (var one : schedule.instalments) {
            if (one.isDueBy(today) && pooled.test(one.dueOn())) {
                left = left.plus(one.amountPence());
                overdue.put(one.dueOn(), left.isNegative() ? Pence.ZERO : left);
            }
        }
        return Collections.unmodifiableSortedMap(overdue);
    }

    /// That this may become of it: to owe less in the year, or later what is overdue, is decided by
    /// a body, and not by the decision or the plan that it is owed under.
    ///
    /// @throws OwedRefusal if that needs a decision and none is cited
    void requireMayBecome(Obligation next) {
        if (next.decisionId != null && !next.decisionId.equals(decisionId)) {
            return;
        }
        if (annual.exceeds(next.annual)) {
            throw new OwedRefusal.FallNeedsDecision(contribution, annual, next.annual);
        }
        overdue.forEach(
                (day, owed) -> {
                    var then = next.overdueOn(day);
                    if (owed.exceeds(then)) {
                        throw new OwedRefusal.DelayNeedsDecision(contribution, day, owed, then);
                    }
                });
    }

    private Pence overdueOn(LocalDate day) {
        return overdue.headMap(day.plusDays(1)).values().stream()
                .reduce((_, later) -> later)
                .orElse(Pence.ZERO);
    }
}
