package locality.benchmark.authority;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// The floor: the rows an answer rests on, read and thrown away.
final class BareScan {

    private final Connection database;

    BareScan(Connection database) {
        this.database = database;
    }

    /// Something of every value, so that none is left unread.
    int rows(String function) throws SQLException {
        int read = 0;
        try (var grants = database.prepareStatement(GRANTS);
                var bodies = database.prepareStatement(BODIES)) {
            grants.setString(1, LargeScheme.PLACE);
            grants.setString(2, function);
            try (var row = grants.executeQuery()) {
                while (row.next()) {
                    read += row.getObject(1, UUID.class).hashCode() & 1;
                    read += row.getString(2).length();
                    read += row.getObject(3, UUID.class).hashCode() & 1;
                    read += row.getObject(4, UUID.class).hashCode() & 1;
                    read += row.getLong(5) > 0 ? 1 : 0;
                    read += row.getBoolean(6) ? 1 : 0;
                    read += row.getObject(7, LocalDate.class).getYear();
                    read += row.getObject(8, LocalDate.class) == null ? 0 : 1;
                }
            }
            bodies.setString(1, LargeScheme.PLACE);
            try (var row = bodies.executeQuery()) {
                while (row.next()) {
                    read += row.getObject(1, UUID.class).hashCode() & 1;
                    read += row.getString(2).length() + row.getString(3).length();
                    read += row.getString(4).length();
                }
            }
        }
        return read;
    }

    private static final String GRANTS =
            """
            select id, reference, from_body, to_body, limit_pence, may_sub_delegate, effective_on, ended_on
            from delegation where locality = ? and ? = any(functions)
            """;

    private static final String BODIES =
            """
            select b.id, b.reference, b.name, s.state from body b join body_step s on s.body_id = b.id
            where b.locality = ?
            """;
}
