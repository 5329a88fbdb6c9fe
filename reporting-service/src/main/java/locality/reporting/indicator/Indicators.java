package locality.reporting.indicator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import locality.platform.place.Locality;
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

    /// A locality's indicators with their figures; the first one defined comes first.
    public List<Reading> of(Locality locality, Snapshot snapshot) {
        var found =
                snapshot.list(
                        """
                        select * from read_model.indicator
                        where locality = ? order by first_position, indicator_id
                        """,
                        Indicators::indicator,
                        locality.code());
        var told =
                snapshot
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
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return found.stream()
                .map(it -> read(it, told.getOrDefault(it.id(), List.of()), List.of()))
                .toList();
    }

    /// One indicator, by id or by reference, if it is of one of these localities.
    ///
    /// @param rebase where new limits begin
    /// @param knownAt what had been told by then; null for all that is known
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
                        Indicators::indicator,
                        idOrReference,
                        idOrReference,
                        localities)
                .map(it -> read(it, observations(it, knownAt, snapshot), rebase));
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
            Indicator indicator, List<Observation> observations, List<LocalDate> rebase) {
        return Reading.of(indicator, observations, rebase, BusinessClock.today(clock));
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
