package locality.budget.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;

/// What happened to an agreement's money side. It stays here: governance tells of agreements.
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
            implements AgreementEvent {}

    @EventType("budget.agreement-basis-changed.v1")
    record BasisChanged(
            UUID agreementId,
            int agreementVersion,
            Basis basis,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements AgreementEvent {}
}
