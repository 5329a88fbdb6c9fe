package locality.governance.gateway;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.action.Due;
import locality.governance.action.DuePrecision;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PartnershipEvent;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What is to be done although the gateway is passed: a line of its service development and
/// improvement plan (SDIP).
///
/// @param dueOn the last day it is in time: of a month, the month's last
/// @param covers the code of a criterion of the due diligence that is Red, null for none
/// @param coversIn the assessment that was the due diligence then, null when it covers none
/// @param agreedOn the day it was made a condition
/// @param metOn the day it was met, null until then
/// @param evidence what shows that it was met
@Embeddable
record Condition(
        String text,
        LocalDate dueOn,
        @Enumerated(EnumType.STRING) DuePrecision duePrecision,
        @Nullable String covers,
        @Nullable UUID coversIn,
        LocalDate agreedOn,
        @Nullable LocalDate metOn,
        @Nullable String evidence,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    /// What it covers: a criterion of an assessment, by its code.
    record Covered(UUID assessment, String code) {}

    /// @throws GatewayRefusal if no day is said by which it is to be met
    static Condition agreed(
            String text, Due due, @Nullable Covered covers, LocalDate on, Provenance source) {
        PersonalData.requireNone("text", text);
        var lastDay = due.lastDay();
        if (lastDay == null) {
            throw new GatewayRefusal.ConditionUndated(text);
        }
        return new Condition(
                text,
                lastDay,
                due.precision(),
                covers == null ? null : covers.code,
                covers == null ? null : covers.assessment,
                on,
                null,
                null,
                source);
    }

    Condition met(LocalDate on, String shownBy) {
        PersonalData.requireNone("evidence", shownBy);
        return new Condition(
                text, dueOn, duePrecision, covers, coversIn, agreedOn, on, shownBy, provenance);
    }

    /// Whether it is still to be met on a day for a criterion that is Red in that assessment.
    boolean coversOn(LocalDate day, UUID assessment, String criterion) {
        return criterion.equals(covers)
                && assessment.equals(coversIn)
                && !agreedOn.isAfter(day)
                && !isMetOn(day);
    }

    boolean isMetOn(LocalDate day) {
        return metOn != null && !metOn.isAfter(day);
    }

    PartnershipEvent.Condition told() {
        return new PartnershipEvent.Condition(text, dueOn, metOn);
    }
}
