package locality.governance.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a milestone became on a day, and when it was then expected to be reached.
///
/// @param effectiveOn of an ACHIEVED one, the day it was reached
/// @param forecastOn the last day; null when none is said
/// @param note why its forecast moved, or it was cancelled; how it was achieved
/// @param evidence what shows that it was achieved: a document, a reference
@Embeddable
record MilestoneStep(
        @Enumerated(EnumType.STRING) MilestoneState state,
        LocalDate effectiveOn,
        @Enumerated(EnumType.STRING) Precision precision,
        @Nullable LocalDate forecastOn,
        @Nullable LocalDate reviewOn,
        @Nullable String note,
        @Nullable String evidence,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    static MilestoneStep of(
            MilestoneState state,
            LocalDate effectiveOn,
            Forecast forecast,
            @Nullable String note,
            @Nullable String evidence,
            Provenance provenance) {
        return new MilestoneStep(
                state,
                effectiveOn,
                forecast.precision(),
                forecast.lastDay(),
                forecast.reviewOn(),
                note,
                evidence,
                provenance);
    }

    Forecast forecast() {
        return new Forecast(precision, forecastOn, reviewOn);
    }

    /// The day it was reached, null until it is.
    @Nullable LocalDate achievedOn() {
        return state == MilestoneState.ACHIEVED ? effectiveOn : null;
    }

    /// Whether its last day is past and it was not reached.
    boolean isOverdueOn(LocalDate day) {
        return state.isAhead() && forecast().isPastOn(day);
    }
}
