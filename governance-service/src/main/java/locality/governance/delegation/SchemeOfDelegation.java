package locality.governance.delegation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.authority.Authority;
import locality.governance.authority.Finding;
import locality.governance.authority.Grant;
import locality.governance.authority.Holder;
import locality.governance.authority.Question;
import locality.governance.authority.Scheme;
import locality.governance.body.BodyRegister;
import locality.governance.function.Functions;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// The scheme of delegation as it stands on a date, read for the walk in three queries, and what
/// decisions have used of its limits.
@ApplicationScoped
public class SchemeOfDelegation {

    private final BodyRegister bodies;
    private final Functions functions;
    private final AgroalDataSource database;

    SchemeOfDelegation(BodyRegister bodies, Functions functions, AgroalDataSource database) {
        this.bodies = bodies;
        this.functions = functions;
        this.database = database;
    }

    /// Asks who may decide.
    ///
    /// @param about bodies the answer must say something about, wherever they are
    public Authority authority(Question question, UUID... about) {
        return new Authority(question, on(question.on(), question.place(), List.of(about)));
    }

    /// Keeps every annual limit a decision about the function might use as it is until the end of
    /// the transaction, so that two decisions at once never spend the same money.
    public void holdAnnualLimits(String function, Locality place) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(ANNUAL)) {
            lock.setString(1, place.code());
            lock.setString(2, Locality.GREATER_MANCHESTER.code());
            lock.setString(3, function);
            lock.executeQuery().close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The annual limits cannot be held", failure);
        }
    }

    /// Notes what a decision in effect uses of every delegation its authority rests on.
    public void use(Finding authority, Question question, UUID decision) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into delegation_use
                                  (decision_id, amount_pence, used_on, delegation_id)
                                select ?, ?, ?, coalesce(continues, id) from delegation where id = ?
                                on conflict on constraint delegation_is_used_once_by_a_decision
                                do update set amount_pence = excluded.amount_pence,
                                              used_on = excluded.used_on, freed_on = null
                                """)) {
            for (var charge : charges(authority, question).entrySet()) {
                insert.setObject(1, decision);
                insert.setLong(2, charge.getValue().value());
                insert.setDate(3, Date.valueOf(question.on()));
                insert.setObject(4, charge.getKey());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("The use of a delegation cannot be noted", failure);
        }
    }

    /// Gives back what a decision used, as it no longer stands: from that day on it counts against
    /// no annual limit.
    public void free(UUID decision, LocalDate from) {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                """
                                update delegation_use set freed_on = ?
                                where decision_id = ? and freed_on is null
                                """)) {
            update.setDate(1, Date.valueOf(from));
            update.setObject(2, decision);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The use of a delegation cannot be given back", failure);
        }
    }

    /// What each delegation bears of the decision: the parts of the owners whose chains it is on,
    /// and of a pool, which every chain bears whole, no more than the value.
    static Map<UUID, Pence> charges(Finding authority, Question question) {
        var charges = new TreeMap<UUID, Pence>();
        for (var owner : question.owners()) {
            authority.chain().stream()
                    .filter(link -> link.owner().equals(owner.organisation()))
                    .flatMap(link -> Stream.ofNullable(link.delegationId()))
                    .forEach(
                            delegation ->
                                    charges.merge(
                                            delegation,
                                            question.testedAgainst(owner),
                                            Pence::plus));
        }
        charges.replaceAll(
                (_, charge) -> charge.exceeds(question.value()) ? question.value() : charge);
        return charges;
    }

    /// The scheme with annual limits as granted, whatever has been used of them since.
    Scheme asGranted(LocalDate day, Locality place, Collection<UUID> about) {
        return on(day, place, about, grants(place, null, day));
    }

    private Scheme on(LocalDate day, Locality place, Collection<UUID> about) {
        return on(day, place, about, grants(place, FinancialYear.of(day), day));
    }

    private Scheme on(LocalDate day, Locality place, Collection<UUID> about, List<Grant> grants) {
        var named = new HashSet<>(about);
        for (var grant : grants) {
            named.add(grant.grantor());
            if (grant.holder() instanceof Holder.Body(var body)) {
                named.add(body);
            }
        }
        return new Scheme(
                bodies.standing(day, place, named), grants, functions.reserved(place, day));
    }

    /// An annual limit is what is left of it in the financial year; null leaves it as granted.
    private List<Grant> grants(Locality place, @Nullable FinancialYear year, LocalDate day) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(GRANTS)) {
            query.setDate(1, year == null ? null : Date.valueOf(year.start()));
            query.setDate(2, year == null ? null : Date.valueOf(year.end()));
            query.setDate(3, Date.valueOf(day));
            query.setString(4, place.code());
            query.setString(5, Locality.GREATER_MANCHESTER.code());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Grant>();
                while (rows.next()) {
                    found.add(grant(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The delegations cannot be read", failure);
        }
    }

    private static Grant grant(ResultSet row) throws SQLException {
        var toBody = row.getObject("to_body", UUID.class);
        var functions = (String[]) row.getArray("functions").getArray();
        return new Grant(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("from_body", UUID.class),
                toBody == null
                        ? new Holder.Officers(row.getString("to_organisation"))
                        : new Holder.Body(toBody),
                Set.of(functions),
                Locality.of(row.getString("locality")),
                limit(row),
                row.getBoolean("annual"),
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
            where limit_kind = 'ANNUAL' and locality in (?, ?) and ? = any(functions)
            order by id for no key update
            """;

    private static final String GRANTS =
            """
            select d.id, d.reference, d.from_body, d.to_body, d.to_organisation, d.functions,
                   d.locality, d.may_sub_delegate, d.effective_on,
                   d.limit_kind = 'ANNUAL' as annual,
                   least(d.expires_on, d.ended_on - 1) as last_day,
                   case when d.limit_kind = 'ANNUAL'
                        then greatest(0, d.limit_pence - coalesce(u.used_pence, 0))
                        else d.limit_pence end as left_pence
            from delegation d
            left join (select delegation_id, sum(amount_pence) as used_pence from delegation_use
                       where used_on between ? and ? and coalesce(freed_on, 'infinity') > ?
                       group by delegation_id) u
              on u.delegation_id = coalesce(d.continues, d.id)
            where d.locality in (?, ?)
            order by d.reference
            """;
}
