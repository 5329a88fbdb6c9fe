package locality.budget.arrears;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Pool;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is owed of contributions on a day, as far as was known at a moment: by their terms up to
/// that day, and what had been received by then.
@ApplicationScoped
class Arrears {

    private static final String DUES =
            """
            select s.id, s.reference, f.reference as fund, f.agreement_id, s.locality, s.partner,
                   s.source, t.version, t.effective_on, (i.due ->> 'dueOn')::date as due_on,
                   (i.due ->> 'amountPence')::bigint as amount_pence,
                   (select coalesce(sum(m.amount_pence), 0)::bigint from contribution_movement m
                    where m.schedule_id = s.id and m.kind <> 'DUE'
                      and m.effective_on <= ? and m.recorded_at <= ?) as paid_pence,
                   exists (select from contribution_movement m
                           where m.schedule_id = s.id and m.kind = 'DUE'
                             and m.effective_on = (i.due ->> 'dueOn')::date
                             and m.recorded_at <= ?) as fell_due
            from contribution_schedule s
            join fund f on f.id = s.fund_id
            join contribution_terms t on t.schedule_id = s.id and t.recorded_at <= ?
              and (t.version = 1 or t.effective_on <= ?)
            cross join lateral jsonb_array_elements(t.instalments)
              with ordinality as i(due, ordinal)
            where s.locality = any(?) and (?::uuid is null or s.fund_id = ?)
            order by s.locality, s.partner, f.reference, s.reference, t.version, i.ordinal
            """;

    private final AgroalDataSource database;
    private final Agreements agreements;

    Arrears(AgroalDataSource database, Agreements agreements) {
        this.database = database;
        this.agreements = agreements;
    }

    /// One contribution, and what is owed of it.
    @Schema(name = "ContributionArrears")
    record OfContribution(
            Locality locality,
            String partner,
            String fund,
            String contribution,
            String source,
            Owed owed) {}

    /// One partner of a locality, and what it owes in all.
    @Schema(name = "PartnerArrears")
    record OfPartner(Locality locality, String partner, Owed owed) {}

    /// The report: every contribution, the partners, and all of them together.
    @Schema(name = "Arrears")
    record Report(LocalDate on, List<OfPartner> partners, List<OfContribution> items, Owed total) {}

    /// What falls due is owed where the money is pooled that day and the agreement in force; what
    /// fell due stays owed when the agreement's end is told later.
    ///
    /// @param fund the only one asked for, or null for all of these localities
    @Transactional
    Report report(Set<Locality> places, @Nullable UUID fund, LocalDate on, Instant knownAt) {
        var items = new ArrayList<OfContribution>();
        var pools = new HashMap<UUID, Optional<Pool>>();
        dues(places, fund, on, knownAt).stream()
                .collect(groupingBy(Row::id, LinkedHashMap::new, toList()))
                .values()
                .forEach(
                        rows -> items.add(item(rows, on, poolOf(rows.getFirst(), pools, knownAt))));
        return new Report(on, partners(items), List.copyOf(items), sum(items));
    }

    private Optional<Pool> poolOf(Row row, Map<UUID, Optional<Pool>> pools, Instant knownAt) {
        return row.agreementId == null
                ? Optional.empty()
                : pools.computeIfAbsent(row.agreementId, id -> agreements.pool(id, knownAt));
    }

    private static OfContribution item(List<Row> rows, LocalDate on, Optional<Pool> pool) {
        var first = rows.getFirst();
        return new OfContribution(
                first.locality,
                first.partner,
                first.fund,
                first.reference,
                first.source,
                Owed.of(FellDue.by(terms(rows, pool)), first.paid, on));
    }

    private static List<FellDue.Terms> terms(List<Row> rows, Optional<Pool> pool) {
        return rows.stream()
                .collect(groupingBy(Row::version, TreeMap::new, toList()))
                .values()
                .stream()
                .map(
                        version ->
                                new FellDue.Terms(
                                        version.getFirst().since,
                                        version.stream().map(row -> due(row, pool)).toList()))
                .toList();
    }

    private static Owed.Due due(Row row, Optional<Pool> pool) {
        return new Owed.Due(row.dueOn, row.amount, isOwed(row, pool));
    }

    private static boolean isOwed(Row row, Optional<Pool> pool) {
        return pool.filter(one -> one.isOwedOn(row.dueOn, row.fellDue)).isPresent();
    }

    private static List<OfPartner> partners(List<OfContribution> items) {
        record Who(Locality locality, String partner) {}
        var sums = new LinkedHashMap<Who, Owed>();
        items.forEach(
                item -> sums.merge(new Who(item.locality, item.partner), item.owed, Owed::plus));
        return sums.entrySet().stream()
                .map(
                        one ->
                                new OfPartner(
                                        one.getKey().locality,
                                        one.getKey().partner,
                                        one.getValue()))
                .toList();
    }

    private static Owed sum(List<OfContribution> items) {
        return items.stream().map(OfContribution::owed).reduce(Owed.NOTHING, Owed::plus);
    }

    private record Row(
            UUID id,
            String reference,
            String fund,
            @Nullable UUID agreementId,
            Locality locality,
            String partner,
            String source,
            int version,
            LocalDate since,
            LocalDate dueOn,
            Pence amount,
            Pence paid,
            boolean fellDue) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("reference"),
                    row.getString("fund"),
                    row.getObject("agreement_id", UUID.class),
                    Locality.of(row.getString("locality")),
                    row.getString("partner"),
                    row.getString("source"),
                    row.getInt("version"),
                    row.getObject("effective_on", LocalDate.class),
                    row.getObject("due_on", LocalDate.class),
                    Pence.of(row.getLong("amount_pence")),
                    Pence.of(row.getLong("paid_pence")),
                    row.getBoolean("fell_due"));
        }
    }

    private List<Row> dues(
            Set<Locality> places, @Nullable UUID fund, LocalDate on, Instant knownAt) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(DUES)) {
            var codes = places.stream().map(Locality::code).toArray();
            var known = knownAt.atOffset(ZoneOffset.UTC);
            select.setObject(1, on);
            select.setObject(2, known);
            select.setObject(3, known);
            select.setObject(4, known);
            select.setObject(5, on);
            select.setArray(6, connection.createArrayOf("text", codes));
            select.setObject(7, fund);
            select.setObject(8, fund);
            try (var rows = select.executeQuery()) {
                var read = new ArrayList<Row>();
                while (rows.next()) {
                    read.add(Row.of(rows));
                }
                return read;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Contributions cannot be read", failure);
        }
    }
}
