package locality.governance.delegation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Grant;
import locality.governance.authority.Holder;
import locality.governance.authority.Names;
import locality.governance.authority.Scheme;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Reads what the walk over the scheme of delegation needs, in one query each, however many bodies
/// and delegations there are.
@ApplicationScoped
class SchemeRows {

    private final AgroalDataSource database;

    SchemeRows(AgroalDataSource database) {
        this.database = database;
    }

    /// Which delegations are looked for.
    ///
    /// @param knownAt what was recorded later is left out; null leaves out nothing
    /// @param year of which an annual limit is what is left, by what was used of it to the day;
    ///   null leaves it as granted
    /// @param notTakenOff the decisions whose use of an annual limit is not taken off it: those of
    ///   the same subject, which count with what is asked, and the one whose place it takes
    record Wanted(
            Set<String> functions,
            Locality place,
            LocalDate on,
            @Nullable Instant knownAt,
            @Nullable FinancialYear year,
            List<UUID> notTakenOff) {

        private OffsetDateTime known() {
            return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
        }
    }

    /// Those that cover any of the functions, and the place, and had begun by the day.
    List<Grant> grants(Wanted wanted) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(GRANTS)) {
            var year = wanted.year;
            query.setObject(1, wanted.known());
            query.setObject(2, wanted.known());
            query.setDate(3, year == null ? null : Date.valueOf(year.start()));
            query.setDate(4, year == null ? null : Date.valueOf(wanted.on));
            query.setArray(5, connection.createArrayOf("uuid", wanted.notTakenOff.toArray()));
            query.setObject(6, wanted.known());
            query.setObject(7, wanted.known());
            query.setDate(8, Date.valueOf(wanted.on));
            query.setString(9, wanted.place.code());
            query.setArray(10, connection.createArrayOf("text", wanted.functions.toArray()));
            query.setDate(11, Date.valueOf(wanted.on));
            query.setObject(12, wanted.known());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Grant>();
                while (rows.next()) {
                    found.add(grant(rows, wanted.functions));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The delegations cannot be read", failure);
        }
    }

    /// What was reserved on a day, as it was known: what the event log had told of it by then.
    List<Scheme.Reserved> reserved(String function, Locality place, LocalDate on, Instant knownAt) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(RESERVED_AS_KNOWN)) {
            query.setObject(1, knownAt.atOffset(ZoneOffset.UTC));
            query.setString(2, function);
            query.setString(3, place.code());
            query.setDate(4, Date.valueOf(on));
            query.setDate(5, Date.valueOf(on));
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Scheme.Reserved>();
                while (rows.next()) {
                    found.add(new Scheme.Reserved(function, Locality.of(rows.getString("place"))));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The reservations cannot be read", failure);
        }
    }

    /// What these organisations and this function were called on a day, as it was known. A
    /// function's name is of the day it was recorded; before its first, that is told.
    ///
    /// @param knownAt null for all that is known
    Names names(
            Collection<String> organisations,
            String function,
            LocalDate on,
            @Nullable Instant knownAt) {
        var known = knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(NAMES)) {
            query.setDate(1, Date.valueOf(on));
            query.setObject(2, known);
            query.setArray(3, connection.createArrayOf("text", organisations.toArray()));
            query.setString(4, function);
            query.setString(5, function);
            query.setDate(6, Date.valueOf(on));
            query.setObject(7, known);
            try (var rows = query.executeQuery()) {
                var named = new HashMap<String, String>();
                var functions = new HashMap<String, String>();
                while (rows.next()) {
                    var names = rows.getBoolean("is_function") ? functions : named;
                    names.put(rows.getString("code"), rows.getString("name"));
                }
                return new Names(named, functions);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The names cannot be read", failure);
        }
    }

    /// The instant up to which the event log reaches: when its last event became known.
    Instant reaches() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(REACHES);
                var row = query.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException failure) {
            throw new IllegalStateException("The event log cannot be read", failure);
        }
    }

    /// Keeps the annual limits of a function in a place as they are until the transaction ends.
    void holdAnnualLimits(String function, Locality place) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(ANNUAL)) {
            lock.setString(1, place.code());
            lock.setString(2, function);
            lock.executeQuery().close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The annual limits cannot be held", failure);
        }
    }

    /// Of several functions wanted each row says which it covers; one alone it covers for sure.
    private static Grant grant(ResultSet row, Set<String> wanted) throws SQLException {
        var functions =
                wanted.size() == 1
                        ? wanted
                        : Set.of((String[]) row.getArray("functions").getArray());
        var toBody = row.getObject("to_body", UUID.class);
        return new Grant(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("from_body", UUID.class),
                toBody == null
                        ? new Holder.Officers(row.getString("to_organisation"))
                        : new Holder.Body(toBody),
                functions,
                Locality.of(row.getString("locality")),
                limit(row),
                row.getBoolean("may_sub_delegate"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static @Nullable Pence limit(ResultSet row) throws SQLException {
        long left = row.getLong("left_pence");
        return row.wasNull() ? null : Pence.of(left);
    }

    private static final String ANNUAL =
            """
            select id from delegation
            where limit_kind = 'ANNUAL' and locality in (?, 'E47000001') and functions @> array[?::text]
            order by id for no key update
            """;

    private static final String GRANTS =
            """
            select d.id, d.reference, d.from_body, d.to_body, d.to_organisation, d.locality,
                   d.functions, d.may_sub_delegate, d.effective_on,
                   least(d.expires_on,
                         case when coalesce(d.ended_recorded_at, '-infinity') <= ?
                              then d.ended_on
                              else (select told.ended_on from delegation_end_superseded told
                                    where told.delegation_id = d.id and told.recorded_at <= ?
                                    order by told.recorded_at desc, told.superseded_at desc limit 1)
                              end - 1) as last_day,
                   case when d.limit_kind = 'ANNUAL'
                        then greatest(0, d.limit_pence - coalesce(u.used_pence, 0))
                        else d.limit_pence end as left_pence
            from delegation d
            left join (select delegation_id, sum(amount_pence) as used_pence from delegation_use
                       where used_on between ? and ? and decision_id <> all(?)
                         and recorded_at <= ?
                         and coalesce(case when freed_recorded_at <= ? then freed_on end,
                                      'infinity') > ?
                       group by delegation_id) u
              on u.delegation_id = coalesce(d.continues, d.id)
            where d.locality in (?, 'E47000001') and d.functions && ?
              and d.effective_on <= ? and d.recorded_at <= ?
            """;

    private static final String RESERVED_AS_KNOWN =
            """
            select f.place
            from function_in_place f
            join lateral (select data from event_log
                          where subject_type = 'function-arrangement' and subject_id = f.id::text
                            and type = 'governance.function-arranged.v1' and recorded_at <= ?
                          order by subject_version desc limit 1) told on true
            where f.function_code = ? and f.place in (?, 'E47000001')
              and (told.data ->> 'reserved')::boolean
              and coalesce(told.data ->> 'state', 'IN_FORCE') in ('IN_FORCE', 'ENDED')
              and (told.data ->> 'effectiveOn')::date <= ?
              and coalesce((told.data ->> 'endsOn')::date, 'infinity') >= ?
            """;

    private static final String NAMES =
            """
            select o.code,
                   coalesce((select n.name from organisation_name n
                             where n.organisation = o.code and n.from_day <= ? and n.recorded_at <= ?
                             order by n.ordinal desc limit 1), o.name) as name,
                   false as is_function
            from organisation o where o.code = any(?)
            union all
            (select code, name, true
             from (select code, name, recorded_at from business_function where code = ?
                   union all
                   select code, name, recorded_at from business_function_superseded where code = ?
                  ) called
             cross join lateral (select (recorded_at at time zone 'Europe/London')::date <= ?
                                        and recorded_at <= ? as by_then) was
             order by by_then desc, case when by_then then recorded_at end desc, recorded_at
             limit 1)
            """;

    private static final String REACHES =
            """
            select coalesce((select positioned_at from event_position order by position desc limit 1),
                            now())
            """;
}
