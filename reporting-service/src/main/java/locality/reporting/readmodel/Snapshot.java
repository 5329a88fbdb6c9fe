package locality.reporting.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The read models at one moment.
public final class Snapshot {

    private final Connection connection;

    Snapshot(Connection connection) {
        this.connection = connection;
    }

    /// @param parameters one for each `?`; a `String[]` is an array of text, null is allowed
    public <T> List<T> list(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var found = statement.executeQuery()) {
                var row = new Row(found);
                var rows = new ArrayList<T>();
                while (found.next()) {
                    rows.add(read.apply(row));
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("A read model cannot be read", failure);
        }
    }

    public <T> Optional<T> first(
            String sql, Function<Row, T> read, @Nullable Object... parameters) {
        return list(sql, read, parameters).stream().findFirst();
    }

    private void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case String[] texts ->
                        statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case Instant instant ->
                        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case null -> statement.setNull(i + 1, java.sql.Types.NULL);
                case Object other -> statement.setObject(i + 1, other);
            }
        }
    }
}
