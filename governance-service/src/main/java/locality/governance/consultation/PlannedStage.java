package locality.governance.consultation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import locality.governance.action.Due;
import locality.governance.action.DuePrecision;
import org.jspecify.annotations.Nullable;

/// By when a stage is meant to begin.
///
/// @param dueOn the day, or the last of the month
@Embeddable
record PlannedStage(
        @Enumerated(EnumType.STRING) Stage stage,
        LocalDate dueOn,
        @Enumerated(EnumType.STRING) DuePrecision precision) {

    /// @param when a day (`2016-10-19`) or a month (`2016-10`: by its last day)
    static PlannedStage of(Stage stage, String when) {
        var due = Due.of(when, null, null);
        if (due.lastDay() == null) {
            throw new IllegalStateException(when + " has no last day");
        }
        return new PlannedStage(stage, due.lastDay(), due.precision());
    }

    /// @throws ConsultationRefusal naming the first stage that is planned before an earlier one
    static void requireInOrder(List<PlannedStage> stages) {
        @Nullable PlannedStage before = null;
        for (var stage : stages) {
            if (before != null && stage.dueOn.isBefore(before.dueOn)) {
                throw new ConsultationRefusal.StageBeforeEarlier(
                        stage.stage, stage.dueOn, before.stage, before.dueOn);
            }
            before = stage;
        }
    }
}
