package locality.intervention.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.event.InterventionEvent.ContractScopeChanged;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A service or intervention that passed a gateway, in the scope of its contract. It keeps the id
/// it had there, so that it arrives once whatever is told twice.
@Entity(name = "ContractScopeItem")
class ScopeItem {
    @Id UUID id;
    UUID gatewayId;

    /// The contract's reference, whether or not there is one.
    String contract;

    String reference;
    String title;
    String kind;

    /// The intervention as it was named, null for a service.
    @Nullable String intervention;

    @Nullable UUID interventionId;

    @Enumerated(EnumType.STRING)
    ScopeState state;

    @JdbcTypeCode(SqlTypes.JSON)
    List<ScopeStep> steps;

    Locality locality;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    ScopeItem() {}

    static ScopeItem transferred(ScopeTransferred told) {
        var item = new ScopeItem();
        item.id = told.scopeItemId();
        item.gatewayId = told.gatewayId();
        item.contract = told.contract();
        item.reference = told.reference();
        item.title = told.title();
        item.kind = told.kind();
        item.intervention = told.intervention();
        item.state = ScopeState.TRANSFERRED;
        item.steps = List.of(new ScopeStep(ScopeState.TRANSFERRED, told.effectiveOn(), null));
        item.locality = told.locality();
        item.provenance = told.provenance();
        return item;
    }

    boolean isRefused() {
        return state == ScopeState.REFUSED;
    }

    /// It is handed over again, as it is now called.
    void transferAgain(ScopeTransferred told) {
        step(ScopeState.TRANSFERRED, told.effectiveOn(), null);
        title = told.title();
        intervention = told.intervention();
    }

    /// @param intervention that it is, null for a service
    ContractScopeChanged list(@Nullable UUID intervention) {
        interventionId = intervention;
        return step(ScopeState.LISTED, last().effectiveOn(), null);
    }

    ContractScopeChanged refuse(String reason) {
        return step(ScopeState.REFUSED, last().effectiveOn(), reason);
    }

    boolean mayBeWithdrawn() {
        return state.next().contains(ScopeState.WITHDRAWN);
    }

    /// Its gateway took it back: on the day it would have gone over it does not.
    ContractScopeChanged withdraw(String reason) {
        return step(ScopeState.WITHDRAWN, last().effectiveOn(), reason);
    }

    /// @throws ContractRefusal unless it is listed, or on a day before it was
    ContractScopeChanged include(LocalDate on) {
        return step(ScopeState.IN_CONTRACT, on, null);
    }

    /// @throws ContractRefusal unless it is listed or in the contract, or on a day before it was
    ContractScopeChanged exit(LocalDate on) {
        return step(ScopeState.EXITED, on, null);
    }

    /// What it was on a day; empty before it was transferred.
    Optional<ScopeStep> on(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .findFirst();
    }

    ScopeStep last() {
        return steps.getLast();
    }

    private ContractScopeChanged step(ScopeState next, LocalDate on, @Nullable String reason) {
        if (!state.next().contains(next)) {
            throw new ContractRefusal.IllegalStep(reference, state, next);
        }
        if (on.isBefore(last().effectiveOn())) {
            throw new ContractRefusal.StepOutOfOrder(reference, last().effectiveOn(), on);
        }
        state = next;
        steps = Stream.concat(steps.stream(), Stream.of(new ScopeStep(next, on, reason))).toList();
        return new ContractScopeChanged(
                id,
                contract,
                reference,
                title,
                kind,
                interventionId,
                state.name(),
                reason,
                locality,
                on,
                provenance);
    }
}
