package locality.governance.gateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A gateway as somebody plans it. Its block ends on a day, or after so many months, or, as a
/// transaction, so many weeks after its launch; after six months when nothing is said.
///
/// @param reference the contract's with `-GW-` and the number when left out
/// @param contract the reference of the contract that what passes goes to
/// @param number the next of the contract when left out
/// @param beginsOn its first day; of a transaction, the day it is launched
/// @param effectiveOn the day it was planned; today when left out
@Schema(name = "GatewayToPlan")
record GatewayToPlan(
        @Pattern(regexp = GatewayToPlan.REFERENCE) @Nullable String reference,
        @NotNull @Pattern(regexp = GatewayToPlan.REFERENCE) String contract,
        @Min(1) @Max(1000) @Nullable Integer number,
        @NotNull LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Min(1) @Max(Block.MOST_MONTHS) @Nullable Integer months,
        @Min(1) @Max(Block.MOST_WEEKS) @Nullable Integer weeks,
        @NotNull Locality locality,
        @Nullable LocalDate effectiveOn,
        @Nullable Provenance provenance) {

    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /// @param next the number it has when none is said
    /// @throws BlockRefusal if its end is said in two ways, or lies before its first day
    Block block(int next) {
        if (Stream.of(endsOn, months, weeks).filter(Objects::nonNull).count() > 1) {
            throw new BlockRefusal.EndUnclear();
        }
        int numbered = number == null ? next : number;
        if (endsOn != null) {
            return Block.stated(numbered, beginsOn, endsOn);
        }
        return weeks == null
                ? Block.ofMonths(numbered, beginsOn, months == null ? Block.MONTHS : months)
                : Block.ofWeeks(numbered, beginsOn, weeks);
    }
}
