package locality.budget.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import locality.budget.arrears.Owed.Due;
import locality.platform.money.Pence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OwedTest {

    private static final LocalDate ON = LocalDate.of(2014, 10, 1);

    @Test
    @Tag("B1")
    void agesWhatIsUnpaidByTheDaysSinceItFellDue() {
        assertThat(aged(-1).notYetDuePence()).isEqualTo(Pence.of(7));
        assertThat(aged(0).dueOnTheDayPence()).isEqualTo(Pence.of(7));
        assertThat(aged(1).days1To30Pence()).isEqualTo(Pence.of(7));
        assertThat(aged(30).days1To30Pence()).isEqualTo(Pence.of(7));
        assertThat(aged(31).days31To60Pence()).isEqualTo(Pence.of(7));
        assertThat(aged(60).days31To60Pence()).isEqualTo(Pence.of(7));
        assertThat(aged(61).days61To90Pence()).isEqualTo(Pence.of(7));
        assertThat(aged(90).days61To90Pence()).isEqualTo(Pence.of(7));
        assertThat(aged(91).over90DaysPence()).isEqualTo(Pence.of(7));
    }

    @Test
    void countsWhatAPartnerKeepsApart() {
        var owed =
                Owed.of(
                        List.of(
                                new Due(LocalDate.of(2014, 4, 1), Pence.of(100), false),
                                new Due(LocalDate.of(2014, 7, 1), Pence.of(100), true)),
                        Pence.of(40),
                        ON);

        assertThat(owed.annualPence()).isEqualTo(Pence.of(200));
        assertThat(owed.keptPence()).isEqualTo(Pence.of(100));
        assertThat(owed.unpaidPence()).isEqualTo(Pence.of(60));
        assertThat(owed.ageing().over90DaysPence()).isEqualTo(Pence.of(60));
        assertThat(owed.arrearsPence()).isEqualTo(Pence.of(60));
    }

    @Property
    void provesItsSums(
            @ForAll @IntRange(min = 1, max = 12) int months,
            @ForAll @IntRange(min = 0, max = 12) int keptUntil,
            @ForAll @LongRange(min = 0, max = 1_200) long received,
            @ForAll @IntRange(min = -400, max = 400) int day) {
        var dues =
                IntStream.range(0, months)
                        .mapToObj(
                                i ->
                                        new Due(
                                                LocalDate.of(2014, 4, 1).plusMonths(i),
                                                Pence.of(100),
                                                i >= keptUntil))
                        .toList();
        var paid = Pence.of(received);
        var owedInAll = 100L * Math.max(0, months - keptUntil);

        var owed = Owed.of(dues, paid, ON.plusDays(day));

        assertThat(
                        owed.annualPence()
                                .minus(owed.keptPence())
                                .minus(owed.paidPence())
                                .plus(owed.toBeRepaidPence()))
                .isEqualTo(owed.unpaidPence());
        assertThat(owed.paidPence()).isEqualTo(paid);
        assertThat(owed.toBeRepaidPence()).isEqualTo(Pence.of(Math.max(0, received - owedInAll)));
        assertThat(
                        owed.arrearsPence()
                                .plus(owed.ageing().notYetDuePence())
                                .plus(owed.ageing().dueOnTheDayPence()))
                .isEqualTo(owed.unpaidPence());
    }

    private static Ageing aged(int days) {
        return Ageing.of(Pence.of(7), ON.minusDays(days), ON);
    }
}
