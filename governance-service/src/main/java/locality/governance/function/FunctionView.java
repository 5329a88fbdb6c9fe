package locality.governance.function;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import locality.governance.organisation.OrganisationKind;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A function as callers see it, with how places arrange it.
///
/// @param parent the wider function it is a part of
@Schema(name = "Function")
record FunctionView(
        String code,
        String name,
        @Nullable String description,
        @Nullable String parent,
        List<Allocation> places,
        Provenance provenance,
        long version) {

    /// @param state on the day asked for
    /// @param draftedOn the day it became a draft
    /// @param agreedOn the day it was agreed
    /// @param effectiveOn the first day it is in force, null until it is started
    /// @param endsOn the last day it is in force
    @Schema(name = "FunctionAllocation")
    record Allocation(
            String reference,
            String function,
            Locality place,
            @Nullable AllocationState state,
            boolean reserved,
            @Nullable OrganisationKind ownerKind,
            @Nullable String owner,
            @Nullable SpatialLevel spatialLevel,
            @Nullable DeliveredBy arrangement,
            @Nullable BigDecimal wholeTimeEquivalents,
            @Nullable String direction,
            @Nullable LocalDate draftedOn,
            @Nullable LocalDate agreedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            Provenance provenance,
            long version) {

        static Allocation of(FunctionAllocation one, LocalDate on) {
            return new Allocation(
                    one.reference,
                    one.functionCode,
                    one.place,
                    one.stateOn(on).orElse(null),
                    one.terms.reserved(),
                    one.terms.ownerKind(),
                    one.terms.owner(),
                    one.terms.spatialLevel(),
                    one.terms.arrangement(),
                    one.terms.wholeTimeEquivalents(),
                    one.terms.direction(),
                    one.draftedOn,
                    one.agreedOn,
                    one.effectiveOn,
                    one.endsOn,
                    one.provenance,
                    one.version);
        }
    }

    static FunctionView of(
            BusinessFunction function, List<FunctionAllocation> allocations, LocalDate on) {
        return new FunctionView(
                function.code,
                function.name,
                function.description,
                function.parentCode,
                allocations.stream()
                        .filter(one -> one.functionCode.equals(function.code))
                        .map(one -> Allocation.of(one, on))
                        .toList(),
                function.provenance,
                function.version);
    }
}
