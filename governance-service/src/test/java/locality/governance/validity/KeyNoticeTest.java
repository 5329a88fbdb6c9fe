package locality.governance.validity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import locality.governance.period.ClearDays;
import locality.governance.validity.KeyNotice.Given;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// SI 2012/2089, regulations 9 to 11.
class KeyNoticeTest {

    private static final LocalDate HELD = LocalDate.of(2015, 3, 11);

    @Test
    @Tag("G18")
    void aKeyDecisionNeedsTwentyEightClearDaysOnThePlan() {
        assertThat(published(29).inTime()).isTrue();
        assertThat(published(29).clearDaysGiven()).isEqualTo(28);

        assertThat(published(28).inTime()).isFalse();
        assertThat(published(28).clearDaysGiven()).isEqualTo(27);
        assertThat(published(28).clearDaysNeeded()).isEqualTo(28);
    }

    @Test
    void aMatterThatIsNotKeyNeedsNone() {
        var notice = KeyNotice.judged(false, Given.NONE, HELD);

        assertThat(notice.inTime()).isTrue();
        assertThat(notice.clearDaysNeeded()).isZero();
    }

    @Test
    void aKeyDecisionOnNoPlanHadNoNotice() {
        var notice = KeyNotice.judged(true, Given.NONE, HELD);

        assertThat(notice).isEqualTo(new KeyNotice(true, null, 28, 0, null, false, false));
    }

    @Test
    @Tag("G18")
    void theScrutinyChairIsToldFiveClearDaysBefore() {
        assertThat(judged(2, 6, null).inTime()).isTrue();
        assertThat(judged(2, 5, null).inTime()).isFalse();
        assertThat(judged(2, 6, null).generalExceptionOn()).isEqualTo(HELD.minusDays(6));
    }

    @Test
    @Tag("G18")
    void whatTheScrutinyChairAgreedCannotWaitNeedsNoDays() {
        assertThat(judged(0, null, 0).inTime()).isTrue();
        assertThat(judged(0, null, 0).specialUrgencyAgreed()).isTrue();
    }

    @Test
    void agreementAfterTheDayIsNone() {
        assertThat(judged(0, null, -1).inTime()).isFalse();
        assertThat(judged(0, null, -1).specialUrgencyAgreed()).isFalse();
    }

    @Test
    void neitherTheDayOfNoticeNorThatOfTheMeetingIsClear() {
        assertThat(published(1).clearDaysGiven()).isZero();
        assertThat(published(0).clearDaysGiven()).isZero();
        assertThat(published(-3).clearDaysGiven()).isZero();
    }

    @Test
    void whichDaysCountIsSaidForTheRule() {
        var given = new Given(null, HELD.minusDays(7), null);

        assertThat(KeyNotice.judged(true, given, HELD, ClearDays.CALENDAR).inTime()).isTrue();
        assertThat(KeyNotice.judged(true, given, HELD, ClearDays.WORKING).inTime()).isFalse();
    }

    @Property
    void earlierPublicationNeverMakesANoticeShort(
            @ForAll @IntRange(max = 400) int days, @ForAll @IntRange(max = 400) int more) {
        if (published(days).inTime()) {
            assertThat(published(days + more).inTime()).isTrue();
        }
    }

    private static KeyNotice published(int daysBefore) {
        return judged(daysBefore, null, null);
    }

    private static KeyNotice judged(
            @Nullable Integer published, @Nullable Integer told, @Nullable Integer agreed) {
        return KeyNotice.judged(
                true, new Given(before(published), before(told), before(agreed)), HELD);
    }

    private static @Nullable LocalDate before(@Nullable Integer days) {
        return days == null ? null : HELD.minusDays(days);
    }
}
