package locality.platform.refusal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a field or a parameter may hold, in the words of whoever sends it: no class of ours and no
/// parser's jargon.
public final class Expected {

    private static final String WHOLE = "a whole number of no more than 64 bits";
    private static final Map<Class<?>, String> WORDS =
            Map.ofEntries(
                    Map.entry(boolean.class, "true or false"),
                    Map.entry(Boolean.class, "true or false"),
                    Map.entry(int.class, "a whole number of no more than 32 bits"),
                    Map.entry(Integer.class, "a whole number of no more than 32 bits"),
                    Map.entry(long.class, WHOLE),
                    Map.entry(Long.class, WHOLE),
                    Map.entry(BigInteger.class, "a whole number"),
                    Map.entry(BigDecimal.class, "a number"),
                    Map.entry(String.class, "a text"),
                    Map.entry(UUID.class, "an id, as in 01930b2a-0120-7c3e-9a41-5b7d2e8f2120"),
                    Map.entry(LocalDate.class, "a date, as in 2014-05-14"),
                    Map.entry(LocalTime.class, "a time of day, as in 10:30"),
                    Map.entry(LocalDateTime.class, "a day and time, as in 2014-05-14T10:30"),
                    Map.entry(Instant.class, "an instant, as in 2014-05-14T10:30:00Z"));

    private Expected() {}

    /// As in `must be a date, as in 2014-05-14`.
    public static String of(Class<?> type) {
        return "must be " + inWords(type);
    }

    private static String inWords(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(one -> ((Enum<?>) one).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return WORDS.getOrDefault(valueOf(type), "an object");
    }

    /// What a value type, as an amount of money is, is written as.
    private static Class<?> valueOf(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1
                ? type.getRecordComponents()[0].getType()
                : type;
    }
}
