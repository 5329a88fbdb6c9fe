package locality.intervention.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which way is better.
@Schema(
        name = "ImprovementDirection",
        enumeration = {"increase", "decrease", "neutral"})
enum ImprovementDirection {
    @JsonProperty("increase")
    INCREASE,
    @JsonProperty("decrease")
    DECREASE,
    @JsonProperty("neutral")
    NEUTRAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
