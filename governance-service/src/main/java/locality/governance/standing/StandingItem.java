package locality.governance.standing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An item that is on the agenda of every meeting of a body, or of one every so many months.
@Entity
class StandingItem {
    @Id UUID id;

    /// `ROC-ICB-SI-1`.
    String reference;

    int number;
    UUID bodyId;
    String bodyReference;
    Locality locality;
    String title;

    /// Null for every meeting.
    @Nullable Integer everyMonths;

    LocalDate fromDay;

    /// The last day it stands, null while no end is known.
    @Nullable LocalDate untilDay;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    StandingItem() {}

    /// Whether a meeting should have it. Months count by the calendar, for a body that meets on
    /// second Wednesdays meets now a few days earlier and now a few days later.
    ///
    /// @param placed the days of the meetings that have it
    boolean isDueAt(LocalDate heldOn, List<LocalDate> placed) {
        return period().holdsOn(heldOn)
                && (everyMonths == null
                        || placed.stream()
                                .allMatch(day -> monthsBetween(day, heldOn) >= everyMonths));
    }

    StandingRecord.ItemSet endOn(LocalDate lastDay) {
        if (lastDay.isBefore(fromDay)) {
            throw new StandingRefusal.EndsBeforeItBegins(fromDay, lastDay);
        }
        untilDay = lastDay;
        return told(lastDay);
    }

    StandingRecord.ItemSet told(LocalDate on) {
        return new StandingRecord.ItemSet(id, reference, bodyId, title, everyMonths, locality, on);
    }

    Period period() {
        return new Period(fromDay, untilDay);
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    private static long monthsBetween(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.MONTHS.between(YearMonth.from(one), YearMonth.from(other)));
    }
}
