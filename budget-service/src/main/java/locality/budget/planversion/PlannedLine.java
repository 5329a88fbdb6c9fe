package locality.budget.planversion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One line as a version of the plan had it.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlannedLine")
public record PlannedLine(
        UUID lineId,
        String line,
        String scheme,
        String areaOfSpend,
        @Schema(description = "Organisation code; it owns the money") String commissioner,
        String providerType,
        String fundingSource,
        @Schema(description = "REVENUE or CAPITAL") String kind,
        boolean recurrent,
        @Nullable String ringFence,
        @Schema(description = "POOLED, ALIGNED, SHADOW or IN_VIEW") String basis,
        @Nullable String function,
        @Nullable String schemeType,
        @Nullable String description,
        @Schema(description = "NEW or EXISTING") @Nullable String status,
        @Nullable BigDecimal plannedUnits,
        @Nullable String unit,
        @Nullable String use,
        Pence plannedPence,
        Provenance provenance) {}
