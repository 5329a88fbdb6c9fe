package locality.intervention.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import locality.platform.fact.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The observations of all indicators, every revision of them, in plain SQL: a file of observations
/// is one statement.
@ApplicationScoped
class Observations {

    /// One revision of one period's observation.
    ///
    /// @param revision 1 for the first, more for corrections
    /// @param recordedAt when it was recorded here
    @Schema(name = "Observation")
    record Revision(
            LocalDate period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            int revision,
            Instant recordedAt,
            Provenance provenance) {}

    /// An observation that says something new, and the revision it will be.
    record Change(Observed observed, int revision) {}

    private static final String CHANGES =
            """
            with sent as (
              select * from unnest(?::date[], ?::numeric[], ?::numeric[], ?::numeric[])
                as sent (period, value, numerator, denominator)
            ), known as (
              select distinct on (period) period, revision, value, numerator, denominator
              from observation
              where indicator_id = ?
              order by period, revision desc
            )
            select sent.*, coalesce(known.revision, 0) + 1 as revision
            from sent left join known using (period)
            where known.revision is null
              or (sent.value, sent.numerator, sent.denominator)
                is distinct from (known.value, known.numerator, known.denominator)
            order by sent.period
            """;

    private static final String INSERT =
            """
            insert into observation (indicator_id, period, revision, value, numerator, denominator,
              told_in, recorded_at, recorded_by, provenance)
            select ?, period, revision, value, numerator, denominator, told_in, ?, ?, ?::jsonb
            from unnest(?::date[], ?::int[], ?::numeric[], ?::numeric[], ?::numeric[], ?::int[])
              as sent (period, revision, value, numerator, denominator, told_in)
            """;

    private static final String LAST_TOLD =
            """
            select coalesce(max(subject_version), 0) from event_log
            where subject_type = 'indicator' and subject_id = ?
            """;

    /// What was known at an instant: the events that had their position by then.
    private static final String AS_KNOWN =
            """
            select distinct on (period) period, value, numerator, denominator, revision,
              recorded_at, provenance
            from observation
            where indicator_id = ? and period > ? and period <= ?
              and (?::timestamptz is null or told_in <= (
                select coalesce(max(event_log.subject_version), 0)
                from event_log join event_position on event_position.event_log_id = event_log.id
                where event_log.subject_type = 'indicator' and event_log.subject_id = ?
                  and event_position.positioned_at <= ?::timestamptz))
            order by period, revision desc
            limit ?
            """;

    private static final String HISTORY =
            """
            select period, value, numerator, denominator, revision, recorded_at, provenance
            from observation
            where indicator_id = ? and period = ?
            order by revision
            """;

    private static final String LAST_POSITION = "select max(positioned_at) from event_position";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Observations(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Of what is sent, what says something new.
    List<Change> changes(UUID indicator, List<Observed> sent) {
        return with(
                CHANGES,
                select -> {
                    var connection = select.getConnection();
                    select.setArray(1, dates(connection, sent, Observed::period));
                    select.setArray(2, numbers(connection, sent, Observed::value));
                    select.setArray(3, numbers(connection, sent, Observed::numerator));
                    select.setArray(4, numbers(connection, sent, Observed::denominator));
                    select.setObject(5, indicator);
                    var changes = new ArrayList<Change>();
                    try (var rows = select.executeQuery()) {
                        while (rows.next()) {
                            changes.add(new Change(observed(rows), rows.getInt("revision")));
                        }
                    }
                    return changes;
                });
    }

    /// The version of the last event told of an indicator.
    int lastTold(UUID indicator) {
        return with(
                LAST_TOLD,
                select -> {
                    select.setString(1, indicator.toString());
                    try (var row = select.executeQuery()) {
                        row.next();
                        return row.getInt(1);
                    }
                });
    }

    /// Adds revisions.
    ///
    /// @param toldIn by change, the version of the event that tells of it
    void insert(
            UUID indicator,
            List<Change> changes,
            Function<Integer, Integer> toldIn,
            Instant recordedAt,
            String recordedBy,
            Provenance provenance) {
        var versions = new Integer[changes.size()];
        for (int i = 0; i < versions.length; i++) {
            versions[i] = toldIn.apply(i);
        }
        with(
                INSERT,
                insert -> {
                    var connection = insert.getConnection();
                    insert.setObject(1, indicator);
                    insert.setObject(2, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
                    insert.setString(3, recordedBy);
                    insert.setString(4, write(provenance));
                    insert.setArray(5, dates(connection, changes, c -> c.observed().period()));
                    insert.setArray(
                            6,
                            connection.createArrayOf(
                                    "int4", changes.stream().map(Change::revision).toArray()));
                    insert.setArray(7, numbers(connection, changes, c -> c.observed().value()));
                    insert.setArray(8, numbers(connection, changes, c -> c.observed().numerator()));
                    insert.setArray(
                            9, numbers(connection, changes, c -> c.observed().denominator()));
                    insert.setArray(10, connection.createArrayOf("int4", versions));
                    return insert.executeUpdate();
                });
    }

    /// The latest revision of each period, or the one known at an instant.
    ///
    /// @param after periods later than this one
    /// @param to the last period wanted
    List<Revision> page(
            UUID indicator, LocalDate after, LocalDate to, @Nullable Instant knownAt, int limit) {
        return with(
                AS_KNOWN,
                select -> {
                    var instant =
                            knownAt == null
                                    ? null
                                    : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
                    select.setObject(1, indicator);
                    select.setObject(2, after);
                    select.setObject(3, to);
                    select.setObject(4, instant);
                    select.setString(5, indicator.toString());
                    select.setObject(6, instant);
                    select.setInt(7, limit);
                    return revisions(select);
                });
    }

    /// Every revision of one period.
    List<Revision> history(UUID indicator, LocalDate period) {
        return with(
                HISTORY,
                select -> {
                    select.setObject(1, indicator);
                    select.setObject(2, period);
                    return revisions(select);
                });
    }

    /// The instant asked for, or that of the log's last position where that is earlier: of what
    /// comes later, nothing can be known yet.
    Instant clip(Instant knownAt) {
        return with(
                LAST_POSITION,
                select -> {
                    try (var row = select.executeQuery()) {
                        row.next();
                        var last = row.getObject(1, OffsetDateTime.class);
                        return last == null || last.toInstant().isAfter(knownAt)
                                ? knownAt
                                : last.toInstant();
                    }
                });
    }

    private List<Revision> revisions(PreparedStatement select) throws SQLException {
        var found = new ArrayList<Revision>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                var observed = observed(rows);
                found.add(
                        new Revision(
                                observed.period(),
                                observed.value(),
                                observed.numerator(),
                                observed.denominator(),
                                rows.getInt("revision"),
                                rows.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                read(rows.getString("provenance"))));
            }
        }
        return found;
    }

    private static Observed observed(ResultSet row) throws SQLException {
        return new Observed(
                row.getObject("period", LocalDate.class),
                row.getBigDecimal("value"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"));
    }

    private static <T> Array dates(
            Connection connection, List<T> items, Function<T, LocalDate> date) throws SQLException {
        return connection.createArrayOf(
                "date", items.stream().map(date).map(Date::valueOf).toArray());
    }

    private static <T> Array numbers(
            Connection connection, List<T> items, Function<T, @Nullable BigDecimal> number)
            throws SQLException {
        var numbers = new @Nullable Object[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number.apply(items.get(i));
        }
        return connection.createArrayOf("numeric", numbers);
    }

    private String write(Provenance provenance) {
        try {
            return json.writeValueAsString(provenance);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A provenance is not JSON", impossible);
        }
    }

    private Provenance read(String provenance) {
        try {
            return json.readValue(provenance, Provenance.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored provenance is not JSON", impossible);
        }
    }

    private <T> T with(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database refuses observations", failure);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
