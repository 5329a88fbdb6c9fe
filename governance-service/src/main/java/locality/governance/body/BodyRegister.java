package locality.governance.body;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Scheme;
import locality.governance.authority.Standing;
import locality.governance.voting.Seat;
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

    /// For what stays with its own locality, as its meetings do: a place that it serves, or once
    /// served, is shown the body and not these.
    ///
    /// @throws NotFound unless the caller reads its own locality
    public BodyOnDate requireOwn(String idOrReference, LocalDate on) {
        return BodyOnDate.of(bodies.requireOwn(idOrReference), on);
    }

    /// @throws NotFound unless the caller writes for its locality
    public BodyOnDate requireForWriting(String idOrReference, LocalDate on) {
        return BodyOnDate.of(bodies.requireForWriting(idOrReference), on);
    }

    /// A body that the caller was shown already, or that one of those stands to.
    public BodyOnDate get(UUID body, LocalDate on) {
        return BodyOnDate.of(bodies.findById(body), on);
    }

    /// The bodies that are there on a day and shown in the places, in the order of their
    /// references.
    public List<BodyOutline> outlines(LocalDate on, Set<Locality> places) {
        return bodies.thereOn(on, places).stream()
                .map(body -> BodyOutline.of(body, on, this::referenceOf))
                .toList();
    }

    public String referenceOf(UUID body) {
        return bodies.findById(body).reference;
    }

    /// The seat that takes the chair: the one its terms of reference name, else the one called
    /// CHAIR. None of a body that is no more.
    public Optional<Seat> chair(UUID body, LocalDate on) {
        return bodies.findById(body).chairOn(on).map(Membership::asSeat);
    }

    /// The working groups accountable to a body on a date, in the order of their references.
    public List<BodyOnDate> workGroupsOf(UUID body, LocalDate on) {
        return bodies.accountableTo(body, on).stream()
                .filter(group -> group.classification == Classification.WORKING_GROUP)
                .map(group -> BodyOnDate.of(group, on))
                .toList();
    }

    /// The bodies that a body is accountable to on a day, as far as they are not dissolved, in the
    /// order of their references.
    public List<BodyOnDate> parentsOf(UUID body, LocalDate on) {
        return bodies.findById(body).relations.stream()
                .filter(Relation::isAccountability)
                .filter(relation -> relation.period().holdsOn(on))
                .map(relation -> BodyOnDate.of(bodies.findById(relation.toBody()), on))
                .filter(parent -> !parent.isDissolved())
                .sorted(Comparator.comparing(BodyOnDate::reference))
                .toList();
    }

    /// @throws BodyRefusal naming the first of the seats that the body never had
    public void requireEverHad(UUID body, List<String> seats) {
        bodies.findById(body).requireEverHad(seats);
    }

    public @Nullable String organisationOf(UUID body) {
        return bodies.findById(body).organisation;
    }

    /// The first day of its life on record, as proposed or as more; empty when none is.
    public Optional<LocalDate> firstDay(UUID body) {
        return bodies.findById(body).steps.stream().map(Step::effectiveOn).findFirst();
    }

    /// Its dissolution, past or to come, if one is on record.
    public Optional<BodyDissolved> dissolution(UUID body) {
        return bodies.findById(body).dissolution();
    }

    /// What the walk over the scheme of delegation needs: the bodies of a place, those that serve
    /// it, those of Greater Manchester, those named, and the owners' top bodies elsewhere that
    /// delegate in the place. One query.
    ///
    /// @param knownAt what was recorded later is left out; null leaves out nothing
    public List<Scheme.Body> standing(
            LocalDate on,
            @Nullable Instant knownAt,
            Locality place,
            Collection<UUID> named,
            Collection<String> owners) {
        var known = knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(STANDING)) {
            query.setObject(1, on);
            query.setObject(2, known);
            query.setString(3, place.code());
            query.setArray(4, connection.createArrayOf("uuid", named.toArray()));
            query.setArray(5, connection.createArrayOf("text", owners.toArray()));
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
            with asked as (
              select ?::date as day, ?::timestamptz as known, ?::text as place, ?::uuid[] as named,
                     ?::text[] as owners
            )
            select b.id, b.reference, coalesce(n.name, b.name) as name, t.remit_functions,
                   case when u.sunset_on <= day then 'DISSOLVED' else s.state end as state,
                   case when b.top_of_organisation then b.organisation end as top_of
            from asked cross join body b
            left join lateral (select state from body_step
                               where body_id = b.id and effective_on <= day and recorded_at <= known
                               order by step desc limit 1) s on true
            left join lateral (select remit_functions from terms_of_reference
                               where body_id = b.id and effective_on <= day and recorded_at <= known
                               order by version_number desc limit 1) t on true
            left join lateral (select name from body_name
                               where body_id = b.id and from_day <= day and recorded_at <= known
                               order by ordinal desc limit 1) n on true
            left join lateral (select sunset_on
                               from (select sunset_on, recorded_at from body_sunset
                                     where body_id = b.id
                                     union all
                                     select sunset_on, recorded_at from body_sunset_superseded
                                     where body_id = b.id) told
                               where recorded_at <= known
                               order by recorded_at desc limit 1) u on true
            where b.recorded_at <= known
              and (b.locality in (place, 'E47000001')
                   or b.id = any(named)
                   or b.id = any(array(
                        select body_id from body_place
                        where locality = place and recorded_at <= known
                          and day between from_day and coalesce(until_day, 'infinity')
                        union all
                        select body_id from body_place_superseded
                        where locality = place and recorded_at <= known and superseded_at > known
                          and day between from_day and coalesce(until_day, 'infinity')))
                   or b.top_of_organisation and b.organisation = any(owners)
                      and exists (select from delegation d
                                  where d.from_body = b.id and d.locality in (place, 'E47000001')))
            """;
}
