package locality.budget.contribution;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Pool;
import locality.budget.authority.Authority;
import locality.budget.authority.AuthorityRefusal;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Entry;
import locality.budget.ledger.Ledger;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Where contributions meet the ledger.
@ApplicationScoped
class ContributionAccounts {

    private final Funds funds;
    private final Agreements agreements;
    private final KnownDecisions decisions;
    private final OwedUnderPlan owedUnderPlan;
    private final ContributionHistory history;
    private final Ledger ledger;

    ContributionAccounts(
            Funds funds,
            Agreements agreements,
            KnownDecisions decisions,
            OwedUnderPlan owedUnderPlan,
            ContributionHistory history,
            Ledger ledger) {
        this.funds = funds;
        this.agreements = agreements;
        this.decisions = decisions;
        this.owedUnderPlan = owedUnderPlan;
        this.history = history;
        this.ledger = ledger;
    }

    /// The account of one contribution, which is locked. What it is owed under is too, and the
    /// agreement is held.
    ///
    /// @param actor who has something posted on it
    Open open(ContributionSchedule schedule, String actor) {
        var fund = funds.findById(schedule.fundId);
        owedUnder(schedule, fund).map(Authority::id).ifPresent(decisions::hold);
        return open(schedule, inThePool(fund), actor);
    }

    private Open open(ContributionSchedule schedule, InThePool inThePool, String actor) {
        var movements = new ArrayList<>(history.movements(schedule.id));
        return new Open(schedule, inThePool, actor, movements);
    }

    /// What contributions to one fund have in common: the pool, whose agreement is held, and what
    /// the approved plan has in it.
    private record InThePool(Fund fund, Optional<Pool> pool, OwedUnderPlan.OfFund plan) {}

    private InThePool inThePool(Fund fund) {
        var pool = agreements.poolHeld(fund.agreementId());
        var plan = owedUnderPlan.of(fund, day -> pool.filter(one -> one.poolsOn(day)).isPresent());
        return new InThePool(fund, pool, plan);
    }

    /// As [#open], with a decision that may be cited from now on, locked with the others.
    Open open(ContributionSchedule schedule, Set<String> cited, String actor) {
        lockAuthorities(funds.findById(schedule.fundId), cited, Set.of(schedule));
        return open(schedule, actor);
    }

    private static Optional<Authority> owedUnder(ContributionSchedule schedule, Fund fund) {
        return Optional.ofNullable(schedule.decisionId)
                .map(Authority::decision)
                .or(() -> fund.approvalOf(0));
    }

    /// The accounts of all contributions of a fund, which are locked; and what they are owed under
    /// is too.
    List<Open> openAll(Fund fund, List<ContributionSchedule> schedules, String actor) {
        lockAuthorities(fund, Set.of(), schedules);
        var inThePool = inThePool(fund);
        return schedules.stream().map(schedule -> open(schedule, inThePool, actor)).toList();
    }

    /// Locks everything under which contributions are owed or will be, in the order of ids, before
    /// the first of them is asked.
    ///
    /// @param cited by ids or references; those that are not known are left out
    /// @return those that are known
    List<KnownDecision> lockAuthorities(
            Fund fund, Collection<String> cited, Collection<ContributionSchedule> schedules) {
        var decided =
                schedules.stream().map(schedule -> schedule.decisionId).filter(Objects::nonNull);
        var approving = fund.approvalOf(0).map(Authority::id).stream();
        var all =
                Stream.concat(
                        cited.stream(), Stream.concat(decided, approving).map(UUID::toString));
        return decisions.lockAll(all.collect(toSet()), fund.locality(), null);
    }

    /// The account of one contribution while it is worked on.
    final class Open {
        private final ContributionSchedule schedule;
        private final Fund fund;
        private final Optional<Pool> pool;
        private final OwedUnderPlan.OfFund plan;
        private final String actor;
        private final List<ContributionMovement> movements;
        private @Nullable Leave leave;

        private Open(
                ContributionSchedule schedule,
                InThePool inThePool,
                String actor,
                List<ContributionMovement> movements) {
            this.schedule = schedule;
            this.fund = inThePool.fund;
            this.pool = inThePool.pool;
            this.plan = inThePool.plan;
            this.actor = actor;
            this.movements = movements;
        }

        ContributionSchedule schedule() {
            return schedule;
        }

        Fund fund() {
            return fund;
        }

        /// Whether what falls due on a day is owed to the host.
        boolean isPooledOn(LocalDate day) {
            return schedule.isOwedOn(day, pool);
        }

        /// Whether the host may take on a day what falls due on another: what is owed by then, and
        /// in advance only while the money is pooled.
        boolean isReceivableOn(LocalDate day, LocalDate dueOn) {
            return isPooledOn(dueOn)
                    && (!dueOn.isAfter(day)
                            || pool.filter(one -> one.isOwedOn(day, false)).isPresent());
        }

        /// @throws ContributionRefusal if each partner keeps its money that day
        /// @throws locality.budget.partnership.PartnershipRefusal if the agreement is not in force
        ///   that day
        void requirePooledOn(LocalDate day) {
            pool.filter(one -> one.poolsOn(day))
                    .orElseThrow(
                            () ->
                                    new ContributionRefusal.NotPooled(
                                            schedule.reference,
                                            day,
                                            pool.flatMap(one -> one.basisOn(day)).orElse(null)))
                    .requireInForce(day);
        }

        private boolean isRetrospectiveOn(LocalDate day) {
            return pool.filter(one -> one.isRetrospectiveOn(day)).isPresent();
        }

        /// @throws locality.budget.ledger.LedgerRefusal if the year has not begun by then
        void requireInTheYear(LocalDate day) {
            Ledger.requireBegun(fund.financialYear(), day);
        }

        /// That the approved plan, if there is one, has room for it beside all others.
        ///
        /// @throws OwedRefusal if it has not
        void requireRoomUnderPlan() {
            plan.requireRoom(schedule);
        }

        /// What allows this money to move: the decision cited, else the approved plan, as far as it
        /// covers it.
        ///
        /// @throws ContributionRefusal if there is neither
        /// @throws OwedRefusal if the plan does not cover it
        Authority authority() {
            return allowed().orElseThrow(() -> requireNonNull(leave().refused));
        }

        /// That so much may be received. What the ledger holds as due is received though a plan
        /// approved since does not cover it; only what is beyond that waits.
        ///
        /// @throws ContributionRefusal as for [#authority]
        /// @throws OwedRefusal if it is more than the ledger holds and the plan does not cover it
        void requireReceivable(Pence amount) {
            if (amount.exceeds(dueInTheLedger().minus(schedule.paidPence))) {
                authority();
            } else {
                standing();
            }
        }

        private Pence dueInTheLedger() {
            return Pence.sum(movements.stream().map(ContributionMovement::due).toList());
        }

        private Authority standing() {
            var authority =
                    owedUnder(schedule, fund)
                            .orElseThrow(
                                    () ->
                                            new ContributionRefusal.NoAuthority(
                                                    schedule.reference, fund.reference()));
            decisions.requireStanding(authority.id());
            return authority;
        }

        /// What allows this money to move as it is owed now, if anything does.
        Optional<Authority> allowed() {
            return Optional.ofNullable(leave().authority);
        }

        /// Asked once of the terms and the decision that the schedule has: the answer, a refusal
        /// too, is remembered until one of them changes.
        private Leave leave() {
            var known = leave;
            if (known == null || !known.isFor(schedule)) {
                known = asked();
                leave = known;
            }
            return known;
        }

        private Leave asked() {
            try {
                var authority = standing();
                if (authority.kind() == Authority.Kind.PLAN) {
                    plan.requireCovered(authority.id(), schedule);
                }
                return new Leave(schedule.termsVersion, schedule.decisionId, authority, null);
            } catch (ContributionRefusal | OwedRefusal | AuthorityRefusal refused) {
                return new Leave(schedule.termsVersion, schedule.decisionId, null, refused);
            }
        }

        /// What allows the money to move by these terms and under this decision, or why nothing
        /// does. A decision was found to cover it when it was cited; only the plan is asked.
        private record Leave(
                int termsVersion,
                @Nullable UUID decisionId,
                @Nullable Authority authority,
                @Nullable Refusal refused) {

            boolean isFor(ContributionSchedule schedule) {
                return termsVersion == schedule.termsVersion
                        && Objects.equals(decisionId, schedule.decisionId);
            }
        }

        /// Posts what has fallen due by a day, each on its own day, and nothing twice. What falls
        /// due on a day on which the agreement is not in force waits until it is told to be.
        void bringUpTo(LocalDate today) {
            schedule.fallingDue(today, this::isPooledOn, movements)
                    .forEach(
                            (day, amount) ->
                                    post(
                                            ContributionMovement.due(schedule, day, amount),
                                            "fell due",
                                            authority(),
                                            schedule.provenance));
            schedule.postedUpTo(today, this::isPooledOn);
        }

        boolean isTakenBack(UUID receipt) {
            return movements.stream().anyMatch(movement -> receipt.equals(movement.takesBack));
        }

        /// The last day up to which the ledger holds as due what is, or will once a receipt is
        /// posted: today, unless something waits.
        LocalDate upTo(LocalDate today) {
            return allowed().isPresent() ? today : heldUpTo(today);
        }

        /// The last day up to which the ledger holds as due what is, today at the latest.
        LocalDate heldUpTo(LocalDate today) {
            return schedule.instalments.stream()
                    .filter(one -> one.isDueBy(today) && !one.posted() && isPooledOn(one.dueOn()))
                    .map(waits -> waits.dueOn().minusDays(1))
                    .min(Comparator.naturalOrder())
                    .orElse(today);
        }

        /// Posts what was received, after what has fallen due by a day if that is allowed; else
        /// under what allowed the ledger to hold as due what it pays.
        void postReceipt(ContributionMovement receipt, Provenance provenance, LocalDate today) {
            allowed().ifPresent(_ -> bringUpTo(today));
            var authority = allowed().orElseGet(() -> history.authorityOf(lastDue()));
            post(receipt, "received, " + receipt.document, authority, provenance);
        }

        private ContributionMovement lastDue() {
            return movements.stream()
                    .filter(movement -> movement.due().isPositive())
                    .reduce((_, later) -> later)
                    .orElseThrow();
        }

        /// Posts that a receipt was none. Money that never came needs no leave to go: what allowed
        /// the receipt takes it back, whatever became of that since.
        void postBack(
                ContributionMovement back,
                ContributionMovement receipt,
                String what,
                Provenance provenance) {
            post(back, what, history.authorityOf(receipt), provenance);
        }

        /// Posts one movement on its day, and on later days what it changes there.
        private void post(
                ContributionMovement movement,
                String what,
                Authority authority,
                Provenance provenance) {
            movement.recordedAt = ledger.recordingTime(fund.id());
            movement.actor = actor;
            ContributionBooks.changes(movements, movement)
                    .forEach(
                            (day, change) -> {
                                var entry =
                                        entry(movement, day, change, what, authority, provenance);
                                ledger.post(entry);
                                movement.entryIds.add(entry.id());
                            });
            history.keep(movement);
            movements.add(movement);
        }

        private Entry entry(
                ContributionMovement movement,
                LocalDate day,
                ContributionBooks change,
                String what,
                Authority authority,
                Provenance provenance) {
            return new Entry(
                    day.equals(movement.effectiveOn) ? movement.entryId : Ids.next(),
                    fund.id(),
                    fund.locality(),
                    day,
                    Ledger.period(fund.financialYear(), day),
                    movement.recordedAt,
                    "Contribution %s %s".formatted(schedule.reference, what),
                    authority,
                    null,
                    null,
                    actor,
                    provenance,
                    change.postings(schedule.partner, schedule.source),
                    Entry.Particulars.of(isRetrospectiveOn(day)));
        }
    }
}
