package locality.governance.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import locality.governance.period.Period;
import locality.platform.event.GovernanceEvent.PostChanged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final LocalDate SPRING = LocalDate.of(2017, 4, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2017, 10, 1);
    private static final LocalDate NEXT_SPRING = LocalDate.of(2018, 4, 1);
    private static final Instant THEN = Instant.parse("2017-03-01T09:00:00Z");
    private static final Instant LATER = Instant.parse("2017-11-01T09:00:00Z");
    private static final Provenance SOURCE = Provenance.illustrative();

    private final Post post = post(null);

    @Test
    @Tag("G8")
    void everyCommandInEveryStateIsDoneOrRefusedForItsReason() {
        Map<String, Consumer<Post>> commands =
                Map.of(
                        "appoint", one -> appoint(one, "another", AUTUMN, null),
                        "release", one -> one.release(null, AUTUMN, SOURCE, LATER),
                        "abolish", one -> one.abolish(AUTUMN, SOURCE, LATER),
                        "reword", PostTest::reword);
        var expected = new EnumMap<PostState, Map<String, String>>(PostState.class);
        expected.put(
                PostState.FILLED,
                Map.of(
                        "appoint", "POST_TAKEN",
                        "release", "VACANT",
                        "abolish", "ABOLISHED",
                        "reword", "FILLED"));
        expected.put(
                PostState.VACANT,
                Map.of(
                        "appoint", "FILLED",
                        "release", "NOBODY_HOLDS_IT",
                        "abolish", "ABOLISHED",
                        "reword", "VACANT"));
        expected.put(
                PostState.ABOLISHED,
                Map.of(
                        "appoint", "OUTSIDE_THE_POST",
                        "release", "NOBODY_HOLDS_IT",
                        "abolish", "POST_ENDED_ALREADY",
                        "reword", "ABOLISHED"));

        expected.forEach(
                (state, outcomes) ->
                        outcomes.forEach(
                                (command, outcome) ->
                                        assertThat(outcomeOf(commands.get(command), in(state)))
                                                .as("%s when %s", command, state)
                                                .isEqualTo(outcome)));
    }

    @Test
    @Tag("G8")
    void itsHolderIsKnownOnEachDate() {
        appoint(post, "first", SPRING, null);
        post.release(null, AUTUMN, SOURCE, LATER);
        appoint(post, "second", NEXT_SPRING, null);

        assertThat(holderOn(SPRING.minusDays(1))).isEmpty();
        assertThat(holderOn(SPRING)).contains("first");
        assertThat(holderOn(AUTUMN.minusDays(1))).contains("first");
        assertThat(holderOn(AUTUMN)).isEmpty();
        assertThat(holderOn(NEXT_SPRING)).contains("second");
    }

    @Test
    void oneHoldsItSubstantivelyAtATimeAndOthersMayActInIt() {
        appoint(post, "first", SPRING, null);

        post.appoint("deputy", true, new Period(AUTUMN, NEXT_SPRING), SOURCE, LATER);

        assertThat(post.holdersOn(AUTUMN, Instant.MAX)).hasSize(2);
        assertThatThrownBy(() -> appoint(post, "second", NEXT_SPRING, null))
                .isInstanceOfSatisfying(
                        PostRefusal.Taken.class,
                        refusal -> assertThat(refusal.operands()).containsEntry("from", SPRING));
    }

    @Test
    void aPostIsVacantWhileSomebodyOnlyActsInIt() {
        var told = post.appoint("interim", true, new Period(SPRING, null), SOURCE, THEN);

        assertThat(told.state()).isEqualTo("VACANT");
        assertThat(post.stateOn(AUTUMN, Instant.MAX)).contains(PostState.VACANT);
    }

    @Test
    void whoLeavesIsSaidWhenSeveralHoldIt() {
        appoint(post, "first", SPRING, null);
        post.appoint("deputy", true, new Period(SPRING, null), SOURCE, THEN);

        assertThatThrownBy(() -> post.release(null, AUTUMN, SOURCE, LATER))
                .isInstanceOfSatisfying(
                        PostRefusal.WhichHolder.class,
                        refusal -> assertThat(refusal.operands()).containsEntry("holders", 2));

        post.release("deputy", AUTUMN, SOURCE, LATER);

        assertThat(holderOn(AUTUMN)).contains("first");
    }

    @Test
    void whatWasKnownAtAMomentIsToldTheSameEverAfter() {
        appoint(post, "first", SPRING, null);

        post.release("first", AUTUMN, SOURCE, LATER);
        post.abolish(NEXT_SPRING, SOURCE, LATER.plusSeconds(60));

        assertThat(post.holdersOn(NEXT_SPRING, THEN))
                .extracting(Holding::personReference)
                .containsExactly("first");
        assertThat(post.period(THEN).until()).isNull();
        assertThat(post.holdersOn(AUTUMN, LATER)).isEmpty();
        assertThat(post.stateOn(NEXT_SPRING, LATER)).contains(PostState.VACANT);
        assertThat(post.stateOn(NEXT_SPRING, LATER.plusSeconds(60))).contains(PostState.ABOLISHED);
        assertThat(post.holdersOn(SPRING, THEN.minusSeconds(1))).isEmpty();
    }

    @Test
    void whoeverHoldsAPostLeavesWithItAndNobodyIsLeftBehind() {
        appoint(post, "first", SPRING, null);

        var told = post.abolish(AUTUMN, SOURCE, LATER);

        assertThat(told.state()).isEqualTo("ABOLISHED");
        assertThat(told.organisations()).containsExactly("01D", "E08000005");
        assertThat(holderOn(AUTUMN.minusDays(1))).contains("first");
        assertThat(post.holdersOn(AUTUMN, Instant.MAX)).isEmpty();
    }

    @Test
    void aPostIsNotAbolishedBeforeALaterHolder() {
        appoint(post, "first", NEXT_SPRING, null);

        assertThatThrownBy(() -> post.abolish(AUTUMN, SOURCE, LATER))
                .isInstanceOf(PostRefusal.Taken.class);
    }

    @Test
    void aHolderOfAPostForATimeLeavesWithItAtTheLatest() {
        var forATime = post(NEXT_SPRING);

        var told = appoint(forATime, "first", SPRING, null);

        assertThat(told).isNotNull();
        assertThat(forATime.holdersOn(NEXT_SPRING, Instant.MAX))
                .extracting(Holding::untilDay)
                .containsExactly(NEXT_SPRING);
        assertThatThrownBy(() -> appoint(post(AUTUMN), "second", SPRING, NEXT_SPRING))
                .isInstanceOfSatisfying(
                        PostRefusal.OutsideThePost.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("postUntil", AUTUMN)
                                        .containsEntry("until", NEXT_SPRING));
    }

    @Test
    @Tag("G59")
    void anotherOrganisationTakesThePlaceOfOneFromADayOn() {
        post.passOn("01D", "QOP", AUTUMN, SOURCE, LATER);

        assertThat(post.organisationsOn(AUTUMN.minusDays(1), Instant.MAX))
                .containsExactly("01D", "E08000005");
        assertThat(post.organisationsOn(AUTUMN, Instant.MAX)).containsExactly("E08000005", "QOP");
        assertThat(post.organisationsOn(AUTUMN, THEN)).containsExactly("01D", "E08000005");
    }

    @Test
    void whoSharesAPostAlreadyTakesItOverOnce() {
        post.passOn("01D", "E08000005", AUTUMN, SOURCE, LATER);

        assertThat(post.organisationsOn(AUTUMN, Instant.MAX)).containsExactly("E08000005");
    }

    @Test
    void nobodyPassesOnAPostThatIsNotTheirs() {
        assertThatThrownBy(() -> post.passOn("QOP", "01D", AUTUMN, SOURCE, LATER))
                .isInstanceOfSatisfying(
                        PostRefusal.NotTheirs.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("organisation", "QOP")
                                        .containsEntry("on", AUTUMN));
    }

    @Test
    @Tag("G8")
    void itsHolderReportsToTwoFromADayOn() {
        var chief = new Line.End(UUID.randomUUID(), null);
        var board = new Line.End(null, UUID.randomUUID());
        post.reportTo(List.of(board), SPRING, SOURCE, THEN);

        post.reportTo(List.of(board, chief), AUTUMN, SOURCE, LATER);

        assertThat(post.linesOn(SPRING, Instant.MAX)).extracting(Line::end).containsExactly(board);
        assertThat(post.linesOn(AUTUMN, Instant.MAX))
                .extracting(Line::end)
                .containsExactlyInAnyOrder(board, chief);
        assertThatThrownBy(
                        () ->
                                post.reportTo(
                                        List.of(new Line.End(post.id, null)),
                                        AUTUMN,
                                        SOURCE,
                                        LATER))
                .isInstanceOf(PostRefusal.ReportsInACircle.class);
    }

    @Test
    void whatItWasCalledIsToldAsItWasKnown() {
        var before = post.title;

        var told = reword(post);
        post.reword("Clinical lead", PostKind.CLINICAL, AUTUMN, SOURCE, LATER.plusSeconds(60));

        assertThat(told.title()).isEqualTo("Lead");
        assertThat(post.titleAt(THEN)).isEqualTo(before);
        assertThat(post.titleAt(LATER)).isEqualTo("Lead");
        assertThat(post.kindAt(LATER)).isEqualTo(PostKind.STATUTORY);
        assertThat(post.titleAt(Instant.MAX)).isEqualTo("Clinical lead");
        assertThat(post.kindAt(Instant.MAX)).isEqualTo(PostKind.CLINICAL);
    }

    private static PostChanged reword(Post post) {
        return post.reword("Lead", PostKind.STATUTORY, AUTUMN, SOURCE, LATER);
    }

    private static Post in(PostState state) {
        var one = post(null);
        switch (state) {
            case FILLED -> appoint(one, "first", SPRING, null);
            case VACANT -> {}
            case ABOLISHED -> one.abolish(SPRING.plusMonths(1), SOURCE, THEN);
        }
        return one;
    }

    private static String outcomeOf(@Nullable Consumer<Post> command, Post post) {
        try {
            Optional.ofNullable(command).orElseThrow().accept(post);
            return post.stateOn(AUTUMN, Instant.MAX).orElseThrow().name();
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    private static Object appoint(
            Post post, String person, LocalDate from, @Nullable LocalDate until) {
        return post.appoint(person, false, new Period(from, until), SOURCE, THEN);
    }

    private Optional<String> holderOn(LocalDate day) {
        return post.holdersOn(day, Instant.MAX).stream()
                .filter(one -> !one.acting())
                .map(Holding::personReference)
                .findFirst();
    }

    private static Post post(@Nullable LocalDate until) {
        return new Post(
                UUID.randomUUID(),
                "ROC-JOINT-DIC",
                "Joint Director of Integrated Commissioning",
                PostKind.EXECUTIVE,
                Locality.ROCHDALE,
                new Period(SPRING, until),
                List.of("E08000005", "01D"),
                SOURCE,
                THEN);
    }
}
