package locality.governance.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import locality.governance.engagement.EngagementCounts.Every;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EngagementCountsTest {

    @Test
    @Tag("G58")
    void aPeriodIsAMonthOrOfTheFinancialYear() {
        assertThat(Every.MONTH.of(LocalDate.parse("2018-03-31"))).isEqualTo("2018-03");
        assertThat(Every.QUARTER.of(LocalDate.parse("2018-03-31"))).isEqualTo("2017/18-Q4");
        assertThat(Every.QUARTER.of(LocalDate.parse("2018-04-01"))).isEqualTo("2018/19-Q1");
        assertThat(Every.QUARTER.of(LocalDate.parse("2018-12-31"))).isEqualTo("2018/19-Q3");
        assertThat(Every.YEAR.of(LocalDate.parse("2018-03-31"))).isEqualTo("2017/18");
        assertThat(Every.YEAR.of(LocalDate.parse("2099-04-01"))).isEqualTo("2099/00");
    }

    @Test
    @Tag("G58")
    void thoseOfWhichNobodyCountedThePeopleAreCountedApart() {
        var counts =
                EngagementCounts.of(
                        Every.YEAR,
                        List.of(events("2018-01", 3, null), events("2018-02-10", 1, 40)));

        assertThat(counts.items())
                .containsExactly(
                        new EngagementCounts.Count(
                                "2017/18", Audience.PUBLIC, EngagementKind.EVENT, 2, 4, 40, 1));
        assertThat(
                        EngagementCounts.of(Every.YEAR, List.of(events("2018-01", 3, null)))
                                .items()
                                .getFirst()
                                .reached())
                .isNull();
    }

    @Test
    @Tag("G58")
    void aMonthMeansItsLastDayAndIsWrittenAsAMonth() {
        assertThat(HeldIn.of("2018-02").lastDay()).isEqualTo("2018-02-28");
        assertThat(HeldIn.of("2018-02").written()).isEqualTo("2018-02");
        assertThat(HeldIn.of("2018-02-03").written()).isEqualTo("2018-02-03");
        assertThatThrownBy(() -> HeldIn.of("soon")).isInstanceOf(EngagementRefusal.NoDate.class);
        assertThatThrownBy(() -> events("2018-02", 0, null))
                .isInstanceOf(EngagementRefusal.NothingCounted.class);
        assertThatThrownBy(() -> events("2018-02", 1, -1))
                .isInstanceOf(EngagementRefusal.NothingCounted.class);
    }

    private static Engagement events(String heldIn, int count, @Nullable Integer reached) {
        return new Engagement(
                Ids.next(),
                "E",
                new Held(
                        "Public engagement",
                        EngagementKind.EVENT,
                        Audience.PUBLIC,
                        HeldIn.of(heldIn),
                        count,
                        reached,
                        Locality.ROCHDALE),
                Provenance.illustrative());
    }
}
