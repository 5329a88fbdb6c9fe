package locality.budget.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;

/// What happened to an agreement's money side. It stays here: governance tells of agreements, and
/// what partners need of their terms is told as `budget.agreement-terms-set.v1`.
sealed interface AgreementEvent extends InternalEvent {
    UUID agreementId();

    @Override
    default String subjectType() {
        return "agreement";
    }

    @Override
    default String subjectId() {
        return agreementId().toString();
    }

    @EventType("budget.agreement-recorded.v1")
    record Recorded(
            UUID agreementId,
            String reference,
            String name,
            List<String> legalPowers,
            String host,
            Basis basis,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements AgreementEvent {

        static Recorded of(Agreement agreement) {
            var first = agreement.lastTerms();
            return new Recorded(
                    agreement.id,
                    agreement.reference,
                    agreement.name,
                    first.legalPowers(),
                    first.host(),
                    first.basis(),
                    agreement.locality,
                    first.startsOn(),
                    agreement.provenance);
        }
    }

    /// Governance tells of it by this reference.
    @EventType("budget.agreement-governed-as.v1")
    record GovernedAs(
            UUID agreementId, String governanceReference, Locality locality, LocalDate effectiveOn)
            implements AgreementEvent {}
}
