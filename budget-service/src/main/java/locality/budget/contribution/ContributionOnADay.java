package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import locality.platform.caller.Caller;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;

/// What a contribution was on a day, as far as was known at a moment. What is recorded later
/// changes no such answer.
@ApplicationScoped
class ContributionOnADay {

    private final Contributions contributions;
    private final ContributionHistory history;
    private final ContributionAccounts accounts;

    ContributionOnADay(
            Contributions contributions,
            ContributionHistory history,
            ContributionAccounts accounts) {
        this.contributions = contributions;
        this.history = history;
        this.accounts = accounts;
    }

    /// @throws NotFound if there is none that the caller may see, or none was known by then
    @Transactional
    ContributionView handle(Caller caller, String idOrReference, LocalDate on, Instant knownAt) {
        var schedule = contributions.require(caller, idOrReference);
        var terms =
                history.terms(schedule.id, on, knownAt)
                        .orElseThrow(() -> new NotFound("contribution", idOrReference));
        var paid =
                Pence.sum(
                        history.movements(schedule.id).stream()
                                .filter(one -> !one.effectiveOn.isAfter(on))
                                .filter(one -> !one.recordedAt.isAfter(knownAt))
                                .map(ContributionMovement::received)
                                .toList());
        var account = accounts.open(schedule, caller.actor());
        var settled = Instalment.settled(terms.instalments(), paid, account::isPooledOn, on);
        return ContributionView.of(schedule, terms, settled, paid);
    }
}
