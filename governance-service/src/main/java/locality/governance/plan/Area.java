package locality.governance.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A part of a plan. Its number is its place in the plan, from 1.
///
/// @param partOf the number of the area it is a part of, null for one that is of the plan itself
/// @param beginsOn the first day of a phase, null when nothing is said
/// @param endsOn the last day of a phase, null when nothing is said
@Embeddable
record Area(
        String title,
        @Enumerated(EnumType.STRING) AreaKind kind,
        @Nullable Integer partOf,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn) {

    /// @throws PlanRefusal if it ends before it begins
    Area {
        if (beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn)) {
            throw new PlanRefusal.EndsBeforeItBegins(title, beginsOn, endsOn);
        }
    }
}
