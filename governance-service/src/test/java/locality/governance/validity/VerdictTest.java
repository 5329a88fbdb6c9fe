package locality.governance.validity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.governance.authority.AuthorityCode;
import locality.governance.authority.Barrier;
import locality.governance.authority.Finding;
import locality.governance.authority.Standing;
import locality.governance.period.ClearDays;
import locality.governance.voting.Choice;
import locality.governance.voting.Interest;
import locality.governance.voting.Presence;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.Seat;
import locality.governance.voting.Vote;
import locality.governance.voting.VotingRule;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nine voting seats, quorum five; six are there and all vote for, unless a test says otherwise.
class VerdictTest {

    private static final LocalDate DAY = LocalDate.of(2014, 5, 14);
    private static final LocalTime START = LocalTime.of(10, 0);
    private static final LocalTime VOTE = LocalTime.of(10, 40);

    @Test
    void aQuorateMeetingWithAuthorityBinds() {
        var verdict = new Told().verdict();

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
        assertThat(new Told().there(4).verdict().codes()).containsExactly(ValidityCode.INQUORATE);
        assertThat(new Told().there(4).verdict().outcome()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void interestsThatBreakTheQuorumAreToldApart() {
        var told =
                new Told()
                        .there(6)
                        .votesFor(3, 4, 5, 6)
                        .interest("S1", Interest.Effect.LEFT)
                        .interest("S2", Interest.Effect.NO_VOTE);

        assertThat(told.verdict().codes()).containsExactly(ValidityCode.INQUORATE_AFTER_CONFLICT);
    }

    @Test
    void aConflictedVoteSpoilsTheDecisionEvenIfItWasNotNeeded() {
        var told = new Told().there(9).interest("S9", Interest.Effect.NO_VOTE);

        assertThat(told.votesFor(1, 2, 3, 4, 5, 6).verdict().codes()).isEmpty();
        assertThat(told.votesFor(1, 2, 3, 4, 5, 9).verdict().codes())
                .containsExactly(ValidityCode.CONFLICTED_VOTE);
    }

    @Test
    void aMotionDeclaredCarriedAgainstTheVotesDoesNotBind() {
        var told = new Told().votesFor(1).votesAgainst(2, 3, 4, 5, 6).declared(Outcome.CARRIED);

        assertThat(told.verdict().codes()).containsExactly(ValidityCode.MAJORITY_NOT_MET);
    }

    @Test
    void aMotionLostByAQuorateBodyWithAuthorityIsAValidNo() {
        var verdict = new Told().votesFor(1).votesAgainst(2, 3, 4, 5, 6).verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.LOST);
        assertThat(verdict.isValid()).isTrue();
    }

    @Test
    void aDeferredItemIsNeitherValidNorInvalid() {
        var verdict = new Told().there(2).declared(Outcome.DEFERRED).verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(verdict.codes()).isEmpty();
    }

    @Test
    void noticeMeansClearDaysNeitherTheDayOfNoticeNorOfTheMeeting() {
        assertThat(new Told().noticed(DAY.minusDays(6)).verdict().codes()).isEmpty();
        assertThat(new Told().noticed(DAY.minusDays(5)).verdict().codes())
                .containsExactly(ValidityCode.NO_NOTICE);
        assertThat(new Told().noticed(null).verdict().codes())
                .containsExactly(ValidityCode.NO_NOTICE);
    }

    @Test
    @Tag("G6")
    void aBodyThatIsNotThereYetOrNoMoreDoesNotBind() {
        assertThat(new Told().standing(Standing.DISSOLVED).verdict().codes())
                .containsExactly(ValidityCode.DISSOLVED);
        assertThat(new Told().standing(Standing.NOT_CONSTITUTED).verdict().codes())
                .containsExactly(ValidityCode.NOT_CONSTITUTED);
    }

    @Test
    @Tag("G11")
    void aBodyWithoutTermsOfReferenceCanShowNoQuorum() {
        assertThat(new Told().terms(null).verdict().codes())
                .containsExactly(ValidityCode.INQUORATE);
    }

    @ParameterizedTest
    @EnumSource(AuthorityCode.class)
    void everyBarrierOfAuthorityIsAReasonNotToBind(AuthorityCode code) {
        var told = new Told().authority(Set.of(), code);

        assertThat(told.verdict().codes()).extracting(Enum::name).containsExactly(code.name());
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionType.class,
            names = {"NOTE", "ENDORSE", "RECOMMEND"})
    void whatBindsNobodyNeedsNoAuthority(DecisionType type) {
        var told = new Told().type(type).authority(Set.of(), AuthorityCode.NO_CHAIN);

        assertThat(told.verdict().codes()).isEmpty();
    }

    @Test
    void anInquorateMeetingMayNoteAPaperAndNothingMore() {
        assertThat(new Told().type(DecisionType.NOTE).there(2).noVotes().verdict().isValid())
                .isTrue();
        assertThat(new Told().type(DecisionType.ENDORSE).there(2).verdict().codes())
                .containsExactly(ValidityCode.INQUORATE);
    }

    @Test
    @Tag("G6")
    void aShadowBodysApprovalWithoutADelegationIsKeptAsARecommendation() {
        var unnamed =
                new Told()
                        .standing(Standing.SHADOW)
                        .authority(Set.of(), AuthorityCode.NO_CHAIN)
                        .verdict();
        var named = new Told().standing(Standing.SHADOW).verdict();

        assertThat(unnamed.type()).isEqualTo(DecisionType.RECOMMEND);
        assertThat(unnamed.codes()).isEmpty();
        assertThat(named.type()).isEqualTo(DecisionType.APPROVE);
    }

    @Test
    @Tag("G6")
    void aShadowBodyNamedByADelegationDoesNotBindBeyondItsLimit() {
        var verdict = new Told().standing(Standing.SHADOW).namedBeyondItsLimit().verdict();

        assertThat(verdict.type()).isEqualTo(DecisionType.APPROVE);
        assertThat(verdict.codes()).containsExactly(ValidityCode.LIMIT_EXCEEDED);
    }

    @Test
    void theCastingVoteIsTheChairsAndOnlyWhileTheChairMayVote() {
        var tied = new Told().there(6).votesFor(1, 2, 3).votesAgainst(4, 5, 6);

        assertThat(tied.verdict().outcome()).isEqualTo(Outcome.LOST);
        assertThat(tied.casting(Choice.FOR).verdict().outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(
                        new Told()
                                .there(7)
                                .interest("S1", Interest.Effect.NO_VOTE)
                                .votesFor(2, 3, 4)
                                .votesAgainst(5, 6, 7)
                                .casting(Choice.FOR)
                                .verdict()
                                .outcome())
                .isEqualTo(Outcome.LOST);
    }

    @Test
    @Tag("G23")
    void anEarlierStepOfItsRouteThatIsMissingIsNamed() {
        var done = step(1, "City Wide Leadership Group", true, "MCR-CWLG-1/2", "IN_EFFECT");
        var missing = step(2, "Executive Health and Wellbeing Group", false, "EHWG-1/3", "LOST");

        assertThat(new Told().route(done).verdict().codes()).isEmpty();
        var verdict = new Told().route(done, missing).verdict();
        assertThat(verdict.codes()).containsExactly(ValidityCode.ROUTE_STEP_MISSING);
        assertThat(verdict.inWords())
                .endsWith(
                        " It does not bind: a step of its approval route is missing,"
                                + " Executive Health and Wellbeing Group to RECOMMEND (EHWG-1/3 is"
                                + " LOST).");
    }

    @Test
    @Tag("G23")
    void aStepThatWasTakenAfterwardsIsSaidToStandOnlyFromThen() {
        var later =
                new RouteProgress.Step(
                        2,
                        "Executive Health and Wellbeing Group",
                        DecisionType.RECOMMEND,
                        true,
                        false,
                        "EHWG-1/3",
                        "IN_EFFECT",
                        LocalDate.of(2014, 6, 14));

        assertThat(new Told().route(later).verdict().inWords())
                .endsWith(
                        " Executive Health and Wellbeing Group to RECOMMEND (EHWG-1/3 is IN_EFFECT"
                                + " from 14 June 2014, after this meeting).");
        assertThat(new Told().mode(Mode.OFFICER).route(later).verdict().inWords())
                .endsWith(" from 14 June 2014, after this decision).");
    }

    @Test
    @Tag("G23")
    void aRecommendationOutOfTurnDoesNotBindEitherAndAPaperMayAlwaysBeNoted() {
        var missing = step(1, "City Wide Leadership Group", false, null, null);

        assertThat(new Told().type(DecisionType.RECOMMEND).route(missing).verdict().codes())
                .containsExactly(ValidityCode.ROUTE_STEP_MISSING);
        assertThat(new Told().type(DecisionType.NOTE).route(missing).verdict().codes()).isEmpty();
    }

    @Test
    void aKeyDecisionThatWasNotAnnouncedInTimeDoesNotBindAndARecommendationNeedsNoAnnouncement() {
        var short27 = new KeyNotice.Given(DAY.minusDays(28), null, null);
        var full28 = new KeyNotice.Given(DAY.minusDays(29), null, null);

        assertThat(new Told().key(full28).verdict().codes()).isEmpty();
        assertThat(new Told().key(short27).verdict().codes())
                .containsExactly(ValidityCode.KEY_NOTICE_SHORT);
        assertThat(new Told().key(KeyNotice.Given.NONE).verdict().codes())
                .containsExactly(ValidityCode.KEY_NOTICE_SHORT);
        assertThat(
                        new Told()
                                .type(DecisionType.RECOMMEND)
                                .key(KeyNotice.Given.NONE)
                                .verdict()
                                .codes())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"URGENT", "OFFICER"})
    void whatOfficersDecideNeedsAuthorityAndNoMeeting(Mode mode) {
        var told = new Told().mode(mode).noticed(null).there(0).noVotes();

        assertThat(told.declared(Outcome.CARRIED).verdict().codes()).isEmpty();
        assertThat(told.verdict().inWords()).isEqualTo("Taken by officers between meetings.");
        assertThat(told.authority(Set.of(), AuthorityCode.LIMIT_EXCEEDED).verdict().codes())
                .containsExactly(ValidityCode.LIMIT_EXCEEDED);
    }

    @Test
    void scrutinyHasItsClearDaysUnlessItCouldNotWaitOrBindsNobody() {
        var terms =
                new Terms(1, QuorumRule.of(5), VotingRule.SIMPLE_MAJORITY, "S1", false, 5, 5, null);

        assertThat(new Told().terms(terms).evidence().callInUntil(DecisionType.APPROVE))
                .isEqualTo(DAY.plusDays(5));
        assertThat(new Told().terms(terms).evidence().callInUntil(DecisionType.RECOMMEND)).isNull();
        assertThat(
                        new Told()
                                .terms(terms)
                                .mode(Mode.URGENT)
                                .evidence()
                                .callInUntil(DecisionType.APPROVE))
                .isNull();
        assertThat(new Told().terms(null).evidence().callInUntil(DecisionType.APPROVE)).isNull();
    }

    /// 23 May 2014 is the Friday before the Spring bank holiday of the 26th.
    @Test
    void scrutinysDaysAreCountedByTheRuleThatWasFrozen() {
        var terms =
                new Terms(1, QuorumRule.of(5), VotingRule.SIMPLE_MAJORITY, "S1", false, 5, 5, null);
        var recorded = LocalDate.of(2014, 5, 23);

        assertThat(
                        new Told()
                                .terms(terms)
                                .callIn(CallIn.of(recorded, 5, ClearDays.WORKING))
                                .evidence()
                                .callInUntil(DecisionType.APPROVE))
                .isEqualTo(LocalDate.of(2014, 6, 2));
    }

    private static RouteProgress.Step step(
            int number,
            String body,
            boolean done,
            @Nullable String decision,
            @Nullable String state) {
        return new RouteProgress.Step(
                number, body, DecisionType.RECOMMEND, true, done, decision, state, null);
    }

    @Test
    void severalReasonsAreAllTold() {
        var verdict =
                new Told()
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

    @Test
    void theSameEvidenceReadBackGivesTheSameVerdict() throws JsonProcessingException {
        var json =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build();
        var evidence =
                new Told()
                        .interest("S1", Interest.Effect.LEFT)
                        .interest("S2", Interest.Effect.NO_VOTE)
                        .casting(Choice.FOR)
                        .authority(Set.of("00W"), AuthorityCode.LIMIT_EXCEEDED)
                        .evidence();

        var readBack = json.readValue(json.writeValueAsString(evidence), Evidence.class);

        assertThat(readBack).isEqualTo(evidence);
        assertThat(Verdict.of(readBack)).isEqualTo(Verdict.of(evidence));
    }

    @Test
    @Tag("G11")
    void termsKeptBeforeTheySaidWhatIsKeyAreReadAsSayingNothingOfIt()
            throws JsonProcessingException {
        var kept =
                """
                {"version": 1, "quorum": {"number": 5}, "votingRule": "SIMPLE_MAJORITY",
                 "castingVote": "S1", "substitutesAllowed": false, "noticeClearDays": 5}
                """;

        var terms = JsonMapper.builder().build().readValue(kept, Terms.class);

        assertThat(terms.noticeClearDays()).isEqualTo(5);
        assertThat(terms.callInClearDays()).isNull();
        assertThat(terms.keyDecisionFromPence()).isNull();
    }

    /// The evidence as a test tells it.
    private static final class Told {
        private DecisionType type = DecisionType.APPROVE;
        private @Nullable LocalDate noticed = DAY.minusDays(10);
        private Standing standing = Standing.ESTABLISHED;
        private @Nullable Terms terms =
                new Terms(
                        1,
                        QuorumRule.of(5),
                        VotingRule.SIMPLE_MAJORITY,
                        "S1",
                        false,
                        5,
                        5,
                        Pence.pounds(500_000));
        private List<Presence> attendance = present(6);
        private final List<Interest> interests = new ArrayList<>();
        private List<Vote> votes = votes(Choice.FOR, 1, 2, 3, 4, 5, 6);
        private @Nullable Choice casting;
        private @Nullable Outcome declared;
        private @Nullable Mode mode;
        private @Nullable RouteProgress route;
        private @Nullable KeyNotice keyNotice;
        private @Nullable CallIn callIn;
        private Finding authority = finding(Set.of("00W"));

        Told type(DecisionType type) {
            this.type = type;
            return this;
        }

        Told noticed(@Nullable LocalDate day) {
            this.noticed = day;
            return this;
        }

        Told standing(Standing standing) {
            this.standing = standing;
            return this;
        }

        Told terms(@Nullable Terms terms) {
            this.terms = terms;
            return this;
        }

        Told there(int count) {
            this.attendance = present(count);
            this.votes = votes.stream().limit(count).toList();
            return this;
        }

        Told interest(String seat, Interest.Effect effect) {
            interests.add(new Interest(seat, null, effect, "Provider"));
            return this;
        }

        Told noVotes() {
            this.votes = List.of();
            return this;
        }

        Told votesFor(int... seats) {
            this.votes = votes(Choice.FOR, seats);
            return this;
        }

        Told votesAgainst(int... seats) {
            var all = new ArrayList<>(votes);
            all.addAll(votes(Choice.AGAINST, seats));
            this.votes = all;
            return this;
        }

        Told casting(Choice choice) {
            this.casting = choice;
            return this;
        }

        Told declared(Outcome outcome) {
            this.declared = outcome;
            return this;
        }

        Told authority(Set<String> covered, AuthorityCode... codes) {
            this.authority = finding(covered, codes);
            return this;
        }

        Told mode(Mode mode) {
            this.mode = mode;
            return this;
        }

        Told route(RouteProgress.Step... steps) {
            this.route = new RouteProgress("MCR-S75-ROUTE", List.of(steps));
            return this;
        }

        Told key(KeyNotice.Given given) {
            this.keyNotice = KeyNotice.judged(true, given, DAY);
            return this;
        }

        Told callIn(CallIn callIn) {
            this.callIn = callIn;
            return this;
        }

        Told namedBeyondItsLimit() {
            this.authority = finding(Set.of(), true, AuthorityCode.LIMIT_EXCEEDED);
            return this;
        }

        Verdict verdict() {
            return Verdict.of(evidence());
        }

        Evidence evidence() {
            return new Evidence(
                    type,
                    DAY,
                    noticed,
                    standing,
                    terms,
                    IntStream.rangeClosed(1, 9)
                            .mapToObj(i -> new Seat("S" + i, "Member", "p" + i, null, true))
                            .toList(),
                    attendance,
                    interests,
                    VOTE,
                    votes,
                    casting,
                    declared,
                    authority,
                    mode,
                    route,
                    keyNotice,
                    null,
                    callIn);
        }

        private static Finding finding(Set<String> covered, AuthorityCode... codes) {
            return finding(covered, !covered.isEmpty(), codes);
        }

        private static Finding finding(Set<String> covered, boolean named, AuthorityCode... codes) {
            return new Finding(
                    UUID.randomUUID(),
                    covered,
                    named,
                    null,
                    List.of(),
                    java.util.Arrays.stream(codes).map(code -> new Barrier(code, null)).toList());
        }

        private static List<Presence> present(int count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(i -> new Presence("S" + i, null, START, null))
                    .toList();
        }

        private static List<Vote> votes(Choice choice, int... seats) {
            return IntStream.of(seats).mapToObj(i -> new Vote("S" + i, choice)).toList();
        }
    }
}
