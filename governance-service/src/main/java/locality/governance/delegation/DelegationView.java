package locality.governance.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A delegation as callers see it on a day.
@Schema(name = "Delegation")
record DelegationView(
        UUID id,
        String reference,
        UUID from,
        @Nullable UUID to,
        @Nullable String toOrganisation,
        List<String> functions,
        Locality place,
        @Nullable Pence limitPence,
        LimitKind limitKind,
        boolean maySubDelegate,
        LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        boolean inForce,
        List<String> conditions,
        @Nullable String legalBasis,
        @Nullable String grantingDecision,
        Provenance provenance,
        long version) {

    static DelegationView of(Delegation delegation, LocalDate on) {
        return new DelegationView(
                delegation.id,
                delegation.reference,
                delegation.fromBody,
                delegation.toBody,
                delegation.toOrganisation,
                delegation.functions,
                delegation.place,
                delegation.limit,
                delegation.limitKind,
                delegation.maySubDelegate,
                delegation.effectiveOn,
                delegation.expiresOn,
                delegation.endedOn,
                delegation.endReason,
                delegation.inForceOn(on),
                delegation.conditions,
                delegation.legalBasis,
                delegation.grantingDecision,
                delegation.provenance,
                delegation.version);
    }
}
