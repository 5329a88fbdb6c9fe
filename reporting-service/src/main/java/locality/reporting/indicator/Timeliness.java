package locality.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether an indicator's figures come when they should.
///
/// A figure is due within two periods of its own: April's by the end of June.
///
/// @param latestPeriod the last period with a figure; null before the first
/// @param dueBy the day by which the next figure was, or is, due
/// @param stale whether that day has passed without it: the figure is marked, never hidden
@Schema(name = "Timeliness")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Timeliness(
        String source,
        String publicationSchedule,
        @Nullable LocalDate latestPeriod,
        @Nullable Instant recordedAt,
        @Nullable LocalDate dueBy,
        boolean stale) {

    static Timeliness of(Indicator indicator, @Nullable Observation latest, LocalDate today) {
        if (latest == null) {
            return new Timeliness(
                    indicator.source(), indicator.publicationSchedule(), null, null, null, false);
        }
        var dueBy = Periods.later(indicator.frequency(), latest.period(), 4).minusDays(1);
        return new Timeliness(
                indicator.source(),
                indicator.publicationSchedule(),
                latest.period(),
                latest.recordedAt(),
                dueBy,
                today.isAfter(dueBy));
    }
}
