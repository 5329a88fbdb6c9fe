package locality.governance.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import locality.governance.body.Frequency;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Reads how often bodies were to meet, for many of them at once.
@ApplicationScoped
class Expectations {

    private final AgroalDataSource database;

    Expectations(AgroalDataSource database) {
        this.database = database;
    }

    /// Of the bodies of these places whose terms ever said how often they meet, in the order of
    /// their references.
    List<Expectation> inPlaces(Set<Locality> places) {
        return read(
                "b.locality = any(?) and exists (select from terms_of_reference t"
                        + " where t.body_id = b.id and t.frequency is not null)",
                "text",
                places.stream().map(Locality::code).toList());
    }

    Expectation of(UUID body) {
        return read("b.id = any(?)", "uuid", List.of(body)).getFirst();
    }

    private List<Expectation> read(String which, String type, Collection<?> values) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(BODIES.formatted(which))) {
            query.setArray(1, connection.createArrayOf(type, values.toArray()));
            var found = new ArrayList<Expectation>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new Expectation(
                                    rows.getObject("id", UUID.class),
                                    rows.getString("reference"),
                                    rows.getString("name"),
                                    Objects.requireNonNull(
                                            Locality.find(rows.getString("locality"))
                                                    .orElseThrow()),
                                    new ArrayList<>(),
                                    new ArrayList<>(),
                                    day(rows.getDate("sunset_on"))));
                }
            }
            var byId = new HashMap<UUID, Expectation>();
            found.forEach(one -> byId.put(one.body(), one));
            addTerms(connection, byId);
            addSteps(connection, byId);
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("The bodies cannot be read", failure);
        }
    }

    private static void addTerms(Connection connection, Map<UUID, Expectation> bodies)
            throws SQLException {
        try (var query = connection.prepareStatement(TERMS)) {
            query.setArray(1, connection.createArrayOf("uuid", bodies.keySet().toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var unit = rows.getString("unit");
                    Objects.requireNonNull(bodies.get(rows.getObject("body_id", UUID.class)))
                            .terms()
                            .add(
                                    new Expectation.Terms(
                                            rows.getDate("effective_on").toLocalDate(),
                                            unit == null
                                                    ? null
                                                    : new Frequency(
                                                            rows.getInt("every"),
                                                            Frequency.Unit.valueOf(unit))));
                }
            }
        }
    }

    private static void addSteps(Connection connection, Map<UUID, Expectation> bodies)
            throws SQLException {
        try (var query = connection.prepareStatement(STEPS)) {
            query.setArray(1, connection.createArrayOf("uuid", bodies.keySet().toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    Objects.requireNonNull(bodies.get(rows.getObject("body_id", UUID.class)))
                            .steps()
                            .add(
                                    new Expectation.Step(
                                            rows.getDate("effective_on").toLocalDate(),
                                            rows.getBoolean("meets")));
                }
            }
        }
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static final String BODIES =
            """
            select b.id, b.reference, b.locality, u.sunset_on,
                   coalesce((select name from body_name n where n.body_id = b.id
                             order by ordinal desc limit 1), b.name) as name
            from body b left join body_sunset u on u.body_id = b.id
            where %s order by b.reference
            """;
    private static final String TERMS =
            """
            select body_id, effective_on, cast(frequency ->> 'every' as int) as every,
                   frequency ->> 'unit' as unit
            from terms_of_reference where body_id = any(?) order by body_id, version_number
            """;
    private static final String STEPS =
            """
            select body_id, effective_on, state in ('SHADOW', 'ESTABLISHED') as meets
            from body_step where body_id = any(?) order by body_id, step
            """;
}
