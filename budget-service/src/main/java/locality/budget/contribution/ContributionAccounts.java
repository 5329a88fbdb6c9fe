package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Entry;
import locality.budget.ledger.Ledger;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Where contributions meet the ledger.
@ApplicationScoped
class ContributionAccounts {

    private final Funds funds;
    private final Agreements agreements;
    private final KnownDecisions decisions;
    private final ContributionHistory history;
    private final Ledger ledger;

    ContributionAccounts(
            Funds funds,
            Agreements agreements,
            KnownDecisions decisions,
            ContributionHistory history,
            Ledger ledger) {
        this.funds = funds;
        this.agreements = agreements;
        this.decisions = decisions;
        this.history = history;
        this.ledger = ledger;
    }

    /// The account of one contribution, which is locked.
    ///
    /// @param actor who has something posted on it
    Open open(ContributionSchedule schedule, String actor) {
        return new Open(
                schedule,
                funds.findById(schedule.fundId),
                actor,
                new ArrayList<>(history.movements(schedule.id)));
    }

    /// On which basis the money of a fund is held on a day; null under no agreement.
    @Nullable Basis basisOn(Fund fund, LocalDate day) {
        return Optional.ofNullable(fund.agreementId())
                .flatMap(agreements::findByIdOptional)
                .flatMap(agreement -> agreement.basisOn(day))
                .orElse(null);
    }

    /// The account of one contribution while it is worked on.
    final class Open {
        private final ContributionSchedule schedule;
        private final Fund fund;
        private final String actor;
        private final List<ContributionMovement> movements;

        private Open(
                ContributionSchedule schedule,
                Fund fund,
                String actor,
                List<ContributionMovement> movements) {
            this.schedule = schedule;
            this.fund = fund;
            this.actor = actor;
            this.movements = movements;
        }

        ContributionSchedule schedule() {
            return schedule;
        }

        Fund fund() {
            return fund;
        }

        boolean isPooledOn(LocalDate day) {
            var basis = basisOn(fund, day);
            return basis != null && basis.movesCashBetweenPartners();
        }

        /// @throws ContributionRefusal if each partner keeps its money that day
        void requirePooledOn(LocalDate day) {
            if (!isPooledOn(day)) {
                throw new ContributionRefusal.NotPooled(
                        schedule.reference, day, basisOn(fund, day));
            }
        }

        /// @throws locality.budget.ledger.LedgerRefusal if the year has not begun by then
        void requireInTheYear(LocalDate day) {
            Ledger.requireBegun(fund.financialYear(), day);
        }

        /// What allows this money to move: the decision cited, else the approved plan.
        ///
        /// @throws ContributionRefusal if there is neither
        Authority authority() {
            var authority =
                    Optional.ofNullable(schedule.decisionId)
                            .map(Authority::decision)
                            .or(() -> fund.approvalOf(0))
                            .orElseThrow(
                                    () ->
                                            new ContributionRefusal.NoAuthority(
                                                    schedule.reference, fund.reference()));
            decisions.requireStanding(authority.id());
            return authority;
        }

        /// Posts what has fallen due by a day, each on its own day, and nothing twice.
        void bringUpTo(LocalDate today) {
            schedule.fallingDue(today, this::isPooledOn, movements)
                    .forEach(
                            (day, amount) ->
                                    post(
                                            ContributionMovement.due(schedule, day, amount),
                                            "fell due",
                                            schedule.provenance));
            schedule.postedUpTo(today, this::isPooledOn);
        }

        /// A receipt of this document, unless it was taken back.
        Optional<ContributionMovement> receivedBy(String document) {
            return movements.stream()
                    .filter(ContributionMovement::isReceipt)
                    .filter(receipt -> document.equals(receipt.document))
                    .filter(receipt -> !isTakenBack(receipt.id))
                    .findFirst();
        }

        boolean isTakenBack(UUID receipt) {
            return movements.stream().anyMatch(movement -> receipt.equals(movement.takesBack));
        }

        /// Posts one movement on its day, and on later days what it changes there.
        ContributionMovement post(
                ContributionMovement movement, String what, Provenance provenance) {
            movement.recordedAt = ledger.recordingTime(fund.id());
            movement.actor = actor;
            var authority = authority();
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
            return movement;
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
                    change.postings(schedule.partner, schedule.source));
        }
    }
}
