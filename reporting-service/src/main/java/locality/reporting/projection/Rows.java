package locality.reporting.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Rows to be written by one statement: each column travels as one array and the statement reads
/// them with `unnest(?, ?, ...)`, in the order in which the columns are named here.
final class Rows<T> {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .setDefaultPropertyInclusion(
                            com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL);

    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private record Column(String type, @Nullable Object[] values) {}

    private Rows(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    static <T> Rows<T> of(Collection<T> rows) {
        return new Rows<>(rows);
    }

    Rows<T> uuid(Function<T, @Nullable UUID> value) {
        return column("uuid", value);
    }

    Rows<T> text(Function<T, @Nullable String> value) {
        return column("text", value);
    }

    Rows<T> pence(Function<T, @Nullable Pence> value) {
        return column(
                "int8",
                row -> {
                    var pence = value.apply(row);
                    return pence == null ? null : pence.value();
                });
    }

    Rows<T> number(Function<T, @Nullable Long> value) {
        return column("int8", value);
    }

    Rows<T> decimal(Function<T, @Nullable BigDecimal> value) {
        return column("numeric", value);
    }

    Rows<T> date(Function<T, @Nullable LocalDate> value) {
        return column("date", value);
    }

    Rows<T> flag(Function<T, @Nullable Boolean> value) {
        return column("boolean", value);
    }

    Rows<T> instant(Function<T, Instant> value) {
        return column("timestamptz", row -> value.apply(row).atOffset(ZoneOffset.UTC));
    }

    Rows<T> provenance(Function<T, Provenance> value) {
        return json(value);
    }

    Rows<T> json(Function<T, ?> value) {
        return column("jsonb", row -> json(value.apply(row)));
    }

    Rows<T> optionalJson(Function<T, ? extends @Nullable Object> value) {
        return column(
                "jsonb",
                row -> {
                    var told = value.apply(row);
                    return told == null ? null : json(told);
                });
    }

    /// Runs the statement once for all rows; with no rows it runs nothing.
    ///
    /// @return how many rows it wrote
    int write(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var statement = connection.prepareStatement(sql)) {
            var index = 1;
            for (var column : columns) {
                statement.setArray(
                        index++, connection.createArrayOf(column.type(), column.values()));
            }
            return statement.executeUpdate();
        }
    }

    private Rows<T> column(String type, Function<T, ? extends @Nullable Object> value) {
        columns.add(new Column(type, rows.stream().map(value).toArray()));
        return this;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(value + " cannot be written as JSON", impossible);
        }
    }
}
