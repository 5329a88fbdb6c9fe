package locality.budget.figure;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// What was said of a figure. It stays here: what others need to know is how figures compare.
sealed interface FigureEvent extends InternalEvent {
    UUID figureId();

    @Override
    default String subjectType() {
        return "figure";
    }

    @Override
    default String subjectId() {
        return figureId().toString();
    }

    @EventType("budget.figure-stated.v1")
    record Stated(
            UUID figureId,
            String reference,
            String label,
            String stated,
            FigureUnit unit,
            Pence amountPence,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements FigureEvent {}

    @EventType("budget.figure-corrected.v1")
    record Corrected(
            UUID figureId,
            String reference,
            int number,
            String stated,
            Pence fromPence,
            Pence amountPence,
            String reason,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements FigureEvent {}
}
