package locality.reporting.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The present row of an answer, by column name. The `optional...` readers allow null.
public final class Row {

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());

    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    public UUID uuid(String column) {
        return required(column, optionalUuid(column));
    }

    public @Nullable UUID optionalUuid(String column) {
        return get(column, () -> row.getObject(column, UUID.class));
    }

    public String text(String column) {
        return required(column, optionalText(column));
    }

    public @Nullable String optionalText(String column) {
        return get(column, () -> row.getString(column));
    }

    public List<String> texts(String column) {
        var texts = get(column, () -> (String[]) row.getArray(column).getArray());
        return List.of(required(column, texts));
    }

    public Pence pence(String column) {
        return required(column, optionalPence(column));
    }

    public @Nullable Pence optionalPence(String column) {
        var pence = optionalDecimal(column);
        return pence == null ? null : Pence.of(pence.longValueExact());
    }

    public @Nullable BigDecimal optionalDecimal(String column) {
        return get(column, () -> row.getBigDecimal(column));
    }

    public long number(String column) {
        return required(column, optionalDecimal(column)).longValueExact();
    }

    public int count(String column) {
        return Math.toIntExact(number(column));
    }

    public LocalDate date(String column) {
        return required(column, optionalDate(column));
    }

    public @Nullable LocalDate optionalDate(String column) {
        return get(column, () -> row.getObject(column, LocalDate.class));
    }

    public @Nullable Long optionalNumber(String column) {
        var number = optionalDecimal(column);
        return number == null ? null : number.longValueExact();
    }

    public boolean flag(String column) {
        return required(column, get(column, () -> row.getObject(column, Boolean.class)));
    }

    public Instant instant(String column) {
        return required(column, optionalInstant(column));
    }

    public @Nullable Instant optionalInstant(String column) {
        var instant = get(column, () -> row.getObject(column, OffsetDateTime.class));
        return instant == null ? null : instant.toInstant();
    }

    public Provenance provenance(String column) {
        try {
            return JSON.readValue(text(column), Provenance.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("A provenance cannot be read", failure);
        }
    }

    public @Nullable Provenance optionalProvenance(String column) {
        return optionalText(column) == null ? null : provenance(column);
    }

    /// A list that is kept as JSON.
    public <T> List<T> listOf(String column, Class<T> element) {
        try {
            return JSON.readValue(
                    text(column),
                    JSON.getTypeFactory().constructCollectionType(List.class, element));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("Column %s is no list".formatted(column), failure);
        }
    }

    public @Nullable Integer optionalCount(String column) {
        var number = optionalNumber(column);
        return number == null ? null : Math.toIntExact(number);
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws SQLException;
    }

    private static <T> @Nullable T get(String column, Reading<@Nullable T> reading) {
        try {
            return reading.read();
        } catch (SQLException failure) {
            throw new IllegalStateException("Column %s cannot be read".formatted(column), failure);
        }
    }

    private static <T> T required(String column, @Nullable T value) {
        return Objects.requireNonNull(value, column);
    }
}
