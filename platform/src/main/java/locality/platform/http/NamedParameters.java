package locality.platform.http;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.platform.money.FinancialYear;
import locality.platform.place.Locality;
import locality.platform.refusal.Expected;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// Reads parameters of paths and queries, and names the one that cannot be read and what it should
/// be like. An empty one is none.
@Provider
public class NamedParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS =
            Map.of(
                    int.class, Integer::valueOf,
                    long.class, Long::valueOf,
                    boolean.class, NamedParameters::trueOrFalse,
                    UUID.class, UUID::fromString,
                    LocalDate.class, LocalDate::parse,
                    Instant.class, Instant::parse,
                    Locality.class, Locality::of,
                    FinancialYear.class, FinancialYear::fromString);

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation[] annotations) {
        var name = name(annotations);
        var reader = reader(type);
        return name.isEmpty() || reader.isEmpty()
                ? null
                : (ParamConverter<T>) new Named(name.get(), type, reader.get());
    }

    private static Optional<Function<String, Object>> reader(Class<?> type) {
        return READERS.containsKey(type) || !type.isEnum()
                ? Optional.ofNullable(READERS.get(type))
                : Optional.of(text -> constant(type, text));
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .flatMap(
                        one ->
                                switch (one) {
                                    case QueryParam query -> Stream.of(query.value());
                                    case PathParam path -> Stream.of(path.value());
                                    default -> Stream.empty();
                                })
                .findFirst();
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /// Without a default, JAX-RS hands over a zero for the one that is left out.
    private static Object trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private record Named(String name, Class<?> type, Function<String, Object> reader)
            implements ParamConverter<Object> {

        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException | DateTimeException unread) {
                var message = words(unread);
                throw new Malformed(
                        name + ": " + message, List.of(new Malformed.Fault(name, message)));
            }
        }

        /// What is our own says itself what is wrong with it.
        private String words(RuntimeException unread) {
            return type == Locality.class || type == FinancialYear.class
                    ? String.valueOf(unread.getMessage())
                    : Expected.of(type);
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }
}
