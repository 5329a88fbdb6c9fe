package locality.budget.arrears;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is unpaid, by how many days ago it fell due. Its parts sum to what is unpaid, and those
/// that are late to the arrears.
@Schema(name = "Ageing")
record Ageing(
        @Schema(description = "Falls due after the day") Pence notYetDuePence,
        @Schema(description = "Falls due on the day itself") Pence dueOnTheDayPence,
        @Schema(description = "1 to 30 days late") Pence days1To30Pence,
        @Schema(description = "31 to 60 days late") Pence days31To60Pence,
        @Schema(description = "61 to 90 days late") Pence days61To90Pence,
        @Schema(description = "More than 90 days late") Pence over90DaysPence) {

    static final Ageing NOTHING =
            new Ageing(Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO);

    /// What is unpaid of something that falls due on a day, seen from another.
    static Ageing of(Pence unpaid, LocalDate dueOn, LocalDate on) {
        long late = ChronoUnit.DAYS.between(dueOn, on);
        return new Ageing(
                when(late < 0, unpaid),
                when(late == 0, unpaid),
                when(late >= 1 && late <= 30, unpaid),
                when(late >= 31 && late <= 60, unpaid),
                when(late >= 61 && late <= 90, unpaid),
                when(late > 90, unpaid));
    }

    Ageing plus(Ageing other) {
        return new Ageing(
                notYetDuePence.plus(other.notYetDuePence),
                dueOnTheDayPence.plus(other.dueOnTheDayPence),
                days1To30Pence.plus(other.days1To30Pence),
                days31To60Pence.plus(other.days31To60Pence),
                days61To90Pence.plus(other.days61To90Pence),
                over90DaysPence.plus(other.over90DaysPence));
    }

    /// What is late.
    Pence arrears() {
        return days1To30Pence.plus(days31To60Pence).plus(days61To90Pence).plus(over90DaysPence);
    }

    private static Pence when(boolean so, Pence amount) {
        return so ? amount : Pence.ZERO;
    }
}
