package locality.governance.action;

import locality.governance.recorder.PersonalData;
import org.jspecify.annotations.Nullable;

/// Where an action stands in an action plan.
///
/// @param area as the plan calls it, as in `Delivery of Transformation`
/// @param workArea the part of it, as in `Assurance and monitoring`; null when nothing is said
public record WorkArea(String area, @Nullable String workArea) {

    /// Null when nothing is said.
    ///
    /// @throws ActionRefusal if a part is named of no area
    static @Nullable WorkArea of(@Nullable String area, @Nullable String workArea) {
        if (area == null && workArea != null) {
            throw new ActionRefusal.WorkAreaOfNoArea(workArea);
        }
        return area == null ? null : new WorkArea(area, workArea);
    }

    void requirePostsOnly() {
        PersonalData.requireNone("area", area);
        PersonalData.requireNone("workArea", workArea);
    }
}
