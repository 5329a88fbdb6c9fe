package locality.governance.body;

import static locality.governance.body.BodyState.DISSOLVED;
import static locality.governance.body.BodyState.ESTABLISHED;
import static locality.governance.body.BodyState.PROPOSED;
import static locality.governance.body.BodyState.SHADOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import locality.governance.authority.Standing;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G6")
class BodyLifeTest {

    private static final LocalDate SPRING = LocalDate.of(2016, 4, 1);
    private static final LocalDate TODAY = SPRING.plusMonths(1);
    private static final LocalDate SUNSET = SPRING.plusYears(1);
    private static final Provenance SOURCE = Provenance.illustrative();

    /// A command, the day it is given for, and the states it is lawful in.
    private record Command(String name, Consumer<Body> give, List<BodyState> lawfulIn) {}

    @Test
    void everyCommandIsRefusedInEveryStateItIsNotLawfulIn() {
        var commands =
                List.of(
                        command("propose", becoming(PROPOSED)),
                        command("shadow", becoming(SHADOW), PROPOSED),
                        command("establish", becoming(ESTABLISHED), PROPOSED, SHADOW),
                        command("dissolve", becoming(DISSOLVED), PROPOSED, SHADOW, ESTABLISHED),
                        command(
                                "limit",
                                body -> body.limit(new Sunset(SUNSET, SOURCE), TODAY),
                                PROPOSED,
                                SHADOW,
                                ESTABLISHED));
        for (var state : BodyState.values()) {
            for (var command : commands) {
                var body = body(state);
                if (command.lawfulIn.contains(state)) {
                    command.give.accept(body);
                } else {
                    assertThatThrownBy(() -> command.give.accept(body))
                            .as("%s of a body that is %s", command.name, state)
                            .isInstanceOfSatisfying(
                                    BodyRefusal.IllegalStep.class,
                                    refused ->
                                            assertThat(refused.operands())
                                                    .containsEntry("from", state)
                                                    .containsEntry("allowed", state.next()));
                }
            }
        }
    }

    @Test
    void onceItsSunsetHasComeEveryStepButItsDissolutionThatDayIsRefused() {
        for (var state : List.of(PROPOSED, SHADOW, ESTABLISHED)) {
            for (var next : BodyState.values()) {
                for (var day : List.of(SUNSET, SUNSET.plusDays(1))) {
                    var body = limited(state);
                    if (next == DISSOLVED && day.equals(SUNSET)) {
                        assertThat(body.become(next, day, SOURCE).state()).isEqualTo("DISSOLVED");
                    } else {
                        assertThatThrownBy(() -> body.become(next, day, SOURCE))
                                .as("%s to %s on %s", state, next, day)
                                .isInstanceOf(BodyRefusal.IllegalStep.class);
                    }
                }
            }
        }
    }

    @Test
    void aTimeLimitedBodyIsNoMoreFromItsDayWhateverItsLastStepWas() {
        var body = limited(ESTABLISHED);

        assertThat(body.standingOn(SUNSET.minusDays(1))).isEqualTo(Standing.ESTABLISHED);
        assertThat(body.standingOn(SUNSET)).isEqualTo(Standing.DISSOLVED);
        assertThat(body.dissolution()).map(BodyDissolved::from).contains(SUNSET);
    }

    @Test
    void aBodyDissolvedBeforeItsSunsetIsNoMoreFromThatDay() {
        var body = limited(ESTABLISHED);

        body.become(DISSOLVED, SUNSET.minusMonths(1), SOURCE);

        assertThat(body.dissolution()).map(BodyDissolved::from).contains(SUNSET.minusMonths(1));
    }

    @Test
    void aSunsetThatHasComeAlreadyDissolvesAtOnce() {
        var body = body(ESTABLISHED);

        var told = body.limit(new Sunset(SUNSET, SOURCE), SUNSET);

        assertThat(told).extracting(one -> one.state()).containsExactly("DISSOLVED");
        assertThat(told.getFirst().sunsetOn()).isEqualTo(SUNSET);
        assertThat(body.steps.getLast().effectiveOn()).isEqualTo(SUNSET);
    }

    @Test
    void aSunsetIsMovedUntilItHasCome() {
        var body = limited(SHADOW);

        body.limit(new Sunset(SUNSET.plusYears(1), SOURCE), SUNSET.minusDays(1));

        assertThat(body.standingOn(SUNSET)).isEqualTo(Standing.SHADOW);
        assertThatThrownBy(
                        () ->
                                body.limit(
                                        new Sunset(SUNSET.plusYears(2), SOURCE),
                                        SUNSET.plusYears(1)))
                .isInstanceOf(BodyRefusal.IllegalStep.class);
    }

    @Test
    void aSuccessorIsThereToTakeOver() {
        var successor = body(ESTABLISHED);
        successor.become(DISSOLVED, SUNSET, SOURCE);
        var predecessor = UUID.randomUUID();

        assertThatThrownBy(() -> successor.succeed(succession(predecessor, SUNSET), "OLD"))
                .isInstanceOfSatisfying(
                        BodyRefusal.SuccessorDissolved.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("effectiveOn", SUNSET));
        var told = successor.succeed(succession(predecessor, SUNSET.minusDays(1)), "OLD");
        assertThat(told.predecessors()).containsExactly(predecessor);
    }

    @Test
    void whatTheSuccessorFindsDissolvedNeedsNoDissolving() {
        var gone = body(ESTABLISHED);
        gone.become(DISSOLVED, SPRING, SOURCE);
        var goesLater = body(ESTABLISHED);
        goesLater.become(DISSOLVED, SUNSET, SOURCE);

        assertThat(body(ESTABLISHED).isStillThereOn(SPRING)).isTrue();
        assertThat(limited(SHADOW).isStillThereOn(SPRING)).isTrue();
        assertThat(gone.isStillThereOn(SPRING)).isFalse();
        assertThatThrownBy(() -> goesLater.isStillThereOn(SPRING))
                .isInstanceOf(BodyRefusal.DissolvedLater.class);
    }

    @Test
    @Tag("G10")
    void aNameHoldsUntilTheNextOnes() {
        var body = body(ESTABLISHED);
        body.rename(new Name("Second", SPRING.plusMonths(1), SOURCE));
        var told = body.rename(new Name("Third", SPRING.plusMonths(2), SOURCE));

        assertThat(told.name()).isEqualTo("Third");
        assertThat(body.nameOn(SPRING)).isEqualTo("First");
        assertThat(body.nameOn(SPRING.plusMonths(2).minusDays(1))).isEqualTo("Second");
        assertThat(body.nameOn(SPRING.plusMonths(2))).isEqualTo("Third");
        assertThatThrownBy(() -> body.rename(new Name("Fourth", SPRING, SOURCE)))
                .isInstanceOfSatisfying(
                        BodyRefusal.NameOutOfOrder.class,
                        refused ->
                                assertThat(refused.operands()).containsEntry("lastName", "Third"));
    }

    @Test
    @Tag("G3")
    void aBodyIsShownInEveryPlaceItEverServedAndTellsThoseItStillDoes() {
        var body = body(ESTABLISHED);
        body.serve(served(Locality.SALFORD, SPRING, SPRING.plusMonths(3)));
        var told = body.serve(served(Locality.TRAFFORD, SPRING.plusMonths(6), null));

        assertThat(told.alsoServes()).containsExactly(Locality.TRAFFORD);
        assertThat(body.shownIn())
                .containsExactlyInAnyOrder(
                        Locality.MANCHESTER, Locality.SALFORD, Locality.TRAFFORD);
        assertThat(body.serve(served(Locality.SALFORD, SPRING.plusMonths(4), null)).alsoServes())
                .contains(Locality.SALFORD);
        assertThatThrownBy(() -> body.serve(served(Locality.SALFORD, SPRING.plusMonths(3), null)))
                .isInstanceOf(BodyRefusal.PlaceServed.class);
    }

    private static Command command(String name, Consumer<Body> give, BodyState... lawfulIn) {
        return new Command(name, give, List.of(lawfulIn));
    }

    private static Consumer<Body> becoming(BodyState next) {
        return body -> body.become(next, TODAY, SOURCE);
    }

    private static ServedPlace served(Locality place, LocalDate from, @Nullable LocalDate until) {
        return new ServedPlace(place, new Period(from, until), SOURCE);
    }

    private static Succession succession(UUID predecessor, LocalDate on) {
        return new Succession(predecessor, on, false, SOURCE);
    }

    private static Body limited(BodyState state) {
        var body = body(state);
        body.limit(new Sunset(SUNSET, SOURCE), TODAY);
        return body;
    }

    private static Body body(BodyState state) {
        var body = new Body(UUID.randomUUID(), "MCR-B", "First", Locality.MANCHESTER, SOURCE);
        body.classification = Classification.EXECUTIVE_GROUP;
        body.spatialLevel = SpatialLevel.LOCALITY;
        body.become(state, SPRING, SOURCE);
        return body;
    }
}
