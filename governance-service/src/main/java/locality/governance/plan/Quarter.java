package locality.governance.plan;

import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.platform.money.FinancialYear;

/// Three months of a financial year, written `2021/22-Q2`: Q1 is April to June.
record Quarter(FinancialYear year, int number) {

    static final int IN_A_YEAR = 4;
    private static final int MONTHS = 3;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}/\\d{2})-Q([1-4])");

    static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /// @throws IllegalArgumentException if it is not written like `2021/22-Q2`
    static Quarter parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A quarter is written like 2021/22-Q2, not " + text);
        }
        return new Quarter(
                FinancialYear.parse(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    static Quarter of(LocalDate day) {
        var year = FinancialYear.of(day);
        return new Quarter(year, (year.periodOf(day) - 1) / MONTHS + 1);
    }

    static Stream<Quarter> of(FinancialYear year) {
        return IntStream.rangeClosed(1, IN_A_YEAR).mapToObj(number -> new Quarter(year, number));
    }

    LocalDate first() {
        return year.start().plusMonths((number - 1L) * MONTHS);
    }

    LocalDate last() {
        return first().plusMonths(MONTHS).minusDays(1);
    }

    @Override
    public String toString() {
        return "%s-Q%d".formatted(year, number);
    }
}
