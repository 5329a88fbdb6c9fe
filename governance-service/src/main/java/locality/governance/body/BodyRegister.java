package locality.governance.body;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Scheme;
import locality.governance.authority.Standing;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Bodies for the rest of the service, on a date.
@ApplicationScoped
public class BodyRegister {

    private final Bodies bodies;
    private final AgroalDataSource database;
    private final Recorder recorder;

    BodyRegister(Bodies bodies, AgroalDataSource database, Recorder recorder) {
        this.bodies = bodies;
        this.database = database;
        this.recorder = recorder;
    }

    /// @throws NotFound unless the caller reads its locality
    public BodyOnDate require(String idOrReference, LocalDate on) {
        var body = bodies.require(idOrReference);
        recorder.requireReading(body.locality, "body", idOrReference);
        return BodyOnDate.of(body, on);
    }

    /// @throws NotFound unless the caller writes for its locality
    public BodyOnDate requireForWriting(String idOrReference, LocalDate on) {
        var body = bodies.require(idOrReference);
        recorder.requireWriting(body.locality, "body", idOrReference);
        return BodyOnDate.of(body, on);
    }

    public @Nullable String organisationOf(UUID body) {
        return bodies.findById(body).organisation;
    }

    /// Its dissolution, past or to come, if one is on record.
    public Optional<BodyDissolved> dissolution(UUID body) {
        return bodies.findById(body).dissolution();
    }

    /// What the walk over the scheme of delegation needs: the bodies of a place and of Greater
    /// Manchester, those named, and the owners' top bodies elsewhere that delegate in the place.
    /// One query.
    ///
    /// @param knownAt what was recorded later is left out; null leaves out nothing
    public List<Scheme.Body> standing(
            LocalDate on,
            @Nullable Instant knownAt,
            Locality place,
            Collection<UUID> named,
            Collection<String> owners) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(STANDING)) {
            var day = Date.valueOf(on);
            var known = knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
            query.setDate(1, day);
            query.setObject(2, known);
            query.setDate(3, day);
            query.setObject(4, known);
            query.setString(5, place.code());
            query.setArray(6, connection.createArrayOf("uuid", named.toArray()));
            query.setArray(7, connection.createArrayOf("text", owners.toArray()));
            query.setString(8, place.code());
            query.setObject(9, known);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Scheme.Body>();
                while (rows.next()) {
                    found.add(body(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The bodies cannot be read", failure);
        }
    }

    private static Scheme.Body body(ResultSet row) throws SQLException {
        return new Scheme.Body(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("name"),
                row.getString("top_of"),
                standing(row.getString("state")),
                remit(row.getArray("remit_functions")));
    }

    private static Standing standing(@Nullable String state) {
        return state == null ? Standing.NOT_CONSTITUTED : BodyState.valueOf(state).standing();
    }

    private static Set<String> remit(@Nullable Array functions) throws SQLException {
        return functions == null ? Set.of() : Set.of((String[]) functions.getArray());
    }

    private static final String STANDING =
            """
            select b.id, b.reference, b.name, s.state, t.remit_functions,
                   case when b.top_of_organisation then b.organisation end as top_of
            from body b
            left join lateral (select state from body_step
                               where body_id = b.id and effective_on <= ? and recorded_at <= ?
                               order by step desc limit 1) s on true
            left join lateral (select remit_functions from terms_of_reference
                               where body_id = b.id and effective_on <= ? and recorded_at <= ?
                               order by version_number desc limit 1) t on true
            where (b.locality in (?, 'E47000001') or b.id = any(?)
                   or b.top_of_organisation and b.organisation = any(?)
                      and exists (select from delegation d
                                  where d.from_body = b.id and d.locality in (?, 'E47000001')))
              and b.recorded_at <= ?
            """;
}
