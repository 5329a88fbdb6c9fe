package locality.budget.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B5")
@Tag("B6")
class GovernedAgreementTest {

    private static final Tellings OLDHAM = Tellings.of("OLD-S75", Locality.OLDHAM);
    private static final LocalDate APRIL_2021 = LocalDate.of(2021, 4, 1);
    private static final LocalDate JULY_2021 = LocalDate.of(2021, 7, 1);
    private static final LocalDate MARCH_2022 = LocalDate.of(2022, 3, 31);

    @Test
    void isInForceFromTheDayASignedVersionIsMeantToHold() {
        var signedAhead = OLDHAM.known(OLDHAM.version(1, "RATIFIED", "2021-02-15", "2021-04-01"));

        assertThat(signedAhead.inForceOn(APRIL_2021.minusDays(1))).isEmpty();
        assertThat(signedAhead.inForceOn(APRIL_2021))
                .contains(new Standing(1, APRIL_2021, null, LocalDate.of(2021, 2, 15), false));
    }

    @Test
    void isInForceFromItsSignatureWhereNoBeginningIsSaid() {
        var open = OLDHAM.known(OLDHAM.version(1, "RATIFIED", JULY_2021, null, null));

        assertThat(open.inForceOn(JULY_2021.minusDays(1))).isEmpty();
        assertThat(open.inForceOn(JULY_2021)).map(Standing::retrospective).contains(false);
    }

    @Test
    void reachesBackOverTheDaysBeforeItWasSignedAndSaysSo() {
        var retrospective =
                OLDHAM.known(
                        OLDHAM.version(1, "RATIFIED", JULY_2021, APRIL_2021, MARCH_2022),
                        OLDHAM.version(1, "IN_FORCE", JULY_2021, APRIL_2021, MARCH_2022));

        assertThat(retrospective.requireInForce(APRIL_2021).retrospective()).isTrue();
        assertThat(retrospective.requireInForce(JULY_2021.minusDays(1)).retrospective()).isTrue();
        assertThat(retrospective.requireInForce(JULY_2021).retrospective()).isFalse();
        assertThat(retrospective.requireInForce(MARCH_2022).endsOn()).isEqualTo(MARCH_2022);
        assertThat(retrospective.inForceOn(MARCH_2022.plusDays(1))).isEmpty();
    }

    @Test
    void takesTheLaterVersionOfTwoThatHold() {
        var both =
                OLDHAM.known(
                        OLDHAM.version(1, "IN_FORCE", "2020-04-01", "2020-04-01"),
                        OLDHAM.version(2, "RATIFIED", "2021-07-01", "2021-04-01"),
                        OLDHAM.version(2, "IN_FORCE", "2021-07-01", "2021-04-01"),
                        OLDHAM.version(1, "SUPERSEDED", "2021-07-01", "2020-04-01"));

        assertThat(both.requireInForce(APRIL_2021.minusDays(1)).agreementVersion()).isEqualTo(1);
        assertThat(both.requireInForce(APRIL_2021).agreementVersion()).isEqualTo(2);
        assertThat(both.requireInForce(APRIL_2021).retrospective()).isTrue();
        assertThat(both.requireInForce(MARCH_2022).agreementVersion()).isEqualTo(2);
    }

    /// Every state a version may be told in last, and whether it is in force on a day before it was
    /// so, and on the day itself.
    @Test
    void isInForceInNoStateButThoseOfASignedVersionThatHolds() {
        var signed = OLDHAM.version(1, "RATIFIED", "2021-04-01", "2021-04-01");
        var before = JULY_2021.minusDays(1);
        for (var open : List.of("DRAFT", "IN_REVIEW", "FOR_RATIFICATION")) {
            var agreement = OLDHAM.known(OLDHAM.version(1, open, "2021-04-01", "2021-04-01"));
            assertThat(agreement.inForceOn(JULY_2021)).as(open).isEmpty();
        }
        var onItsDay =
                Map.of(
                        "RATIFIED", true,
                        "IN_FORCE", true,
                        "EXPIRED", false,
                        "TERMINATED", false,
                        "SUPERSEDED", false);
        onItsDay.forEach(
                (state, holds) -> {
                    var agreement =
                            OLDHAM.known(
                                    signed, OLDHAM.version(1, state, "2021-07-01", "2021-04-01"));
                    assertThat(agreement.inForceOn(before)).as(state).isPresent();
                    assertThat(agreement.inForceOn(JULY_2021).isPresent())
                            .as(state)
                            .isEqualTo(holds);
                });
        var neverSigned = OLDHAM.known(OLDHAM.version(1, "SUPERSEDED", "2021-07-01", "2021-04-01"));
        assertThat(neverSigned.inForceOn(before)).isEmpty();
    }

    @Test
    void saysWhatWasToldLastWhenItIsNotInForce() {
        var nothing = OLDHAM.known();
        assertRefused(
                () -> nothing.requireInForce(APRIL_2021),
                "AGREEMENT_NOT_IN_FORCE",
                Map.of("agreement", "OLD-S75", "day", APRIL_2021, "lastTold", "nothing"));

        var draft = OLDHAM.known(OLDHAM.version(1, "DRAFT", "2021-06-01", "2021-04-01"));
        assertRefused(
                () -> draft.requireInForce(APRIL_2021),
                "AGREEMENT_NOT_IN_FORCE",
                Map.of("lastTold", "version 1 DRAFT from 2021-06-01"));
    }

    @Test
    void knowsWhetherAVersionIsSignedAndHolds() {
        var agreement =
                OLDHAM.known(
                        OLDHAM.version(1, "RATIFIED", JULY_2021, APRIL_2021, MARCH_2022),
                        OLDHAM.version(2, "DRAFT", "2022-01-10", "2022-04-01"));

        assertThatCode(() -> agreement.requireSigned(1, APRIL_2021)).doesNotThrowAnyException();
        assertRefused(
                () -> agreement.requireSigned(2, LocalDate.of(2022, 4, 1)),
                "VERSION_NOT_SIGNED",
                Map.of("agreementVersion", 2, "lastTold", "version 2 DRAFT from 2022-01-10"));
        assertRefused(
                () -> agreement.requireSigned(1, MARCH_2022.plusDays(1)),
                "VERSION_DOES_NOT_HOLD",
                Map.of(
                        "agreementVersion",
                        1,
                        "beginsOn",
                        APRIL_2021,
                        "endsOn",
                        MARCH_2022,
                        "day",
                        MARCH_2022.plusDays(1)));
        assertRefused(
                () -> agreement.requireTold(3),
                "NO_SUCH_VERSION",
                Map.of("agreementVersion", 3, "toldVersions", List.of(1, 2)));
        assertThatCode(() -> OLDHAM.known().requireTold(3)).doesNotThrowAnyException();
    }

    private static void assertRefused(Runnable asked, String code, Map<String, Object> operands) {
        assertThatThrownBy(asked::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.operands()).containsAllEntriesOf(operands);
                        });
    }
}
