package locality.governance.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import locality.governance.period.Period;
import locality.platform.event.GovernanceEvent.FunctionArranged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionAllocationTest {

    private static final LocalDate MARCH = LocalDate.of(2014, 3, 1);
    private static final LocalDate APRIL = MARCH.plusMonths(1);
    private static final Provenance SOURCE = Provenance.illustrative();
    private static final AllocationTerms RESERVED =
            new AllocationTerms(true, null, null, null, null, null, null);

    /// A step an allocation can be asked to take.
    enum Command {
        AGREE(AllocationState.AGREED) {
            @Override
            FunctionArranged take(FunctionAllocation allocation, LocalDate day) {
                return allocation.agree(day, SOURCE);
            }
        },
        START(AllocationState.IN_FORCE) {
            @Override
            FunctionArranged take(FunctionAllocation allocation, LocalDate day) {
                return allocation.start(day, SOURCE);
            }
        },
        END(AllocationState.ENDED) {
            @Override
            FunctionArranged take(FunctionAllocation allocation, LocalDate day) {
                return allocation.end(day, SOURCE);
            }
        };

        final AllocationState to;

        Command(AllocationState to) {
            this.to = to;
        }

        abstract FunctionArranged take(FunctionAllocation allocation, LocalDate day);
    }

    static Stream<Arguments> everyStateAndCommand() {
        return Arrays.stream(AllocationState.values())
                .flatMap(
                        state ->
                                Arrays.stream(Command.values())
                                        .map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    @Tag("G50")
    void everyStepFollowsTheOneBeforeAndNoOther(AllocationState state, Command command) {
        var lawful =
                List.of("DRAFT AGREE", "AGREED START", "IN_FORCE END")
                        .contains(state + " " + command);
        var allocation = inState(state);

        if (lawful) {
            var told = command.take(allocation, APRIL);

            assertThat(told.state()).isEqualTo(command.to.name());
            assertThat(allocation.stateBy(APRIL)).isEqualTo(command.to);
        } else {
            assertThatThrownBy(() -> command.take(allocation, APRIL))
                    .isInstanceOfSatisfying(
                            FunctionRefusal.IllegalStep.class,
                            refused ->
                                    assertThat(refused.operands())
                                            .containsEntry("from", state)
                                            .containsEntry("to", command.to));
            assertThat(allocation.stateBy(APRIL)).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    void noStepIsTakenBeforeTheOneBefore(AllocationState state, Command command) {
        if (command.to == state.next()) {
            assertThatThrownBy(() -> command.take(inState(state), MARCH.minusDays(1)))
                    .isInstanceOfSatisfying(
                            FunctionRefusal.StepOutOfOrder.class,
                            refused ->
                                    assertThat(refused.operands())
                                            .containsEntry("since", MARCH)
                                            .containsEntry("asked", MARCH.minusDays(1)));
        }
    }

    @Test
    @Tag("G50")
    void eachStateBeginsOnItsOwnDayAndOnlyInForceCounts() {
        var allocation = drafted(MARCH);
        allocation.agree(MARCH.plusDays(10), SOURCE);
        allocation.start(MARCH.plusDays(20), SOURCE);
        allocation.end(MARCH.plusDays(30), SOURCE);

        assertThat(allocation.stateOn(MARCH.minusDays(1))).isEmpty();
        assertThat(allocation.stateOn(MARCH)).contains(AllocationState.DRAFT);
        assertThat(allocation.stateOn(MARCH.plusDays(10))).contains(AllocationState.AGREED);
        assertThat(allocation.isInForceOn(MARCH.plusDays(19))).isFalse();
        assertThat(allocation.isInForceOn(MARCH.plusDays(20))).isTrue();
        assertThat(allocation.isInForceOn(MARCH.plusDays(29))).isTrue();
        assertThat(allocation.stateOn(MARCH.plusDays(30))).contains(AllocationState.ENDED);
    }

    @Test
    @Tag("G51")
    void aFunctionIsNotDecidedAtASecondLevelBeforeTheFirstIsEnded() {
        var locality = inForce(atLevel(SpatialLevel.LOCALITY), MARCH, null);

        assertThatThrownBy(
                        () ->
                                locality.giveWayTo(
                                        atLevel(SpatialLevel.GREATER_MANCHESTER), APRIL, SOURCE))
                .isInstanceOfSatisfying(
                        FunctionRefusal.AtAnotherLevel.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("heldLevel", SpatialLevel.LOCALITY)
                                        .containsEntry(
                                                "spatialLevel", SpatialLevel.GREATER_MANCHESTER)
                                        .containsEntry("on", APRIL)
                                        .containsEntry("allocation", locality.reference));
        assertThat(locality.giveWayTo(atLevel(SpatialLevel.LOCALITY), APRIL, SOURCE).endsOn())
                .isEqualTo(APRIL.minusDays(1));
    }

    @Test
    @Tag("G16")
    void aReservationEndsTheDayBeforeAnotherArrangementBegins() {
        var reserved = inForce(RESERVED, MARCH, null);

        var told = reserved.giveWayTo(RESERVED, MARCH.plusYears(1), SOURCE);

        assertThat(told.endsOn()).isEqualTo(MARCH.plusYears(1).minusDays(1));
        assertThat(told.state()).isEqualTo("ENDED");
        assertThat(reserved.isInForceOn(MARCH.plusYears(1))).isFalse();
    }

    @Test
    void oneThatIsReplacedOnItsFirstDayNeverHeld() {
        var mistaken = inForce(RESERVED, MARCH, null);

        mistaken.giveWayTo(RESERVED, MARCH, SOURCE);

        assertThat(mistaken.isInForceOn(MARCH)).isFalse();
        assertThat(mistaken.inForce().orElseThrow().overlaps(new Period(MARCH.minusYears(1), null)))
                .isFalse();
    }

    @Test
    void oneThatIsToBeginLaterDoesNotGiveWay() {
        assertThatThrownBy(
                        () ->
                                inForce(RESERVED, MARCH.plusDays(1), null)
                                        .giveWayTo(RESERVED, MARCH, SOURCE))
                .isInstanceOfSatisfying(
                        FunctionRefusal.ArrangedFromLater.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("from", MARCH.plusDays(1)));
    }

    @Test
    void itEndsOnItsFirstDayOrLater() {
        assertThatThrownBy(() -> inForce(RESERVED, MARCH, MARCH.minusDays(1)))
                .isInstanceOf(FunctionRefusal.EndsBeforeItBegins.class);
        var draft =
                new FunctionAllocation(
                        "commissioning",
                        Locality.MANCHESTER,
                        RESERVED,
                        AllocationState.AGREED,
                        new Period(MARCH, APRIL),
                        SOURCE);
        assertThatThrownBy(() -> draft.start(APRIL.plusDays(1), SOURCE))
                .isInstanceOf(FunctionRefusal.EndsBeforeItBegins.class);
    }

    @Test
    void oneThatIsOverIsRecordedWithItsLastDay() {
        assertThatThrownBy(
                        () ->
                                new FunctionAllocation(
                                        "commissioning",
                                        Locality.MANCHESTER,
                                        RESERVED,
                                        AllocationState.ENDED,
                                        new Period(MARCH, null),
                                        SOURCE))
                .isInstanceOf(FunctionRefusal.RecordedAsEnded.class);
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "0.001", "10000000"})
    @Tag("G50")
    void wholeTimeEquivalentsAreHundredthsFromZero(BigDecimal figure) {
        assertThatThrownBy(() -> inForce(ofPeople(figure), MARCH, null))
                .isInstanceOfSatisfying(
                        FunctionRefusal.NoWholeTimeEquivalents.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("wholeTimeEquivalents", figure));
    }

    @Test
    @Tag("G50")
    void whatItSaysIsSaidAnewButNotWhatItReserves() {
        var allocation = inForce(atLevel(SpatialLevel.LOCALITY), MARCH, null);

        var told = allocation.describe(ofPeople(new BigDecimal("4.50")), APRIL, SOURCE);

        assertThat(told.wholeTimeEquivalents()).isEqualByComparingTo("4.5");
        assertThat(told.spatialLevel()).isNull();
        assertThat(told.state()).isEqualTo("IN_FORCE");
        assertThat(allocation.terms.says(ofPeople(new BigDecimal("4.5")))).isTrue();
        assertThatThrownBy(() -> allocation.describe(RESERVED, APRIL, SOURCE))
                .isInstanceOf(FunctionRefusal.ReservedByAnotherAllocation.class);
    }

    private static FunctionAllocation inState(AllocationState state) {
        return switch (state) {
            case DRAFT -> drafted(MARCH);
            case AGREED -> {
                var agreed = drafted(MARCH);
                agreed.agree(MARCH, SOURCE);
                yield agreed;
            }
            case IN_FORCE -> inForce(RESERVED, MARCH, null);
            case ENDED -> inForce(RESERVED, MARCH, MARCH);
        };
    }

    private static FunctionAllocation drafted(LocalDate day) {
        return new FunctionAllocation(
                "commissioning",
                Locality.MANCHESTER,
                RESERVED,
                AllocationState.DRAFT,
                new Period(day, null),
                SOURCE);
    }

    private static FunctionAllocation inForce(
            AllocationTerms terms, LocalDate first, @Nullable LocalDate last) {
        return new FunctionAllocation(
                "commissioning",
                Locality.MANCHESTER,
                terms,
                AllocationState.IN_FORCE,
                new Period(first, last),
                SOURCE);
    }

    private static AllocationTerms atLevel(SpatialLevel level) {
        return new AllocationTerms(false, null, null, level, null, null, null);
    }

    private static AllocationTerms ofPeople(BigDecimal count) {
        return new AllocationTerms(false, null, null, null, null, count, null);
    }
}
