package locality.reporting.spc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a chart is to be read.
///
/// @param improvementDirection which way is better
/// @param target the level to reach, null for none
/// @param rebase where a new segment begins; each is the period of a point
/// @param fixAfterNPoints limits of a segment come from its first so many points, 12 or more; null
///   for all of them
/// @param screenOutliers whether moving ranges beyond 3.267 times their mean are left out of it
/// @param frequency how often there is a figure; null to tell it from the periods
public record ChartOptions(
        ImprovementDirection improvementDirection,
        @Nullable BigDecimal target,
        List<LocalDate> rebase,
        @Nullable Integer fixAfterNPoints,
        boolean screenOutliers,
        @Nullable Frequency frequency) {

    static final int SHORTEST_BASELINE = 12;

    public ChartOptions {
        rebase = List.copyOf(rebase);
        if (fixAfterNPoints != null && fixAfterNPoints < SHORTEST_BASELINE) {
            throw new SpcRefusal.BaselineTooShort(fixAfterNPoints, SHORTEST_BASELINE);
        }
    }
}
