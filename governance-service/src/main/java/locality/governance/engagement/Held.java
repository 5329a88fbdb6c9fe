package locality.governance.engagement;

import locality.governance.recorder.PersonalData;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What took place.
///
/// @param count how many such there were, from 1: "4 public engagement events" (*Twelve Month
///   Review of Single Commissioning Function Development, Local Care Organisation Development and
///   Transformation*, 3.1.2)
/// @param reached how many people, all of them together; null when nobody counted, which is not 0
record Held(
        String title,
        EngagementKind kind,
        Audience audience,
        HeldIn when,
        int count,
        @Nullable Integer reached,
        Locality locality) {

    /// @throws EngagementRefusal if there were none, or fewer than no people
    Held {
        PersonalData.requireNone("title", title);
        if (count < 1) {
            throw new EngagementRefusal.NothingCounted("count", count, 1);
        }
        if (reached != null && reached < 0) {
            throw new EngagementRefusal.NothingCounted("reached", reached, 0);
        }
    }
}
