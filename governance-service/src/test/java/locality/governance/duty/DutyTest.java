package locality.governance.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DutyTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 5, 14);
    private static final LocalDate PASSED_ON = LocalDate.of(2017, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2018, 3, 31);
    private static final Provenance SOURCE = Provenance.illustrative();
    private static final Duty.Holder CCG = new Duty.Holder(null, null, "00W");
    private static final Duty.Holder SUCCESSOR = new Duty.Holder(null, null, "14L");

    @Test
    @Tag("G12")
    void itEndsWithItsHolderAndBeginsWithTheOther() {
        var duty = duty(LAST);

        var next = duty.passOn(SUCCESSOR, "DUTY-2", PASSED_ON, SOURCE);

        assertThat(duty.endsOn).isEqualTo(PASSED_ON.minusDays(1));
        assertThat(next.holder()).isEqualTo(SUCCESSOR);
        assertThat(next.period()).isEqualTo(new Period(PASSED_ON, LAST));
        assertThat(next.follows).isEqualTo(duty.id);
        assertThat(next.text).isEqualTo(duty.text);
    }

    @Test
    void itIsNotPassedToWhoHasItAlready() {
        assertThatThrownBy(() -> duty(null).passOn(CCG, "DUTY-2", PASSED_ON, SOURCE))
                .isInstanceOfSatisfying(
                        DutyRefusal.TheirsAlready.class,
                        refusal -> assertThat(refusal.operands()).containsEntry("duty", "DUTY"));
    }

    @Test
    void itEndsOnceAndNotBeforeItBegins() {
        var duty = duty(null);
        duty.end(PASSED_ON, SOURCE);

        assertThatThrownBy(() -> duty.end(PASSED_ON, SOURCE))
                .isInstanceOfSatisfying(
                        DutyRefusal.EndedAlready.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("endsOn", PASSED_ON.minusDays(1)));
        assertThatThrownBy(() -> duty(null).end(FIRST, SOURCE))
                .isInstanceOfSatisfying(
                        DutyRefusal.EndsBeforeItBegins.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("from", FIRST)
                                        .containsEntry("until", FIRST.minusDays(1)));
        assertThatThrownBy(() -> duty(FIRST.minusDays(1)))
                .isInstanceOf(DutyRefusal.EndsBeforeItBegins.class);
    }

    @Test
    void itIsAnothersEvenWhenOnlyTheKindOfHolderDiffers() {
        var body = new Duty.Holder(UUID.randomUUID(), null, null);

        assertThat(duty(null).passOn(body, "DUTY-2", PASSED_ON, SOURCE).holder()).isEqualTo(body);
    }

    private static Duty duty(@Nullable LocalDate until) {
        return new Duty(
                "DUTY",
                "Provide support and challenge",
                CCG,
                Locality.MANCHESTER,
                new Period(FIRST, until),
                SOURCE);
    }
}
