package locality.budget.laws;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.jspecify.annotations.Nullable;

/// The rows of one pool of money, as the database has them.
public final class Rows {

    /// By which of its columns a row belongs to a fund.
    private static final List<List<String>> BELONGING =
            List.of(
                    List.of("fund_id", "id = any(%s)", "fund"),
                    List.of("commitment_id", "fund_id = any(%s)", "commitment"),
                    List.of("line_id", "fund_id = any(%s)", "budget_line"),
                    List.of("virement_id", "fund_id = any(%s)", "virement"),
                    List.of("schedule_id", "fund_id = any(%s)", "contribution_schedule"),
                    List.of("entry_id", "fund_id = any(%s)", "journal_entry"));

    private static @Nullable Connection connection;

    private Rows() {}

    /// Each row as one text; the text of several columns is that of a row.
    public static List<String> of(String sql) {
        try (var statement = connection().createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /// One connection for all that is looked at, which is much.
    private static synchronized Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(1)) {
            connection = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
        }
        return connection;
    }

    /// A query of every row that belongs to these funds, whatever table it stands in, their events
    /// among them.
    ///
    /// @param funds an array of ids, as SQL says it
    public static String everything(String funds) {
        var perTable = new ArrayList<String>();
        for (var table : of("select tablename from pg_tables where schemaname = 'public'")) {
            var columns =
                    of(
                            "select column_name from information_schema.columns where table_name = '%s'"
                                    .formatted(table));
            BELONGING.stream()
                    .filter(one -> columns.contains(one.getFirst()))
                    .findFirst()
                    .ifPresent(
                            one ->
                                    perTable.add(
                                            "select '%1$s ' || t::text from %1$s t where t.%2$s in (select id from %3$s where %4$s)"
                                                    .formatted(
                                                            table,
                                                            one.get(0),
                                                            one.get(2),
                                                            one.get(1).formatted(funds))));
        }
        perTable.add("select 'fund ' || t::text from fund t where id = any(%s)".formatted(funds));
        perTable.add(
                """
                select 'decision_attempt ' || t::text from decision_attempt t
                where t.subject_id in (
                  select id from commitment where fund_id = any(%1$s)
                  union all select id from virement where fund_id = any(%1$s))
                """
                        .formatted(funds));
        perTable.add(
                """
                select 'event ' || t.event_id from event_log t
                where t.subject_id in (
                  select unnest(%1$s)::text
                  union all select id::text from budget_line where fund_id = any(%1$s)
                  union all select id::text from commitment where fund_id = any(%1$s)
                  union all select id::text from virement where fund_id = any(%1$s)
                  union all select id::text from contribution_schedule where fund_id = any(%1$s)
                  union all select id::text from journal_entry where fund_id = any(%1$s))
                """
                        .formatted(funds));
        return String.join(" union all ", perTable) + " order by 1";
    }
}
