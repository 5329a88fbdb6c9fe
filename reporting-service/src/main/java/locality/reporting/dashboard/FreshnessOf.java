package locality.reporting.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import locality.reporting.dashboard.Dashboard.Freshness;
import locality.reporting.indicator.Reading;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// How fresh each source of a locality's dashboard is: the three services, then whoever publishes
/// the figures.
final class FreshnessOf {

    private static final List<String> SERVICES = List.of("governance", "budget", "intervention");

    private final List<Freshness> told;

    FreshnessOf(Locality locality, Snapshot snapshot) {
        told =
                snapshot.list(
                        "select * from read_model.freshness where locality = ? order by topic",
                        FreshnessOf::service,
                        locality.code());
    }

    /// When the latest fact was recorded; null before the first.
    @Nullable Instant asOf() {
        return told.stream()
                .map(Freshness::recordedAt)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    List<Freshness> with(List<Reading> readings) {
        var all = new ArrayList<Freshness>();
        SERVICES.forEach(service -> all.add(ofService(service)));
        readings.forEach(reading -> all.add(ofFigures(reading)));
        return all;
    }

    private Freshness ofService(String service) {
        return told.stream()
                .filter(it -> it.source().equals(service))
                .findFirst()
                .orElseGet(
                        () ->
                                new Freshness(
                                        service,
                                        "events",
                                        null,
                                        null,
                                        null,
                                        0L,
                                        null,
                                        null,
                                        true,
                                        "has told nothing of this locality yet"));
    }

    private static Freshness service(Row row) {
        var recordedAt = row.instant("recorded_at");
        var appliedAt = row.instant("applied_at");
        return new Freshness(
                row.text("topic").replaceFirst("\\..*", ""),
                "events",
                null,
                null,
                row.number("position"),
                row.number("events"),
                recordedAt,
                appliedAt,
                false,
                "shown %s after it was recorded".formatted(lag(recordedAt, appliedAt)));
    }

    private static Freshness ofFigures(Reading reading) {
        var timeliness = reading.timeliness();
        return new Freshness(
                timeliness.source(),
                reading.indicator().reference(),
                timeliness.publicationSchedule(),
                timeliness.latestPeriod(),
                null,
                null,
                timeliness.recordedAt(),
                null,
                timeliness.stale() || timeliness.latestPeriod() == null,
                timeliness.latestPeriod() == null
                        ? "has no figure yet"
                        : "latest figure is of " + reading.period(timeliness.latestPeriod()));
    }

    private static String lag(Instant recordedAt, Instant appliedAt) {
        var millis = Math.max(0, Duration.between(recordedAt, appliedAt).toMillis());
        if (millis < 1000) {
            return millis + " ms";
        }
        var seconds = millis / 1000;
        return seconds < 120
                ? seconds + " s"
                : seconds < 7200 ? seconds / 60 + " minutes" : seconds / 3600 + " hours";
    }
}
