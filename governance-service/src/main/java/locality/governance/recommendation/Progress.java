package locality.governance.recommendation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far what one source recommends has come.
///
/// @param answered how many have an outcome
/// @param byOutcome how many have each; those of none are left out
/// @param acceptedPercent of all, those that were accepted, whole or in part, or are implemented;
///   one place, half up
/// @param implementedPercent of all, those implemented; one place, half up
@Schema(name = "RecommendationProgress")
record Progress(
        String source,
        int recommendations,
        int answered,
        Map<RecommendationOutcome, Integer> byOutcome,
        BigDecimal answeredPercent,
        BigDecimal acceptedPercent,
        BigDecimal implementedPercent) {

    /// @param outcomes of each of its recommendations, null for none yet; at least one
    static Progress of(String source, Collection<@Nullable RecommendationOutcome> outcomes) {
        var counts = new EnumMap<RecommendationOutcome, Integer>(RecommendationOutcome.class);
        int answered = 0;
        for (var outcome : outcomes) {
            if (outcome != null) {
                counts.merge(outcome, 1, Integer::sum);
                answered++;
            }
        }
        int implemented = counts.getOrDefault(RecommendationOutcome.IMPLEMENTED, 0);
        int accepted =
                implemented
                        + counts.getOrDefault(RecommendationOutcome.ACCEPTED, 0)
                        + counts.getOrDefault(RecommendationOutcome.PARTLY_ACCEPTED, 0);
        int all = outcomes.size();
        return new Progress(
                source,
                all,
                answered,
                counts,
                percent(answered, all),
                percent(accepted, all),
                percent(implemented, all));
    }

    private static BigDecimal percent(int part, int all) {
        return BigDecimal.valueOf(part * 100L)
                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }
}
