package locality.governance.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.governance.recorder.PersonalData;
import org.jspecify.annotations.Nullable;

/// How an entry stands when it is entered: who looks after it, what it scores, what controls it.
///
/// @param scores only what was scored
record EntryStanding(
        @Nullable String post,
        @Nullable String organisation,
        Map<ScoreKind, Score> scores,
        List<Control> controls,
        @Nullable LocalDate reviewOn) {

    static final EntryStanding NOTHING_SAID =
            new EntryStanding(null, null, Map.of(), List.of(), null);

    /// Who looks after what it came of looks after it; it is scored and controlled by itself.
    static EntryStanding heirOf(EntryStep cause) {
        return new EntryStanding(
                cause.post, cause.organisation, Map.of(), List.of(), cause.reviewOn);
    }

    void requirePostsOnly() {
        PersonalData.requireNone("post", post);
        PersonalData.requireNone("controls", controls.stream().map(Control::text).toList());
        controls.forEach(control -> PersonalData.requireNone("controls", control.post()));
    }
}
