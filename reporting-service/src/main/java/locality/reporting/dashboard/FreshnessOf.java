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
import locality.reporting.indicator.Readings;
import locality.reporting.indicator.Undrawn;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// How fresh each source of a locality's dashboard is: the three services, then whoever publishes
/// the figures.
public final class FreshnessOf {

    private static final List<String> SERVICES = List.of("governance", "budget", "intervention");

    /// Which topics have not been read to their end for a minute: the broker is silent, or the
    /// consumer stands still.
    static final String SILENCE =
            """
            select topic,
              coalesce(min(coalesce(caught_up_at, '-infinity')) < now() - interval '60 seconds', true)
                as silent
            from consumer_offset where consumer = 'reporting' group by topic
            """;

    /// Every topic of the suite that this service reads, whether it has told of the locality or
    /// not.
    private static final String STANDING =
            """
            select t.topic, f.position, f.events, f.recorded_at, f.applied_at,
              coalesce(s.silent, true) as silent,
              (select count(*) from parked_event p
               where p.consumer = 'reporting' and p.topic = t.topic
                 and p.headers ->> 'ce_locality' = ?) as parked
            from unnest(?) as t (topic)
            left join read_model.freshness f on f.topic = t.topic and f.locality = ?
            left join (%s) s on s.topic = t.topic
            order by array_position(?, t.topic)
            """
                    .formatted(SILENCE);

    private final List<Freshness> services;

    public FreshnessOf(Locality locality, Snapshot snapshot) {
        var topics = SERVICES.stream().map("%s.events.v1"::formatted).toArray(String[]::new);
        services =
                snapshot.list(
                        STANDING,
                        FreshnessOf::service,
                        locality.code(),
                        topics,
                        locality.code(),
                        topics);
    }

    /// When the latest fact was recorded; null before the first.
    public @Nullable Instant asOf() {
        return services.stream()
                .map(Freshness::recordedAt)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    List<Freshness> with(Readings readings) {
        var all = new ArrayList<>(services);
        readings.drawn().forEach(reading -> all.add(ofFigures(reading)));
        readings.undrawn().forEach(undrawn -> all.add(ofNoFigures(undrawn)));
        return all;
    }

    private static Freshness service(Row row) {
        var recordedAt = row.optionalInstant("recorded_at");
        var wrong = wrong(row, recordedAt == null);
        return new Freshness(
                row.text("topic").replaceFirst("\\..*", ""),
                "events",
                null,
                null,
                row.optionalNumber("position"),
                recordedAt == null ? 0L : row.number("events"),
                recordedAt,
                row.optionalInstant("applied_at"),
                !wrong.isEmpty(),
                wrong.isEmpty()
                        ? "shown %s after it was recorded"
                                .formatted(
                                        lag(row.instant("recorded_at"), row.instant("applied_at")))
                        : String.join("; ", wrong));
    }

    private static List<String> wrong(Row row, boolean hasToldNothing) {
        var wrong = new ArrayList<String>();
        if (hasToldNothing) {
            wrong.add("has told nothing of this locality yet");
        }
        var parked = row.number("parked");
        if (parked > 0) {
            wrong.add(
                    "%d %s could not be applied"
                            .formatted(parked, parked == 1 ? "event" : "events"));
        }
        if (row.flag("silent")) {
            wrong.add("has not been read to its end for a minute");
        }
        return wrong;
    }

    private static Freshness ofNoFigures(Undrawn undrawn) {
        return new Freshness(
                undrawn.source(),
                undrawn.reference(),
                undrawn.publicationSchedule(),
                null,
                null,
                null,
                null,
                null,
                true,
                "cannot be drawn: " + undrawn.why());
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
