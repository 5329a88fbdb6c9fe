package locality.governance.gateway;

import static java.util.Objects.requireNonNullElse;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.event.PartnershipEvent.ScopeWithdrawn;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A service or intervention that a gateway is to pass to its contract.
///
/// @param reference unique within its gateway
/// @param intervention the intervention's reference, null for a service
/// @param transfersOn from when it is the contract's
/// @param state as its last step says; PROPOSED without one
/// @param steps what became of it since it was proposed
@Embeddable
record ScopeItem(
        UUID id,
        String reference,
        String title,
        @Enumerated(EnumType.STRING) ScopeKind kind,
        @Nullable String intervention,
        LocalDate transfersOn,
        @Enumerated(EnumType.STRING) ScopeState state,
        @JdbcTypeCode(SqlTypes.JSON) List<ScopeStep> steps,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    /// How many signs a title has at most.
    static final int TITLE_LENGTH = 500;

    /// @throws GatewayRefusal if a service names an intervention, or an intervention none
    static ScopeItem proposed(UUID id, Proposal proposal, Provenance source) {
        return new ScopeItem(
                id,
                proposal.reference,
                proposal.title,
                proposal.kind,
                proposal.intervention,
                proposal.transfersOn,
                ScopeState.PROPOSED,
                List.of(),
                source);
    }

    /// An item as somebody proposes it.
    record Proposal(
            String reference,
            String title,
            ScopeKind kind,
            @Nullable String intervention,
            LocalDate transfersOn) {

        Proposal {
            PersonalData.requireNone("title", title);
            if ((kind == ScopeKind.INTERVENTION) == (intervention == null)) {
                throw new GatewayRefusal.ScopeUnclear(reference, kind, intervention);
            }
        }
    }

    /// As it is proposed anew: what it is called, and when it is to go over.
    ScopeItem reworded(Proposal proposal) {
        return new ScopeItem(
                id,
                reference,
                proposal.title,
                proposal.kind,
                proposal.intervention,
                proposal.transfersOn,
                state,
                steps,
                provenance);
    }

    /// What is put right of an item that was refused; null leaves what it has.
    record Correction(@Nullable String title, @Nullable String intervention) {
        static final Correction NONE = new Correction(null, null);
    }

    /// @throws GatewayRefusal if a service would name an intervention
    ScopeItem corrected(Correction correction) {
        return reworded(
                new Proposal(
                        reference,
                        requireNonNullElse(correction.title, title),
                        kind,
                        correction.intervention == null ? intervention : correction.intervention,
                        transfersOn));
    }

    boolean isAs(Proposal proposal) {
        return new Proposal(reference, title, kind, intervention, transfersOn).equals(proposal);
    }

    /// @param idOrReference either
    boolean isNamed(String idOrReference) {
        return reference.equals(idOrReference) || id.toString().equals(idOrReference);
    }

    boolean mayBecome(ScopeState next) {
        return state.next().contains(next);
    }

    /// @throws GatewayRefusal if it cannot become that
    ScopeItem step(ScopeState next, LocalDate on, @Nullable String reason) {
        if (!mayBecome(next)) {
            throw new GatewayRefusal.IllegalScopeStep(reference, state, next);
        }
        return new ScopeItem(
                id,
                reference,
                title,
                kind,
                intervention,
                transfersOn,
                next,
                Stream.concat(steps.stream(), Stream.of(new ScopeStep(next, on, reason))).toList(),
                provenance);
    }

    /// @throws GatewayRefusal if it cannot become that, or has gone over by today
    ScopeItem withdrawn(LocalDate on, LocalDate today, String reason) {
        var next = step(ScopeState.WITHDRAWN, on, reason);
        if (isTold() && !isToldAheadOf(today)) {
            throw new GatewayRefusal.GoneOver(reference, transfersOn, today);
        }
        return next;
    }

    /// Whether the contract was told of it, and it goes over only after a day.
    boolean isToldAheadOf(LocalDate day) {
        return isTold() && transfersOn.isAfter(day);
    }

    private boolean isTold() {
        return state == ScopeState.TRANSFERRED || state == ScopeState.LISTED;
    }

    /// @param gateway that passes it
    ScopeTransferred toldToGoOver(Gateway gateway) {
        return new ScopeTransferred(
                id,
                gateway.id,
                gateway.contract,
                reference,
                title,
                kind.name(),
                intervention,
                gateway.locality,
                transfersOn,
                provenance);
    }

    /// @param gateway that takes it back
    ScopeWithdrawn toldToStay(Gateway gateway, LocalDate on, String reason) {
        return new ScopeWithdrawn(
                id,
                gateway.id,
                gateway.contract,
                reference,
                reason,
                gateway.locality,
                on,
                provenance);
    }

    /// What it was on a day: proposed, before anything became of it.
    ScopeStep on(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .findFirst()
                .orElseGet(() -> new ScopeStep(ScopeState.PROPOSED, day, null));
    }
}
