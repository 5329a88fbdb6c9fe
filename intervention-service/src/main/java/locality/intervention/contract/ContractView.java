package locality.intervention.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A contract with its scope as of a day.
@Schema(name = "Contract")
record ContractView(
        UUID id,
        String reference,
        String title,
        ContractKind kind,
        ContractState state,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Schema(description = "What was handed over to it by that day, and how far each item was")
                List<ItemView> scope,
        Locality locality,
        Provenance provenance,
        long version) {

    @Schema(name = "ContractScopeItem")
    record ItemView(
            @Schema(description = "The id it had at its gateway") UUID id,
            UUID gatewayId,
            String reference,
            String title,
            @Schema(description = "SERVICE or INTERVENTION") String kind,
            @Schema(description = "As it was named at the gateway") @Nullable String intervention,
            @Nullable UUID interventionId,
            ScopeState state,
            LocalDate since,
            @Schema(description = "Why it was refused or withdrawn") @Nullable String reason,
            Provenance provenance,
            long version) {

        static ItemView of(ScopeItem item, ScopeStep step) {
            return new ItemView(
                    item.id,
                    item.gatewayId,
                    item.reference,
                    item.title,
                    item.kind,
                    item.intervention,
                    item.interventionId,
                    step.state(),
                    step.effectiveOn(),
                    step.reason(),
                    item.provenance,
                    item.version);
        }
    }

    static ContractView of(Contract contract, List<ScopeItem> items, LocalDate on) {
        return new ContractView(
                contract.id,
                contract.reference,
                contract.title,
                contract.kind,
                contract.state,
                contract.beginsOn,
                contract.endsOn,
                items.stream()
                        .flatMap(item -> item.on(on).map(s -> ItemView.of(item, s)).stream())
                        .toList(),
                contract.locality,
                contract.provenance,
                contract.version);
    }
}
