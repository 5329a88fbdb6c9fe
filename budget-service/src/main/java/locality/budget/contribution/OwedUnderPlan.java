package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What partners may owe under the approved plan of a fund: together at most what it has in the
/// pool, and each of them only if the decision that approved it is about its money (S4 3.5.5). What
/// was posted under it stays used when the contribution is owed under a decision since. Beyond that
/// a contribution needs a decision of its own.
@ApplicationScoped
class OwedUnderPlan {

    private final Contributions contributions;
    private final KnownDecisions decisions;

    OwedUnderPlan(Contributions contributions, KnownDecisions decisions) {
        this.contributions = contributions;
        this.decisions = decisions;
    }

    /// @param pooled the days on which the terms of the fund's agreement pool money
    OfFund of(Fund fund, Predicate<LocalDate> pooled) {
        return new OfFund(fund, pooled);
    }

    /// The plan of one fund while its contributions are worked on. What it has in the pool is read
    /// once, when that is first asked.
    final class OfFund {
        private final Fund fund;
        private final Predicate<LocalDate> pooled;
        private @Nullable Pence planned;

        private OfFund(Fund fund, Predicate<LocalDate> pooled) {
            this.fund = fund;
            this.pooled = pooled;
        }

        /// That a contribution has room under the plan beside all others, if one is approved. The
        /// decision that approved it is locked, so that two who ask at once cannot share one
        /// amount.
        ///
        /// @throws OwedRefusal if together they owe more than the plan has in the pool
        /// @throws locality.budget.authority.AuthorityRefusal if the decision is not about the
        ///   money of the partner
        void requireRoom(ContributionSchedule schedule) {
            var approval = fund.approvalOf(0).map(Authority::id);
            decisions.lockKnown(approval.stream().toList());
            approval.ifPresent(plan -> require(plan, schedule, _ -> true));
        }

        /// That the plan covers a contribution beside those that were scheduled before it. Where
        /// more was scheduled before a plan was approved, or one was approved for less, the last
        /// ones wait.
        ///
        /// @param plan the decision that approved it
        /// @throws OwedRefusal as for [#requireRoom]
        /// @throws locality.budget.authority.AuthorityRefusal as for [#requireRoom]
        void requireCovered(UUID plan, ContributionSchedule schedule) {
            require(plan, schedule, other -> other.number < schedule.number);
        }

        private void require(
                UUID plan, ContributionSchedule schedule, Predicate<ContributionSchedule> counts) {
            var owed = schedule.dueOn(pooled);
            if (owed.isZero()) {
                return;
            }
            var byPartner = new HashMap<>(contributions.leftUnderPlan(fund.id(), schedule.id));
            contributions.owedUnderPlan(fund.id()).stream()
                    .filter(other -> !other.id.equals(schedule.id))
                    .filter(counts)
                    .forEach(
                            other ->
                                    byPartner.merge(
                                            other.partner, other.dueOn(pooled), Pence::plus));
            requireWithin(planned(), fund, schedule, owed, byPartner);
            var before = byPartner.getOrDefault(schedule.partner, Pence.ZERO);
            requireOwner(plan, schedule.partner, before.plus(owed));
        }

        private Pence planned() {
            if (planned == null) {
                planned = contributions.plannedInPool(fund.id());
            }
            return planned;
        }
    }

    private static void requireWithin(
            Pence pooled,
            Fund fund,
            ContributionSchedule schedule,
            Pence owed,
            Map<String, Pence> byOthers) {
        var others = Pence.sum(List.copyOf(byOthers.values()));
        if (others.plus(owed).exceeds(pooled)) {
            throw new OwedRefusal.PlanDoesNotCover(
                    schedule.reference, fund.reference(), pooled, others, owed);
        }
    }

    private void requireOwner(UUID plan, String partner, Pence owed) {
        decisions
                .findByIdOptional(plan)
                .ifPresent(decision -> decision.requireOwners(Map.of(partner, owed), true));
    }
}
