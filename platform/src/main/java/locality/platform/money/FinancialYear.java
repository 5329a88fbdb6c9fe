package locality.platform.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A year of public money: 1 April to 31 March, written `2014/15`.
@Schema(type = SchemaType.STRING, pattern = "\\d{4}/\\d{2}", examples = "2014/15")
public record FinancialYear(int startYear) implements Comparable<FinancialYear> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})/(\\d{2})");

    /// @throws IllegalArgumentException if it is not two consecutive years, as in `2014/15`
    @JsonCreator
    public static FinancialYear parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()
                || (Integer.parseInt(matcher.group(1)) + 1) % 100
                        != Integer.parseInt(matcher.group(2))) {
            throw new IllegalArgumentException(
                    "A financial year is written like 2014/15, not " + text);
        }
        return new FinancialYear(Integer.parseInt(matcher.group(1)));
    }

    /// What JAX-RS calls for a query parameter.
    public static FinancialYear fromString(String text) {
        return parse(text);
    }

    public static FinancialYear of(LocalDate date) {
        return new FinancialYear(
                date.getMonthValue() < Month.APRIL.getValue()
                        ? date.getYear() - 1
                        : date.getYear());
    }

    public LocalDate start() {
        return LocalDate.of(startYear, Month.APRIL, 1);
    }

    public LocalDate end() {
        return LocalDate.of(startYear + 1, Month.MARCH, 31);
    }

    public boolean contains(LocalDate date) {
        return equals(of(date));
    }

    public FinancialYear next() {
        return new FinancialYear(startYear + 1);
    }

    /// The accounting period of a date in this year: 1 is April, 12 is March.
    public int periodOf(LocalDate date) {
        if (!contains(date)) {
            throw new IllegalArgumentException(date + " is not in " + this);
        }
        return (date.getMonthValue() + 8) % 12 + 1;
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    @JsonValue
    @Override
    public String toString() {
        return "%04d/%02d".formatted(startYear, (startYear + 1) % 100);
    }
}
