package locality.governance.body;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Scheme;
import locality.governance.authority.Standing;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Bodies for the rest of the service, on a date.
@ApplicationScoped
public class BodyRegister {

    private final Bodies bodies;
    private final AgroalDataSource database;

    BodyRegister(Bodies bodies, AgroalDataSource database) {
        this.bodies = bodies;
        this.database = database;
    }

    /// @throws NotFound unless the caller reads its locality or one that it serves
    public BodyOnDate require(String idOrReference, LocalDate on) {
        return BodyOnDate.of(bodies.requireForReading(idOrReference), on);
    }

    /// @throws NotFound unless the caller writes for its locality
    public BodyOnDate requireForWriting(String idOrReference, LocalDate on) {
        return BodyOnDate.of(bodies.requireForWriting(idOrReference), on);
    }

    public @Nullable String organisationOf(UUID body) {
        return bodies.findById(body).organisation;
    }

    /// Its dissolution, past or to come, if one is on record.
    public Optional<BodyDissolved> dissolution(UUID body) {
        return bodies.findById(body).dissolution();
    }

    /// What the walk over the scheme of delegation needs: the bodies of a place, those that serve
    /// it, those of Greater Manchester, and those named. One query.
    public List<Scheme.Body> standing(LocalDate on, Locality place, Collection<UUID> named) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(STANDING)) {
            for (int day = 1; day <= 5; day++) {
                query.setDate(day, Date.valueOf(on));
            }
            query.setString(6, place.code());
            query.setString(7, place.code());
            query.setString(8, Locality.GREATER_MANCHESTER.code());
            query.setArray(9, connection.createArrayOf("uuid", named.toArray()));
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
            select b.id, b.reference, coalesce(n.name, b.name) as name, t.remit_functions,
                   case when u.sunset_on <= ? then 'DISSOLVED' else s.state end as state,
                   case when b.top_of_organisation then b.organisation end as top_of
            from body b
            left join lateral (select state from body_step
                               where body_id = b.id and effective_on <= ?
                               order by step desc limit 1) s on true
            left join lateral (select remit_functions from terms_of_reference
                               where body_id = b.id and effective_on <= ?
                               order by version_number desc limit 1) t on true
            left join lateral (select name from body_name
                               where body_id = b.id and from_day <= ?
                               order by ordinal desc limit 1) n on true
            left join body_sunset u on u.body_id = b.id
            where b.id = any(array(select body_id from body_place
                                   where ? between from_day and coalesce(until_day, 'infinity')
                                     and locality = ?))
               or b.locality in (?, ?) or b.id = any(?)
            order by b.reference
            """;
}
