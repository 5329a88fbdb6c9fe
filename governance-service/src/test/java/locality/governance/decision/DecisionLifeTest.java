package locality.governance.decision;

import static locality.governance.decision.DecisionState.CALLED_IN;
import static locality.governance.decision.DecisionState.CARRIED;
import static locality.governance.decision.DecisionState.INVALID;
import static locality.governance.decision.DecisionState.IN_EFFECT;
import static locality.governance.decision.DecisionState.PROPOSED;
import static locality.governance.decision.DecisionState.RATIFIED;
import static locality.governance.decision.DecisionState.RESCINDED;
import static locality.governance.decision.DecisionState.SUPERSEDED;
import static locality.governance.decision.DecisionState.TABLED;
import static locality.governance.decision.DecisionState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.authority.Standing;
import locality.governance.meeting.AMeeting;
import locality.governance.period.ClearDays;
import locality.governance.validity.CallIn;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Mode;
import locality.governance.validity.Outcome;
import locality.governance.validity.Terms;
import locality.governance.validity.Verdict;
import locality.governance.voting.Choice;
import locality.governance.voting.Presence;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.Seat;
import locality.governance.voting.Vote;
import locality.governance.voting.VotingRule;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of a decision after it was taken: every verb, in every state.
class DecisionLifeTest {

    private static final LocalDate LATER = AMeeting.DAY.plusDays(3);

    /// @param from the only states in which it may be done
    private record Verb(
            String name, List<DecisionState> from, DecisionState to, Consumer<Decision> act) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Verb> verbs() {
        return Stream.of(
                new Verb(
                        "call in",
                        List.of(CARRIED),
                        CALLED_IN,
                        decision -> decision.callIn(LATER, "Why")),
                new Verb(
                        "take effect",
                        List.of(CARRIED),
                        IN_EFFECT,
                        decision -> decision.takeEffect(null)),
                new Verb(
                        "uphold",
                        List.of(CALLED_IN),
                        IN_EFFECT,
                        decision -> decision.uphold(LATER, null)),
                new Verb(
                        "send back",
                        List.of(CALLED_IN),
                        PROPOSED,
                        decision -> decision.sendBack(LATER, "Why")),
                new Verb(
                        "rescind",
                        List.of(IN_EFFECT),
                        RESCINDED,
                        decision -> decision.giveWay(RESCINDED, another(), "Why")),
                new Verb(
                        "supersede",
                        List.of(IN_EFFECT),
                        SUPERSEDED,
                        decision -> decision.giveWay(SUPERSEDED, another(), "Why")),
                new Verb(
                        "ratify",
                        List.of(INVALID),
                        RATIFIED,
                        decision -> decision.ratify(another(), null)),
                new Verb(
                        "leave the agenda",
                        List.of(TABLED),
                        WITHDRAWN,
                        decision -> decision.takeOffTheAgenda(LATER, "Why")));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void isDoneOnlyInTheStatesItIsMeantFor(Verb verb) {
        for (var state : DecisionState.values()) {
            var decision = carriedWithCallIn();
            decision.state = state;
            if (verb.from.contains(state)) {
                verb.act.accept(decision);
                assertThat(decision.state).as("%s in %s", verb, state).isEqualTo(verb.to);
            } else {
                assertThatThrownBy(() -> verb.act.accept(decision))
                        .as("%s in %s", verb, state)
                        .isInstanceOfAny(
                                StepRefusal.IllegalStep.class,
                                StepRefusal.NotCalledIn.class,
                                IllegalStateException.class);
                assertThat(decision.state).isEqualTo(state);
            }
        }
    }

    @Test
    void aValidApprovalWaitsForScrutinyAndTakesEffectTheDayAfter() {
        var decision = carriedWithCallIn();

        assertThat(decision.state).isEqualTo(CARRIED);
        assertThat(decision.callInUntil).isEqualTo(AMeeting.DAY.plusDays(5));
        assertThat(decision.usesAuthority()).isTrue();
        assertThat(decision.answersItsRequest()).isFalse();

        var told = decision.takeEffect(null);

        assertThat(told.state()).isEqualTo("IN_EFFECT");
        assertThat(told.effectiveOn()).isEqualTo(AMeeting.DAY.plusDays(6));
        assertThat(decision.answersItsRequest()).isTrue();
    }

    @Test
    void whatIsWrittenDownLongAfterItsDayCanStillBeCalledIn() {
        var decision = approval();
        var written = AMeeting.DAY.plusDays(60);

        take(decision, evidence(terms(5), Mode.MEETING, CallIn.of(written, 5, ClearDays.CALENDAR)));

        assertThat(decision.state).isEqualTo(CARRIED);
        assertThat(decision.callIn(written.plusDays(5), "Why").state()).isEqualTo("CALLED_IN");
    }

    @Test
    void withoutDaysForScrutinyItIsInEffectAtOnce() {
        var decision = approval();

        take(decision, evidence(terms(null), Mode.MEETING));

        assertThat(decision.state).isEqualTo(IN_EFFECT);
        assertThat(decision.callInUntil).isNull();
    }

    @Test
    void whatCouldNotWaitForAMeetingWaitsForNoScrutinyEither() {
        var decision = approval();

        take(decision, evidence(terms(5), Mode.URGENT));

        assertThat(decision.state).isEqualTo(IN_EFFECT);
    }

    @Test
    void isCalledInFromItsDayToTheLastOfItsClearDays() {
        assertThat(carriedWithCallIn().callIn(AMeeting.DAY, "Why").state()).isEqualTo("CALLED_IN");
        assertThat(carriedWithCallIn().callIn(AMeeting.DAY.plusDays(5), "Why").state())
                .isEqualTo("CALLED_IN");
        assertThatThrownBy(() -> carriedWithCallIn().callIn(AMeeting.DAY.plusDays(6), "Why"))
                .isInstanceOfSatisfying(
                        StepRefusal.CallInClosed.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("callInUntil", AMeeting.DAY.plusDays(5)));
        assertThatThrownBy(() -> carriedWithCallIn().callIn(AMeeting.DAY.minusDays(1), "Why"))
                .isInstanceOf(StepRefusal.CallInClosed.class);
    }

    @Test
    void nothingBecomesOfItBeforeItWasTaken() {
        var calledIn = carriedWithCallIn();
        calledIn.callIn(AMeeting.DAY, "Why");

        assertThatThrownBy(() -> calledIn.sendBack(AMeeting.DAY.minusDays(1), "Why"))
                .isInstanceOf(StepRefusal.BeforeItWasTaken.class);
    }

    @Test
    void whatWasRescindedBoundUntilThen() {
        var decision = approval();
        take(decision, evidence(terms(null), Mode.MEETING));
        decision.giveWay(RESCINDED, another(), "Why");

        assertThat(decision.binding().on(AMeeting.DAY.minusDays(1))).isFalse();
        assertThat(decision.binding().on(AMeeting.DAY)).isTrue();
        assertThat(decision.binding().on(LATER.minusDays(1))).isTrue();
        assertThat(decision.binding().on(LATER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(DecisionState.class)
    void countsAgainstLimitsFromWhenItIsCarriedAndWhileItStands(DecisionState state) {
        assertThat(DecisionState.COUNTING.contains(state))
                .isEqualTo(List.of(CARRIED, CALLED_IN, IN_EFFECT, RATIFIED).contains(state));
    }

    private static Decision carriedWithCallIn() {
        var decision = approval();
        take(decision, evidence(terms(5), Mode.MEETING));
        return decision;
    }

    private static void take(Decision decision, Evidence evidence) {
        decision.take(evidence, Verdict.of(evidence), null);
    }

    /// A later decision of the body.
    private static Decision another() {
        var decision = approval();
        take(decision, evidence(terms(null), Mode.MEETING));
        decision.effectiveOn = LATER;
        return decision;
    }

    private static Decision approval() {
        var decision =
                Decision.proposed(
                        UUID.randomUUID(),
                        "A scheme",
                        new Matter(
                                DecisionType.APPROVE,
                                Locality.MANCHESTER,
                                "commissioning",
                                Pence.of(100),
                                Basis.ALIGNED,
                                List.of(new Owner("00W", null)),
                                "service",
                                "one",
                                null,
                                null),
                        Provenance.illustrative());
        decision.table(AMeeting.open(), 1, UUID.randomUUID(), "Board");
        return decision;
    }

    private static Terms terms(@org.jspecify.annotations.Nullable Integer callInClearDays) {
        return new Terms(
                1,
                QuorumRule.of(1),
                VotingRule.SIMPLE_MAJORITY,
                null,
                false,
                null,
                callInClearDays,
                null);
    }

    private static Evidence evidence(Terms terms, Mode mode) {
        return evidence(terms, mode, null);
    }

    private static Evidence evidence(Terms terms, Mode mode, @Nullable CallIn callIn) {
        return new Evidence(
                DecisionType.APPROVE,
                AMeeting.DAY,
                AMeeting.DAY.minusDays(9),
                Standing.ESTABLISHED,
                terms,
                List.of(new Seat("S1", "Member", "p1", null, true)),
                List.of(new Presence("S1", null, java.time.LocalTime.of(10, 0), null)),
                List.of(),
                java.time.LocalTime.of(10, 40),
                List.of(new Vote("S1", Choice.FOR)),
                null,
                Outcome.CARRIED,
                new locality.governance.authority.Finding(
                        UUID.randomUUID(),
                        java.util.Set.of("00W"),
                        true,
                        null,
                        List.of(),
                        List.of()),
                mode,
                null,
                null,
                null,
                callIn);
    }
}
