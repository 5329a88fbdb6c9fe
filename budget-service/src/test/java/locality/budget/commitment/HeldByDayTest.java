package locality.budget.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import locality.platform.money.Pence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B17")
class HeldByDayTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 4, 1);

    @Test
    void isTheLeastOfADayAndOfEveryLaterOne() {
        var held =
                HeldByDay.of(
                        new TreeMap<>(
                                Map.of(
                                        FIRST,
                                        Pence.of(100),
                                        FIRST.plusDays(10),
                                        Pence.of(50),
                                        FIRST.plusDays(20),
                                        Pence.of(-90))));

        assertThat(held.leastFrom(FIRST.minusDays(1))).isEqualTo(Pence.ZERO);
        assertThat(held.leastFrom(FIRST)).isEqualTo(Pence.of(60));
        assertThat(held.leastFrom(FIRST.plusDays(20))).isEqualTo(Pence.of(60));
        assertThat(HeldByDay.of(new TreeMap<>()).leastFrom(FIRST)).isEqualTo(Pence.ZERO);
    }

    @Property
    void leavesNoDayWithLessThanNothing(
            @ForAll @Size(max = 12)
                    Map<
                                    @IntRange(max = 364) Integer,
                                    @LongRange(min = -1_000_000, max = 1_000_000) Long>
                            movements,
            @ForAll @IntRange(max = 364) int day) {
        var moved = new TreeMap<LocalDate, Pence>();
        movements.forEach((on, pence) -> moved.put(FIRST.plusDays(on), Pence.of(pence)));
        var on = FIRST.plusDays(day);
        var least = HeldByDay.of(moved).leastFrom(on);

        moved.merge(on, least.negated(), Pence::plus);

        var after = HeldByDay.of(moved);
        assertThat(after.leastFrom(on)).isEqualTo(Pence.ZERO);
        assertThat(after.held().tailMap(on).values()).noneMatch(Pence::isNegative);
    }
}
