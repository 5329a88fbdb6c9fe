package locality.governance.strategy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import locality.platform.fact.Provenance;

/// When a document says that a strategy was approved. Documents contradict each other, and one even
/// itself: the Integrated Commissioning Strategy was approved "in February" (2.1.6) and "in March"
/// (section 5 of the same review). Both are kept.
///
/// @param approvedIn a day, `2018-02-28`, or a month, `2018-02`
record Said(String approvedIn, Provenance provenance) {

    /// @throws StrategyRefusal if it is neither a day nor a month
    Said {
        try {
            if (isMonth(approvedIn)) {
                YearMonth.parse(approvedIn);
            } else {
                LocalDate.parse(approvedIn);
            }
        } catch (DateTimeException unreadable) {
            throw new StrategyRefusal.NoDate(approvedIn);
        }
    }

    /// Whether both may be true: the same day, the same month, or a day of that month.
    boolean agreesWith(Said other) {
        return approvedIn.startsWith(other.approvedIn) || other.approvedIn.startsWith(approvedIn);
    }

    private static boolean isMonth(String text) {
        return text.length() == "2018-02".length();
    }
}
