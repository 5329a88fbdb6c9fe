package locality.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.reporting.spc.Frequency;
import locality.reporting.spc.ImprovementDirection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is measured: how, from where, how often, and which way is better.
///
/// @param unit what a value counts, as in `attendances` or `%`
/// @param target the level to reach, null when there is none or it is still to be set
/// @param publicationSchedule when the source publishes, in the source's words
@Schema(name = "Indicator")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Indicator(
        UUID id,
        String reference,
        String name,
        String unit,
        ImprovementDirection improvementDirection,
        Frequency frequency,
        String aggregation,
        @Nullable BigDecimal target,
        String source,
        String publicationSchedule,
        @Nullable UUID interventionId,
        Locality locality,
        Provenance provenance) {

    static final String RATIO = "RATIO";
    static final String CUMULATIVE = "CUMULATIVE";

    /// Whether a value holds all before it.
    boolean comesAsRunningTotal() {
        return aggregation.equals(CUMULATIVE);
    }

    boolean comesInParts() {
        return aggregation.equals(RATIO);
    }
}
