package locality.governance.validity;

import java.util.List;
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
    @Schema(name = "RouteProgressStep")
    public record Step(
            int number,
            String body,
            DecisionType type,
            boolean before,
            boolean done,
            @Nullable String decision,
            @Nullable String state) {

        String inWords() {
            return "%s to %s".formatted(body, type)
                    + (decision == null ? "" : " (%s is %s)".formatted(decision, state));
        }
    }

    /// The steps it needs that are missing.
    List<Step> missing() {
        return steps.stream().filter(step -> step.before && !step.done).toList();
    }
}
