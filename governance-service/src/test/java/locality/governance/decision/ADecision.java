package locality.governance.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What a step of another feature rests on, as rule tests tell it.
public final class ADecision {

    private ADecision() {}

    /// An approval in effect from the day it was taken.
    public static Decided approved(
            String subjectType, @Nullable String subject, Locality place, LocalDate from) {
        return approved(subjectType, subject, place, from, null);
    }

    /// @param endedOn the first day it was in effect no longer
    public static Decided approved(
            @Nullable String subjectType,
            @Nullable String subject,
            Locality place,
            LocalDate from,
            @Nullable LocalDate endedOn) {
        return new Decided(
                UUID.randomUUID(),
                "BOARD-2018-03-27/4",
                endedOn == null ? "IN_EFFECT" : "RESCINDED",
                subjectType,
                subject,
                "The board",
                List.of(),
                place,
                from,
                from,
                endedOn);
    }

    public static Decided lost(String subjectType, String subject, Locality place, LocalDate on) {
        return new Decided(
                UUID.randomUUID(),
                "BOARD-2018-03-27/4",
                "LOST",
                subjectType,
                subject,
                "The board",
                List.of(),
                place,
                on,
                null,
                null);
    }
}
