package locality.governance.body;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How often a body meets: once in so many weeks or months.
///
/// @param every how many of them lie between one meeting and the next, at least one
@Schema(name = "Frequency")
public record Frequency(int every, Unit unit) {

    @Schema(name = "FrequencyUnit")
    public enum Unit {
        WEEKS,
        MONTHS
    }

    public Frequency {
        if (every < 1) {
            throw new IllegalArgumentException(
                    "A body meets every so many weeks or months, at least one, not " + every);
        }
    }

    /// When the meeting after one on this day is due: a month after 31 January is the last day of
    /// February.
    public LocalDate after(LocalDate meeting) {
        return switch (unit) {
            case WEEKS -> meeting.plusWeeks(every);
            case MONTHS -> meeting.plusMonths(every);
        };
    }
}
