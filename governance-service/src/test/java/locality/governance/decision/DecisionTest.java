package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.governance.authority.Standing;
import locality.governance.meeting.AMeeting;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.validity.Verdict;
import locality.governance.voting.Choice;
import locality.governance.voting.Vote;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {

    private static final UUID BOARD = UUID.randomUUID();
    private static final LocalDate NOTICED = AMeeting.DAY.minusDays(9);
    private static final Set<DecisionState> TO_TABLE =
            EnumSet.of(DecisionState.PROPOSED, DecisionState.DEFERRED);

    @ParameterizedTest
    @EnumSource(DecisionState.class)
    void anOutcomeIsRecordedOnlyOnWhatIsTabled(DecisionState state) {
        for (var outcome : Outcome.values()) {
            var decision = tabled();
            decision.state = state;
            if (state == DecisionState.TABLED) {
                take(decision, outcome, NOTICED);
                assertThat(decision.outcome).isEqualTo(outcome);
                assertThat(decision.state.name())
                        .isEqualTo(outcome == Outcome.CARRIED ? "IN_EFFECT" : outcome.name());
            } else {
                assertThatThrownBy(() -> take(decision, outcome, NOTICED))
                        .as("%s in %s", outcome, state)
                        .isInstanceOf(StepRefusal.IllegalStep.class);
                assertThat(decision.state).isEqualTo(state);
                assertThat(decision.outcome).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DecisionState.class)
    void onlyWhatIsProposedOrDeferredIsTabled(DecisionState state) {
        var decision = tabled();
        decision.state = state;

        if (TO_TABLE.contains(state)) {
            decision.table(AMeeting.open(), 2, BOARD, "Board");
            assertThat(decision.state).isEqualTo(DecisionState.TABLED);
        } else {
            assertThatThrownBy(() -> decision.table(AMeeting.open(), 2, BOARD, "Board"))
                    .isInstanceOf(StepRefusal.IllegalStep.class);
        }
    }

    @Test
    void aCarriedMotionWithAReasonAgainstItIsInvalid() {
        var decision = tabled();

        take(decision, Outcome.CARRIED, null);

        assertThat(decision.state).isEqualTo(DecisionState.INVALID);
        assertThat(decision.validityCodes).containsExactly("NO_NOTICE");
    }

    @Test
    void whatAMeetingEndedWithoutComingToIsTabledAgain() {
        for (var former : List.of(AMeeting.closed(), AMeeting.cancelled())) {
            var decision = tabled();

            decision.tableAgain(former, AMeeting.open(), 2, AMeeting.board());

            assertThat(decision.state).isEqualTo(DecisionState.TABLED);
            assertThat(decision.item).isEqualTo(2);
        }
    }

    @Test
    void whatIsBeforeAMeetingStillIsNotTabledAtAnother() {
        var decision = tabled();

        assertThatThrownBy(
                        () ->
                                decision.tableAgain(
                                        AMeeting.open(), AMeeting.open(), 2, AMeeting.board()))
                .isInstanceOf(StepRefusal.IllegalStep.class);
    }

    @Test
    void theRecordOfAMeetingStaysWhenTheMatterGoesToAnother() {
        var decision = tabled();
        take(decision, Outcome.DEFERRED, NOTICED);
        var first = decision.asItStands(List.of(new Vote("CHAIR", Choice.FOR)));

        decision.table(AMeeting.open(), 7, BOARD, "Board");

        assertThat(first.id).isEqualTo(new TablingId(decision.id, 1));
        assertThat(first.item).isEqualTo(1);
        assertThat(first.outcome).isEqualTo(Outcome.DEFERRED);
        assertThat(first.evidence).isNotNull();
        assertThat(first.votes).containsExactly(new Vote("CHAIR", Choice.FOR));
        var second = decision.asItStands(List.of());
        assertThat(second.id).isEqualTo(new TablingId(decision.id, 2));
        assertThat(second.outcome).isNull();
        assertThat(second.evidence).isNull();
        assertThat(second.explanation).isNull();
    }

    @Test
    void theMomentOfTheVoteIsOneForAll() {
        var decision = tabled();
        decision.requireVotedAt(LocalTime.of(10, 40));
        decision.votedAt = LocalTime.of(10, 40);

        decision.requireVotedAt(null);
        decision.requireVotedAt(LocalTime.of(10, 40));

        assertThatThrownBy(() -> decision.requireVotedAt(LocalTime.of(10, 41)))
                .isInstanceOf(MatterRefusal.VotedAtAnotherTime.class);
    }

    @Test
    void anEarlierApprovalThatNamesNoShareTookTheWhole() {
        var earlier = approval(Basis.ALIGNED, 600, new Owner("A", null));
        var now = approval(Basis.ALIGNED, 500, new Owner("A", Pence.of(500)));

        assertThat(before(asked(now, earlier))).containsExactly(Pence.of(600));
        assertThat(asked(now, earlier).value()).isEqualTo(Pence.of(500));
    }

    @Test
    void aShareGrowsByWhatWasTakenOfThatOwnersMoneyAndAPoolByAllOfIt() {
        var shared =
                approval(
                        Basis.ALIGNED,
                        100,
                        new Owner("A", Pence.of(30)),
                        new Owner("B", Pence.of(70)));
        var pooled =
                approval(
                        Basis.POOLED, 10, new Owner("A", Pence.of(4)), new Owner("B", Pence.of(6)));
        var others = approval(Basis.ALIGNED, 1000, new Owner("C", null));

        assertThat(before(asked(shared, shared, pooled, others)))
                .containsExactly(Pence.of(40), Pence.of(80));
        assertThat(before(asked(pooled, shared, pooled, others)))
                .containsExactly(Pence.of(1110), Pence.of(1110));
    }

    /// What was approved before of each owner's money.
    private static List<Pence> before(Question question) {
        return question.owners().stream().map(question::approvedBefore).toList();
    }

    private static Question asked(Decision decision, Decision... earlier) {
        return Objects.requireNonNull(decision.question(AMeeting.DAY, List.of(earlier)));
    }

    private static Decision approval(Basis basis, long pence, Owner... owners) {
        return Decision.proposed(
                UUID.randomUUID(),
                "A matter",
                new Matter(
                        DecisionType.APPROVE,
                        Locality.MANCHESTER,
                        "commissioning",
                        Pence.of(pence),
                        basis,
                        List.of(owners),
                        "service",
                        "one",
                        null,
                        null),
                Provenance.illustrative());
    }

    private static Decision tabled() {
        var decision =
                Decision.proposed(
                        UUID.randomUUID(),
                        "A paper",
                        new Matter(
                                DecisionType.NOTE,
                                Locality.MANCHESTER,
                                null,
                                null,
                                Basis.ALIGNED,
                                List.of(),
                                null,
                                null,
                                null,
                                null),
                        Provenance.illustrative());
        decision.table(AMeeting.open(), 1, BOARD, "Board");
        return decision;
    }

    private static void take(Decision decision, Outcome outcome, @Nullable LocalDate noticed) {
        var evidence =
                new Evidence(
                        DecisionType.NOTE,
                        AMeeting.DAY,
                        noticed,
                        Standing.ESTABLISHED,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        outcome,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        decision.take(evidence, Verdict.of(evidence), null);
    }
}
