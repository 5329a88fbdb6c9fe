package locality.governance.gateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The gateways of a contract up to a day, in blocks of the same length.
///
/// @param firstNumber of the first of them; the next of the contract when left out
/// @param beginsOn the first day of the first block
/// @param lastDay of the last block
/// @param months that a block lasts; six when left out
/// @param effectiveOn the day they were planned; today when left out
@Schema(name = "GatewaySeriesToPlan")
record SeriesToPlan(
        @NotNull @Pattern(regexp = GatewayToPlan.REFERENCE) String contract,
        @Min(1) @Max(1000) @Nullable Integer firstNumber,
        @NotNull LocalDate beginsOn,
        @NotNull LocalDate lastDay,
        @Min(1) @Max(Block.MOST_MONTHS) @Nullable Integer months,
        @NotNull Locality locality,
        @Nullable LocalDate effectiveOn,
        @Nullable Provenance provenance) {

    /// @param next the number of the first when none is said
    List<Block> blocks(int next) {
        return Block.series(
                firstNumber == null ? next : firstNumber,
                beginsOn,
                lastDay,
                months == null ? Block.MONTHS : months);
    }
}
