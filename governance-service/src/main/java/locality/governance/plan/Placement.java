package locality.governance.plan;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where in its plan a milestone stands, and by when it is demanded, from a day on until the next.
///
/// @param area the number of its area in the plan, null when it stands in none
/// @param deadline by when others demand it, null when nobody does
@Embeddable
record Placement(LocalDate fromDay, @Nullable Integer area, @Nullable LocalDate deadline) {

    boolean isSameAs(Placement other) {
        return Objects.equals(area, other.area) && Objects.equals(deadline, other.deadline);
    }
}
