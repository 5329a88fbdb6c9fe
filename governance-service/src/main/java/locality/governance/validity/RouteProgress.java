package locality.governance.validity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The approval route of a subject, and how far the subject had come on it when a decision on it
/// was looked at.
///
/// @param route its reference
/// @param steps all of them, in order
@Schema(name = "RouteProgress")
public record RouteProgress(String route, List<Step> steps) {

    public RouteProgress {
        steps = List.copyOf(steps);
    }

    /// @param number from one
    /// @param before whether it comes before the decision that is looked at, which then needs it;
    ///   so does the last for an approval of any other body
    /// @param done whether it was carried and was in effect
    /// @param decision the reference of what the body decided last on the subject, null for nothing
    /// @param state what had become of that
    /// @param from the day from which it stands when that is later than the decision that is looked
    ///   at; null when it is not, and in evidence from before it was kept
    @Schema(name = "RouteProgressStep")
    public record Step(
            int number,
            String body,
            DecisionType type,
            boolean before,
            boolean done,
            @Nullable String decision,
            @Nullable String state,
            @Nullable LocalDate from) {

        private static final DateTimeFormatter DAY =
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

        /// @param lookedAt what the decision is of that needs the step, as in `meeting`
        String inWords(String lookedAt) {
            var step = "%s to %s".formatted(body, type);
            if (decision == null) {
                return step;
            }
            return from == null
                    ? "%s (%s is %s)".formatted(step, decision, state)
                    : "%s (%s is %s from %s, after this %s)"
                            .formatted(step, decision, state, DAY.format(from), lookedAt);
        }
    }

    /// The steps it needs that are missing.
    List<Step> missing() {
        return steps.stream().filter(step -> step.before && !step.done).toList();
    }
}
