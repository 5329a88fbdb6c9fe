package locality.budget.contribution;

import static locality.budget.contribution.Schedules.AUGUST;
import static locality.budget.contribution.Schedules.OCTOBER;
import static locality.budget.contribution.Schedules.POOLED;
import static locality.budget.contribution.Schedules.monthly;
import static locality.budget.contribution.Schedules.post;
import static locality.budget.contribution.Schedules.vary;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the ledger takes up of a contribution as its days come.
@Tag("B1")
class FallingDueTest {

    @Test
    void whatFallsDueIsPostedOnceOnItsDay() {
        var schedule = monthly(1_200);
        var posted = new ArrayList<ContributionMovement>();

        post(schedule, LocalDate.of(2014, 5, 31), posted);
        post(schedule, LocalDate.of(2014, 5, 31), posted);
        post(schedule, LocalDate.of(2014, 6, 1), posted);

        assertThat(posted)
                .extracting(one -> one.effectiveOn)
                .containsExactly(
                        LocalDate.of(2014, 4, 1),
                        LocalDate.of(2014, 5, 1),
                        LocalDate.of(2014, 6, 1));
    }

    @Test
    void aVariationIsDueFromItsDayAndWhatWasDueBeforeStays() {
        var schedule = monthly(1_200);
        var posted = new ArrayList<ContributionMovement>();
        post(schedule, OCTOBER, posted);

        vary(schedule, 2_400, null);
        post(schedule, OCTOBER, posted);

        assertThat(schedule.fallingDue(OCTOBER, POOLED, posted)).isEmpty();
        assertThat(posted.subList(7, posted.size()))
                .extracting(one -> one.effectiveOn + " " + one.amountPence)
                .containsExactly("2014-08-15 500", "2014-09-01 100", "2014-10-01 100");
    }

    @Test
    void leavesAloneWhatFellDueAfterTheDay() {
        var schedule = monthly(1_200);
        var posted = new ArrayList<ContributionMovement>();
        post(schedule, OCTOBER, posted);

        assertThat(schedule.fallingDue(AUGUST, POOLED, posted)).isEmpty();
    }

    @Test
    void postsNothingWhileEachPartnerKeepsItsMoney() {
        var schedule = monthly(1_200);

        assertThat(schedule.fallingDue(OCTOBER, _ -> false, List.of())).isEmpty();
        assertThat(schedule.fallingDue(OCTOBER, day -> !day.isBefore(OCTOBER), List.of()))
                .containsOnlyKeys(OCTOBER);
    }
}
