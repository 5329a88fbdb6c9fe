package locality.governance.validity;

import static locality.governance.validity.AsTold.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import locality.governance.authority.AuthorityCode;
import locality.governance.authority.Standing;
import locality.governance.voting.Choice;
import locality.governance.voting.Interest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is carried, and whether it binds.
class VerdictTest {

    @Test
    void aQuorateMeetingWithAuthorityBinds() {
        var verdict = new AsTold().verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(verdict.isValid()).isTrue();
        assertThat(verdict.quorum()).isEqualTo(new Verdict.Quorum(9, 5, 6, 6, true));
        assertThat(verdict.inWords())
                .isEqualTo(
                        "Carried by 6 votes to 0, 0 abstaining; 6 of 9 voting members could vote,"
                                + " 5 needed.");
    }

    @Test
    void aVoteWithoutAQuorumIsHistoryAndDoesNotBind() {
        assertThat(new AsTold().there(4).verdict().codes()).containsExactly(ValidityCode.INQUORATE);
        assertThat(new AsTold().there(4).verdict().outcome()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void interestsThatBreakTheQuorumAreToldApart() {
        var told =
                new AsTold()
                        .there(6)
                        .votesFor(3, 4, 5, 6)
                        .interest("S1", Interest.Effect.LEFT)
                        .interest("S2", Interest.Effect.NO_VOTE);

        assertThat(told.verdict().codes()).containsExactly(ValidityCode.INQUORATE_AFTER_CONFLICT);
    }

    @Test
    void aConflictedVoteSpoilsTheDecisionEvenIfItWasNotNeeded() {
        var told = new AsTold().there(9).interest("S9", Interest.Effect.NO_VOTE);

        assertThat(told.votesFor(1, 2, 3, 4, 5, 6).verdict().codes()).isEmpty();
        assertThat(told.votesFor(1, 2, 3, 4, 5, 9).verdict().codes())
                .containsExactly(ValidityCode.CONFLICTED_VOTE);
    }

    @Test
    void aMotionDeclaredCarriedAgainstTheVotesDoesNotBind() {
        var told = new AsTold().votesFor(1).votesAgainst(2, 3, 4, 5, 6).declared(Outcome.CARRIED);

        assertThat(told.verdict().codes()).containsExactly(ValidityCode.MAJORITY_NOT_MET);
    }

    @Test
    void aMotionLostByAQuorateBodyWithAuthorityIsAValidNo() {
        var verdict = new AsTold().votesFor(1).votesAgainst(2, 3, 4, 5, 6).verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.LOST);
        assertThat(verdict.isValid()).isTrue();
    }

    @Test
    void aDeferredItemIsNeitherValidNorInvalid() {
        var verdict = new AsTold().there(2).declared(Outcome.DEFERRED).verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(verdict.codes()).isEmpty();
    }

    @Test
    void noticeMeansClearDaysNeitherTheDayOfNoticeNorOfTheMeeting() {
        assertThat(new AsTold().noticed(DAY.minusDays(6)).verdict().codes()).isEmpty();
        assertThat(new AsTold().noticed(DAY.minusDays(5)).verdict().codes())
                .containsExactly(ValidityCode.NO_NOTICE);
        assertThat(new AsTold().noticed(null).verdict().codes())
                .containsExactly(ValidityCode.NO_NOTICE);
    }

    @Test
    @Tag("G6")
    void aBodyThatIsNotThereYetOrNoMoreDoesNotBind() {
        assertThat(new AsTold().standing(Standing.DISSOLVED).verdict().codes())
                .containsExactly(ValidityCode.DISSOLVED);
        assertThat(new AsTold().standing(Standing.NOT_CONSTITUTED).verdict().codes())
                .containsExactly(ValidityCode.NOT_CONSTITUTED);
    }

    @Test
    @Tag("G11")
    void aBodyWithoutTermsOfReferenceCanShowNoQuorum() {
        assertThat(new AsTold().terms(null).verdict().codes())
                .containsExactly(ValidityCode.INQUORATE);
    }

    @ParameterizedTest
    @EnumSource(AuthorityCode.class)
    void everyBarrierOfAuthorityIsAReasonNotToBind(AuthorityCode code) {
        var told = new AsTold().authority(Set.of(), code);

        assertThat(told.verdict().codes()).extracting(Enum::name).containsExactly(code.name());
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionType.class,
            names = {"NOTE", "ENDORSE", "RECOMMEND"})
    void whatBindsNobodyNeedsNoAuthority(DecisionType type) {
        var told = new AsTold().type(type).authority(Set.of(), AuthorityCode.NO_CHAIN);

        assertThat(told.verdict().codes()).isEmpty();
    }

    @Test
    void anInquorateMeetingMayNoteAPaperAndNothingMore() {
        assertThat(new AsTold().type(DecisionType.NOTE).there(2).noVotes().verdict().isValid())
                .isTrue();
        assertThat(new AsTold().type(DecisionType.ENDORSE).there(2).verdict().codes())
                .containsExactly(ValidityCode.INQUORATE);
    }

    @Test
    @Tag("G6")
    void aShadowBodysApprovalWithoutADelegationIsKeptAsARecommendation() {
        var unnamed =
                new AsTold()
                        .standing(Standing.SHADOW)
                        .authority(Set.of(), AuthorityCode.NO_CHAIN)
                        .verdict();
        var named = new AsTold().standing(Standing.SHADOW).verdict();

        assertThat(unnamed.type()).isEqualTo(DecisionType.RECOMMEND);
        assertThat(unnamed.codes()).isEmpty();
        assertThat(named.type()).isEqualTo(DecisionType.APPROVE);
    }

    @Test
    @Tag("G6")
    void aShadowBodyNamedByADelegationDoesNotBindBeyondItsLimit() {
        var verdict = new AsTold().standing(Standing.SHADOW).namedBeyondItsLimit().verdict();

        assertThat(verdict.type()).isEqualTo(DecisionType.APPROVE);
        assertThat(verdict.codes()).containsExactly(ValidityCode.LIMIT_EXCEEDED);
    }

    @Test
    void theCastingVoteIsTheChairsAndOnlyWhileTheChairMayVote() {
        var tied = new AsTold().there(6).votesFor(1, 2, 3).votesAgainst(4, 5, 6);

        assertThat(tied.verdict().outcome()).isEqualTo(Outcome.LOST);
        assertThat(tied.casting(Choice.FOR).verdict().outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(
                        new AsTold()
                                .there(7)
                                .interest("S1", Interest.Effect.NO_VOTE)
                                .votesFor(2, 3, 4)
                                .votesAgainst(5, 6, 7)
                                .casting(Choice.FOR)
                                .verdict()
                                .outcome())
                .isEqualTo(Outcome.LOST);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"URGENT", "OFFICER"})
    void whatOfficersDecideNeedsAuthorityAndNoMeeting(Mode mode) {
        var told = new AsTold().mode(mode).noticed(null).there(0).noVotes();

        assertThat(told.declared(Outcome.CARRIED).verdict().codes()).isEmpty();
        assertThat(told.verdict().inWords()).isEqualTo("Taken by officers between meetings.");
        assertThat(told.authority(Set.of(), AuthorityCode.LIMIT_EXCEEDED).verdict().codes())
                .containsExactly(ValidityCode.LIMIT_EXCEEDED);
    }

    @Test
    void severalReasonsAreAllTold() {
        var verdict =
                new AsTold()
                        .there(4)
                        .noticed(DAY)
                        .authority(Set.of(), AuthorityCode.RESERVED, AuthorityCode.OUTSIDE_TOR)
                        .verdict();

        assertThat(verdict.codes())
                .containsExactly(
                        ValidityCode.NO_NOTICE,
                        ValidityCode.INQUORATE,
                        ValidityCode.OUTSIDE_TOR,
                        ValidityCode.RESERVED);
        assertThat(verdict.inWords()).contains("It does not bind", "reserved");
    }
}
