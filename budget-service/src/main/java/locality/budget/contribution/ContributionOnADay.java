package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import locality.budget.agreement.Agreements;
import locality.budget.fund.Funds;
import locality.platform.caller.Caller;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;

/// What a contribution is, or was on a day, as far as was known at a moment. What is recorded later
/// changes no such answer.
@ApplicationScoped
class ContributionOnADay {

    private final Contributions contributions;
    private final ContributionHistory history;
    private final Funds funds;
    private final Agreements agreements;

    ContributionOnADay(
            Contributions contributions,
            ContributionHistory history,
            Funds funds,
            Agreements agreements) {
        this.contributions = contributions;
        this.history = history;
        this.funds = funds;
        this.agreements = agreements;
    }

    /// As it is now, by what is known of its agreement.
    ///
    /// @throws NotFound if there is none that the caller may see
    @Transactional
    ContributionView now(Caller caller, String idOrReference) {
        var schedule = contributions.require(caller, idOrReference);
        return ContributionView.of(
                schedule, agreements.pool(funds.findById(schedule.fundId).agreementId()));
    }

    /// @throws NotFound if there is none that the caller may see, or none was known by then
    @Transactional
    ContributionView handle(Caller caller, String idOrReference, LocalDate on, Instant knownAt) {
        var schedule = contributions.require(caller, idOrReference);
        var terms =
                history.terms(schedule.id, on, knownAt)
                        .orElseThrow(() -> new NotFound("contribution", idOrReference));
        var known =
                history.movements(schedule.id).stream()
                        .filter(one -> !one.recordedAt.isAfter(knownAt))
                        .toList();
        var paid =
                Pence.sum(
                        known.stream()
                                .filter(one -> !one.effectiveOn.isAfter(on))
                                .map(ContributionMovement::received)
                                .toList());
        var pool = agreements.pool(funds.findById(schedule.fundId).agreementId(), knownAt);
        Predicate<LocalDate> owed =
                day -> pool.filter(one -> one.isOwedOn(day, fellDueOn(day, known))).isPresent();
        var settled = Instalment.settled(terms.instalments(), paid, owed, on);
        return ContributionView.of(schedule, terms, settled, paid);
    }

    private static boolean fellDueOn(LocalDate day, List<ContributionMovement> known) {
        return known.stream().anyMatch(one -> !one.due().isZero() && one.effectiveOn.equals(day));
    }
}
