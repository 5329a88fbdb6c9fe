package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.Matter;
import locality.budget.fund.Fund;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Under which decision a contribution is owed. Each partner's own body decides on its money (S4
/// 3.5.5), so a decision covers a contribution when it is about the fund or the contribution, and
/// about the partner's money.
@ApplicationScoped
class OwedUnder {

    private final Contributions contributions;
    private final KnownDecisions decisions;
    private final Clock clock;

    OwedUnder(Contributions contributions, KnownDecisions decisions, Clock clock) {
        this.contributions = contributions;
        this.decisions = decisions;
        this.clock = clock;
    }

    /// @param decision by id or reference; none leaves it to the fund's approved plan, and so does
    ///   the decision that approved that plan
    /// @param annual what would be owed in the year; it is covered together with everything else
    ///   done under the decision
    /// @param givenUp how much less that is than before; it is covered together with everything
    ///   else given up by the decision
    /// @throws locality.budget.authority.AuthorityRefusal if the decision does not cover it
    @Nullable UUID decision(
            Fund fund,
            ContributionSchedule schedule,
            @Nullable String decision,
            Pence annual,
            Pence givenUp) {
        if (decision == null) {
            return null;
        }
        var known = decisions.lock(decision, fund.locality());
        if (fund.isApprovedBy(known.id())) {
            known.requireBinding();
            return null;
        }
        var used = decisions.usedBeside(known.id(), schedule.id);
        known.requireCovering(used.together(known.id(), matter(fund, schedule, annual)));
        if (givenUp.isPositive()) {
            var before = contributions.givenUpBy(known.id());
            known.requireCovering(
                    matter(fund, schedule, givenUp)
                            .after(Pence.sum(List.copyOf(before.values())), before));
        }
        return known.id();
    }

    private Matter matter(Fund fund, ContributionSchedule schedule, Pence amount) {
        var names = new HashSet<>(fund.names("fund"));
        names.addAll(schedule.names());
        return new Matter(
                names,
                amount,
                null,
                BusinessClock.today(clock),
                fund.locality(),
                Map.of(schedule.partner, amount));
    }
}
