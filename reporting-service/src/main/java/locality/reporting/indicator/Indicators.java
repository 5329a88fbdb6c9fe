package locality.reporting.indicator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import locality.platform.time.BusinessClock;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import locality.reporting.spc.Frequency;
import locality.reporting.spc.ImprovementDirection;
import org.jspecify.annotations.Nullable;

/// Reads indicators and their figures out of the read models.
@ApplicationScoped
public class Indicators {

    private final Clock clock;

    Indicators(Clock clock) {
        this.clock = clock;
    }

    /// A locality's indicators with their figures; the first one defined comes first. One whose
    /// figures cannot be drawn says so and keeps nothing else from being shown.
    public Readings of(Locality locality, Snapshot snapshot) {
        var told = told(locality, snapshot);
        return Readings.of(
                snapshot.list(
                        """
                        select * from read_model.indicator
                        where locality = ? order by first_position, indicator_id
                        """,
                        row -> attempt(row, told),
                        locality.code()));
    }

    private Readings.Attempt attempt(Row row, Map<UUID, List<Observation>> told) {
        try {
            var indicator = indicator(row);
            var observations = told.getOrDefault(indicator.id(), List.of());
            return read(indicator, null, observations, List.of());
        } catch (Refusal refused) {
            return undrawn(row, refused.detail());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
            return undrawn(row, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Undrawn undrawn(Row row, String why) {
        return new Undrawn(
                row.uuid("indicator_id"),
                row.text("reference"),
                row.text("name"),
                row.text("source"),
                row.text("publication_schedule"),
                why);
    }

    private static Map<UUID, List<Observation>> told(Locality locality, Snapshot snapshot) {
        return snapshot
                .list(
                        """
                        select distinct on (o.indicator_id, o.period) o.*,
                          count(*) over (partition by o.indicator_id, o.period) as told
                        from read_model.observation o
                        join read_model.indicator i using (indicator_id)
                        where i.locality = ?
                        order by o.indicator_id, o.period, o.position desc
                        """,
                        row -> Map.entry(row.uuid("indicator_id"), observation(row)),
                        locality.code())
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /// One indicator, by id or by reference, if it is of one of these localities.
    ///
    /// @param rebase where new limits begin
    /// @param knownAt what had been told by then; null for all that is known
    /// @throws CannotBeDrawn if it was told in terms that are not known here
    public Optional<Reading> find(
            String idOrReference,
            String[] localities,
            List<LocalDate> rebase,
            @Nullable Instant knownAt,
            Snapshot snapshot) {
        return snapshot.first(
                        """
                        select * from read_model.indicator
                        where (indicator_id::text = lower(?) or reference = ?)
                          and locality = any(?)
                        """,
                        Indicators::drawable,
                        idOrReference,
                        idOrReference,
                        localities)
                .map(it -> read(it, reached(it, knownAt, snapshot), rebase, snapshot));
    }

    private Reading read(
            Indicator indicator,
            @Nullable Instant knownAt,
            List<LocalDate> rebase,
            Snapshot snapshot) {
        return read(indicator, knownAt, observations(indicator, knownAt, snapshot), rebase);
    }

    /// The instant asked for, or the last by which everything told of the indicator has surely been
    /// read, where that is earlier. What is told of one indicator arrives in order.
    private static @Nullable Instant reached(
            Indicator indicator, @Nullable Instant knownAt, Snapshot snapshot) {
        return knownAt == null
                ? null
                : snapshot.list(
                                """
                                select least(?::timestamptz, greatest('epoch',
                                  (select case when bool_and(coalesce(recorded_at, caught_up_at)
                                                             is not null)
                                     then min(greatest(recorded_at, caught_up_at)) end
                                   from consumer_offset
                                   where consumer = 'reporting' and topic = 'intervention.events.v1'),
                                  (select max(recorded_at) from read_model.observation
                                   where indicator_id = ?))) as reached
                                """,
                                row -> row.instant("reached"),
                                knownAt,
                                indicator.id())
                        .getFirst();
    }

    private static Indicator drawable(Row row) {
        try {
            return indicator(row);
        } catch (IllegalArgumentException unknown) {
            throw new CannotBeDrawn(row.text("reference"), String.valueOf(unknown.getMessage()));
        }
    }

    private List<Observation> observations(
            Indicator indicator, @Nullable Instant knownAt, Snapshot snapshot) {
        return snapshot.list(
                """
                select distinct on (period) *, count(*) over (partition by period) as told
                from read_model.observation
                where indicator_id = ? and recorded_at <= coalesce(?::timestamptz, 'infinity')
                order by period, position desc
                """,
                Indicators::observation,
                indicator.id(),
                knownAt);
    }

    private Reading read(
            Indicator indicator,
            @Nullable Instant knownAt,
            List<Observation> observations,
            List<LocalDate> rebase) {
        return Reading.of(indicator, knownAt, observations, rebase, BusinessClock.today(clock));
    }

    private static Indicator indicator(Row row) {
        return new Indicator(
                row.uuid("indicator_id"),
                row.text("reference"),
                row.text("name"),
                row.text("unit"),
                ImprovementDirection.of(row.text("improvement_direction")),
                Frequency.of(row.text("frequency")),
                row.text("aggregation"),
                row.optionalDecimal("target"),
                row.text("source"),
                row.text("publication_schedule"),
                row.optionalUuid("intervention_id"),
                Locality.of(row.text("locality")),
                row.provenance("provenance"));
    }

    private static Observation observation(Row row) {
        return new Observation(
                row.date("period"),
                row.optionalDecimal("value"),
                row.optionalDecimal("numerator"),
                row.optionalDecimal("denominator"),
                row.instant("recorded_at"),
                row.count("told"),
                row.provenance("provenance"));
    }
}
