package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import locality.budget.agreement.Agreements;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.platform.money.Pence;

/// What partners may owe under the approved plan of a fund: together at most what it has in the
/// pool, and each of them only if the decision that approved it is about its money (S4 3.5.5). What
/// was posted under it stays used when the contribution is owed under a decision since. Beyond that
/// a contribution needs a decision of its own.
@ApplicationScoped
class OwedUnderPlan {

    private final Contributions contributions;
    private final Agreements agreements;
    private final KnownDecisions decisions;

    OwedUnderPlan(Contributions contributions, Agreements agreements, KnownDecisions decisions) {
        this.contributions = contributions;
        this.agreements = agreements;
        this.decisions = decisions;
    }

    /// That a contribution has room under the plan beside all others, if one is approved. The
    /// decision that approved it is locked, so that two who ask at once cannot share one amount.
    ///
    /// @throws OwedRefusal if together they owe more than the plan has in the pool
    /// @throws locality.budget.authority.AuthorityRefusal if the decision is not about the money of
    ///   the partner
    void requireRoom(Fund fund, ContributionSchedule schedule) {
        var approval = fund.approvalOf(0).map(Authority::id);
        decisions.lockKnown(approval.stream().toList());
        approval.ifPresent(plan -> require(plan, fund, schedule, _ -> true));
    }

    /// That the plan covers a contribution beside those that were scheduled before it. Where more
    /// was scheduled before a plan was approved, or one was approved for less, the last ones wait.
    ///
    /// @param plan the decision that approved it
    /// @throws OwedRefusal as for [#requireRoom]
    void requireCovered(UUID plan, Fund fund, ContributionSchedule schedule) {
        require(plan, fund, schedule, other -> other.number < schedule.number);
    }

    private void require(
            UUID plan,
            Fund fund,
            ContributionSchedule schedule,
            Predicate<ContributionSchedule> counts) {
        Predicate<LocalDate> pooled = pooledDays(fund);
        var owed = schedule.dueOn(pooled);
        if (owed.isZero()) {
            return;
        }
        var byPartner = new HashMap<>(contributions.leftUnderPlan(fund.id(), schedule.id));
        contributions.owedUnderPlan(fund.id()).stream()
                .filter(other -> !other.id.equals(schedule.id))
                .filter(counts)
                .forEach(other -> byPartner.merge(other.partner, other.dueOn(pooled), Pence::plus));
        requireWithin(contributions.plannedInPool(fund.id()), fund, schedule, owed, byPartner);
        var before = byPartner.getOrDefault(schedule.partner, Pence.ZERO);
        requireOwner(plan, schedule.partner, before.plus(owed));
    }

    private Predicate<LocalDate> pooledDays(Fund fund) {
        var pool = agreements.pool(fund.agreementId());
        return day -> pool.filter(one -> one.poolsOn(day)).isPresent();
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
