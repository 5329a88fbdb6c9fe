package locality.budget.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import locality.budget.Entered;
import locality.budget.authority.KnownDecisions;
import locality.budget.partnership.GovernedAgreement;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Makes terms of what is asked for: the version they are of, and the decision that appoints the
/// fund manager.
@ApplicationScoped
class DraftTerms {

    private final KnownDecisions decisions;
    private final Clock clock;

    DraftTerms(KnownDecisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /// Locks the decision that is to appoint the manager, as it must be before the agreement is.
    ///
    /// @throws locality.budget.authority.AuthorityRefusal if it is not known
    void lockDecision(NewTerms asked, Locality place) {
        var manager = asked.fundManager();
        if (manager != null && manager.decisionId() != null) {
            decisions.lock(manager.decisionId(), place);
        }
    }

    /// @throws locality.budget.authority.AuthorityRefusal if the decision that is to appoint the
    ///   manager is not known, does not bind, is no approval, is not about the agreement or takes
    ///   effect too late
    AgreementTerms of(
            Caller caller, Agreement agreement, GovernedAgreement governed, NewTerms asked) {
        var version = agreement.versionOf(asked.agreementVersion(), asked.startsOn(), governed);
        return new AgreementTerms(
                Ids.next(),
                agreement.terms.size() + 1,
                version,
                asked.startsOn(),
                asked.legalPowers().stream().map(Enum::name).sorted().toList(),
                asked.host(),
                manager(agreement, version, asked),
                asked.basis(),
                asked.virementScheme(),
                asked.carryForwardScheme(),
                Entered.by(caller, asked.provenance()),
                clock.instant());
    }

    private @Nullable FundManager manager(Agreement agreement, int version, NewTerms asked) {
        var manager = asked.fundManager();
        if (manager == null) {
            return null;
        }
        var decision = manager.decisionId();
        return new FundManager(
                manager.post(),
                manager.employer(),
                decision == null
                        ? null
                        : appointed(agreement, version, decision, asked.startsOn()));
    }

    /// A manager may be appointed after the day from which the terms hold, by today at the latest.
    private UUID appointed(Agreement agreement, int version, String decision, LocalDate startsOn) {
        var known = decisions.lock(decision, agreement.locality);
        var today = BusinessClock.today(clock);
        known.requireDeciding(
                agreement.names(version),
                startsOn.isAfter(today) ? startsOn : today,
                agreement.locality);
        return known.id();
    }
}
