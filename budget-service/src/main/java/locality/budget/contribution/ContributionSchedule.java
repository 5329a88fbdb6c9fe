package locality.budget.contribution;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import locality.budget.agreement.Pool;
import locality.budget.contribution.ContributionProfile.Due;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.BudgetEvent.ContributionReceived;
import locality.platform.event.BudgetEvent.ContributionScheduled;
import locality.platform.event.BudgetEvent.ContributionVaried;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What one partner pays into a fund in its year from one source; its instalments sum to the year.
/// What is paid lies on the oldest of them. It is varied in what is unpaid alone, and never below
/// what was paid.
@Entity
class ContributionSchedule {
    @Id UUID id;
    UUID fundId;
    int number;
    String reference;
    Locality locality;
    String partner;
    String source;
    Pence annualPence;
    @Nullable Pence grossPence;
    @Nullable Pence clientChargesPence;
    Pence paidPence = Pence.ZERO;
    @Nullable UUID decisionId;
    int termsVersion = 1;
    LocalDate termsSince;

    @Enumerated(EnumType.STRING)
    ContributionProfile profile;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "contribution_instalment",
            joinColumns = @JoinColumn(name = "schedule_id"))
    @OrderBy("number")
    Set<Instalment> instalments = new LinkedHashSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    ContributionAmount amount() {
        return new ContributionAmount(annualPence, grossPence, clientChargesPence);
    }

    void pays(ContributionAmount amount) {
        annualPence = amount.annual();
        grossPence = amount.gross();
        clientChargesPence = amount.clientCharges();
    }

    /// How a decision may name it.
    Set<Subject> names() {
        return Set.of(
                new Subject("contribution", id.toString()), new Subject("contribution", reference));
    }

    List<Due> dues() {
        return instalments.stream().map(one -> new Due(one.dueOn(), one.amountPence())).toList();
    }

    ContributionScheduled scheduled(FinancialYear year) {
        return new ContributionScheduled(
                id,
                fundId,
                partner,
                annualPence,
                toldInstalments(),
                locality,
                year.start(),
                provenance,
                source,
                grossPence,
                clientChargesPence,
                decisionId);
    }

    /// From a day on it is another amount, or due on other days. What was paid stays as it was.
    ///
    /// @throws ContributionRefusal if that is less than was paid, leaves nothing open to be varied,
    ///   or comes before what varied it last
    ContributionVaried vary(
            Variation variation, FinancialYear year, Predicate<LocalDate> pooled, LocalDate today) {
        if (variation.effectiveOn().isBefore(termsSince)) {
            throw new ContributionRefusal.BeforeTheLastVariation(
                    reference, variation.effectiveOn(), termsSince);
        }
        var unpaid = new Unpaid(reference, laid(pooled), paidPence);
        var next =
                variation.instalments() == null
                        ? unpaid.reprofiled(variation.amount().annual(), profile)
                        : unpaid.agreed(variation.amount().annual(), variation.instalments(), year);
        var before = annualPence;
        pays(variation.amount());
        profile = variation.instalments() == null ? profile : ContributionProfile.CUSTOM;
        decisionId = variation.decisionId();
        termsVersion++;
        termsSince = variation.effectiveOn();
        settle(next, pooled, today);
        return varied(before, variation.reason());
    }

    /// What becomes of it, and why.
    ///
    /// @param instalments those of what is unpaid, or null when the profile makes them
    /// @param decisionId under which it is owed from then on; null for the fund's approved plan
    record Variation(
            ContributionAmount amount,
            @Nullable List<Due> instalments,
            LocalDate effectiveOn,
            @Nullable UUID decisionId,
            String reason) {}

    /// Whether what falls due on a day is owed to the host.
    boolean isOwedOn(LocalDate day, Optional<Pool> pool) {
        return pool.filter(one -> one.isOwedOn(day, isPostedAsDueOn(day))).isPresent();
    }

    /// Its instalments as they are paid when what falls due on these days is owed to the host.
    List<Instalment> laid(Predicate<LocalDate> owed) {
        return Instalment.laid(List.copyOf(instalments), paidPence, owed);
    }

    /// Whether the ledger holds something as due of an instalment of this day.
    boolean isPostedAsDueOn(LocalDate day) {
        return instalments.stream().anyMatch(one -> one.posted() && one.dueOn().equals(day));
    }

    /// What falls due on such days and was not paid yet; less than nothing where more was paid than
    /// is due on them.
    Pence left(Predicate<LocalDate> days) {
        return dueOn(days).minus(paidPence);
    }

    /// What of the year falls due on these days.
    Pence dueOn(Predicate<LocalDate> days) {
        return Pence.sum(
                instalments.stream()
                        .filter(one -> days.test(one.dueOn()))
                        .map(Instalment::amountPence)
                        .toList());
    }

    /// The partner paid.
    ///
    /// @param receivable the days of which the host may take on that day what falls due
    /// @throws ContributionRefusal if that is nothing, lies ahead, or is more than is left
    ContributionMovement receive(
            Receipt receipt,
            Predicate<LocalDate> pooled,
            Predicate<LocalDate> receivable,
            LocalDate today) {
        receipt.require(today);
        if (receipt.amountPence().exceeds(left(receivable))) {
            throw new ContributionRefusal.MoreThanIsLeft(this, receipt, dueOn(receivable));
        }
        paidPence = paidPence.plus(receipt.amountPence());
        settle(List.copyOf(instalments), pooled, today);
        return ContributionMovement.receipt(
                this, receipt.receivedOn(), receipt.amountPence(), receipt.document());
    }

    /// A receipt of this contribution was none.
    ContributionMovement takeBack(
            ContributionMovement receipt,
            String reason,
            Predicate<LocalDate> pooled,
            LocalDate today) {
        paidPence = paidPence.minus(receipt.amountPence);
        settle(List.copyOf(instalments), pooled, today);
        return ContributionMovement.takingBack(this, receipt, reason);
    }

    ContributionReceived received(ContributionMovement movement) {
        return new ContributionReceived(
                id,
                fundId,
                partner,
                movement.amountPence,
                paidPence,
                movement.entryId,
                locality,
                movement.effectiveOn);
    }

    /// What the ledger has to take up so that it holds as due what is due by a day, and why it does
    /// so once: what it holds already is taken away. What fell due before the present terms stays
    /// on its day; the difference they make is due from the day they hold. What the ledger holds of
    /// later days is left alone.
    ///
    /// @param movements everything that happened to it so far
    SortedMap<LocalDate, Pence> fallingDue(
            LocalDate today, Predicate<LocalDate> pooled, List<ContributionMovement> movements) {
        var due = new TreeMap<LocalDate, Pence>();
        for (var one : instalments) {
            if (one.isDueBy(today) && pooled.test(one.dueOn())) {
                due.merge(noEarlier(one.dueOn()), one.amountPence(), Pence::plus);
            }
        }
        for (var movement : movements) {
            due.merge(noEarlier(movement.effectiveOn), movement.due().negated(), Pence::plus);
        }
        due.tailMap(today, false).clear();
        due.values().removeIf(Pence::isZero);
        return due;
    }

    /// The ledger holds as due what is due by this day.
    void postedUpTo(LocalDate today, Predicate<LocalDate> pooled) {
        settle(List.copyOf(instalments), pooled, today);
    }

    private LocalDate noEarlier(LocalDate day) {
        return day.isBefore(termsSince) ? termsSince : day;
    }

    private void settle(List<Instalment> next, Predicate<LocalDate> pooled, LocalDate today) {
        var settled = Instalment.settled(next, paidPence, pooled, today);
        if (!settled.equals(List.copyOf(instalments))) {
            instalments.clear();
            instalments.addAll(settled);
        }
    }

    private ContributionVaried varied(Pence before, String reason) {
        return new ContributionVaried(
                id,
                fundId,
                partner,
                before,
                annualPence,
                toldInstalments(),
                decisionId,
                reason,
                locality,
                termsSince);
    }

    private List<ContributionScheduled.Instalment> toldInstalments() {
        return instalments.stream()
                .map(one -> new ContributionScheduled.Instalment(one.dueOn(), one.amountPence()))
                .toList();
    }
}
