package locality.governance.action;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What an action became on a day, and by when it was then to be done.
///
/// @param dueOn the last day; null when none is said
/// @param note why it was moved, or how it was completed
/// @param evidence what shows that it is complete: a document, a reference
/// @param supersededBy the action that took its place
@Embeddable
record ActionStep(
        @Enumerated(EnumType.STRING) ActionState state,
        LocalDate effectiveOn,
        @Enumerated(EnumType.STRING) DuePrecision duePrecision,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate reviewOn,
        @Nullable String note,
        @Nullable String evidence,
        @Nullable UUID supersededBy,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    static ActionStep of(
            ActionState state,
            LocalDate effectiveOn,
            Due due,
            @Nullable String note,
            Provenance provenance) {
        return new ActionStep(
                state,
                effectiveOn,
                due.precision(),
                due.lastDay(),
                due.reviewOn(),
                note,
                null,
                null,
                provenance);
    }

    ActionStep with(@Nullable String shownBy, @Nullable UUID successor) {
        return new ActionStep(
                state,
                effectiveOn,
                duePrecision,
                dueOn,
                reviewOn,
                note,
                shownBy,
                successor,
                provenance);
    }

    Due due() {
        return new Due(duePrecision, dueOn, reviewOn);
    }

    boolean isOverdueOn(LocalDate day) {
        return state.isUnfinished() && due().isPastOn(day);
    }
}
