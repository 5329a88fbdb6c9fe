package locality.governance.body;

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
}
