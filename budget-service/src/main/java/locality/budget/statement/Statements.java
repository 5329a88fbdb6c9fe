package locality.budget.statement;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
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
import locality.budget.fund.Fund;
import locality.budget.ledger.Account;
import locality.budget.ledger.Which;
import locality.platform.money.Pence;

/// Draws statements from the journal. Nothing of them is stored: the same days as far as was known
/// at the same moment are the same statement for ever.
@ApplicationScoped
class Statements {

    private static final String MATCHING =
            """
            from posting p join journal_entry e on e.id = p.entry_id
            left join budget_line l on l.id = p.line_id
            where e.fund_id = ? and e.effective_on <= ? and e.recorded_at <= ?%s
            """;

    private static final String SUMS =
            """
            select
              coalesce(sum(p.amount_pence) filter (where e.effective_on < ?), 0)::bigint as opening,
              coalesce(sum(p.amount_pence) filter (where e.effective_on < ?
                or (e.effective_on, e.number, p.ordinal) <= (?, ?, ?)), 0)::bigint as carried,
              coalesce(sum(p.amount_pence), 0)::bigint as closing
            """;

    private static final String ROWS =
            """
            select e.id, e.number, e.key, e.effective_on, e.recorded_at, e.description,
              e.retrospective, p.ordinal, p.account, p.line_id, l.reference as line, p.partner,
              p.source, p.amount_pence
            """;

    private static final String PAGE =
            """
            and e.effective_on >= ? and (e.effective_on, e.number, p.ordinal) > (?, ?, ?)
            order by e.effective_on, e.number, p.ordinal
            limit ?
            """;

    private final AgroalDataSource database;

    Statements(AgroalDataSource database) {
        this.database = database;
    }

    /// Which statement is asked for.
    ///
    /// @param knownAt a settled moment
    record Asked(Fund fund, Which which, LocalDate from, LocalDate to, Instant knownAt) {}

    /// @param after the place of the last row before the page
    Statement draw(Asked asked, Place after, int limit) {
        try (var connection = database.getConnection();
                var sums = connection.prepareStatement(SUMS + matching(asked));
                var rows = connection.prepareStatement(ROWS + matching(asked) + PAGE)) {
            bind(sums, sumsOf(asked, after));
            bind(rows, rowsOf(asked, after, limit));
            return read(asked, sums, rows, limit);
        } catch (SQLException failure) {
            throw new IllegalStateException("The statement cannot be drawn", failure);
        }
    }

    private static String matching(Asked asked) {
        return MATCHING.formatted(asked.which().conditions());
    }

    private static List<Object> sumsOf(Asked asked, Place after) {
        var values = new ArrayList<Object>();
        values.add(asked.from());
        values.add(asked.from());
        values.addAll(List.of(after.effectiveOn(), after.number(), after.ordinal()));
        values.addAll(valuesOf(asked));
        return values;
    }

    private static List<Object> rowsOf(Asked asked, Place after, int limit) {
        var values = new ArrayList<>(valuesOf(asked));
        values.add(asked.from());
        values.addAll(List.of(after.effectiveOn(), after.number(), after.ordinal()));
        values.add(limit + 1);
        return values;
    }

    private static List<Object> valuesOf(Asked asked) {
        var values = new ArrayList<Object>();
        values.add(asked.fund().id());
        values.add(asked.to());
        values.add(asked.knownAt().atOffset(ZoneOffset.UTC));
        values.addAll(asked.which().values());
        return values;
    }

    private static void bind(PreparedStatement select, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            select.setObject(i + 1, values.get(i));
        }
    }

    private static Statement read(
            Asked asked, PreparedStatement sums, PreparedStatement rows, int limit)
            throws SQLException {
        try (var sum = sums.executeQuery();
                var row = rows.executeQuery()) {
            sum.next();
            var balance = Pence.of(sum.getLong("carried"));
            var items = new ArrayList<Statement.Row>();
            Place last = null;
            boolean more = row.next();
            while (more && items.size() < limit) {
                balance = balance.plus(Pence.of(row.getLong("amount_pence")));
                items.add(item(row, balance));
                last = place(row);
                more = row.next();
            }
            return new Statement(
                    asked.fund().id(),
                    asked.fund().reference(),
                    asked.from(),
                    asked.to(),
                    asked.knownAt(),
                    Pence.of(sum.getLong("opening")),
                    Pence.of(sum.getLong("closing")),
                    List.copyOf(items),
                    more && last != null ? last.toString() : null);
        }
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getObject("effective_on", LocalDate.class),
                row.getLong("number"),
                row.getInt("ordinal"));
    }

    private static Statement.Row item(ResultSet row, Pence balance) throws SQLException {
        return new Statement.Row(
                row.getObject("id", UUID.class),
                "JE-" + row.getLong("number"),
                row.getString("key"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("description"),
                row.getBoolean("retrospective"),
                Account.valueOf(row.getString("account")),
                row.getObject("line_id", UUID.class),
                row.getString("line"),
                row.getString("partner"),
                row.getString("source"),
                Pence.of(row.getLong("amount_pence")),
                balance);
    }
}
