package locality.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RollTest {

    private static final LocalTime START = LocalTime.of(10, 0);
    private static final LocalTime VOTE = LocalTime.of(10, 40);
    private static final QuorumRule FIVE = QuorumRule.of(5);

    @Test
    void aMeetingIsQuorateWithAsManyMembersAsItsTermsAskFor() {
        assertThat(roll(nine(), present(5)).isQuorate(FIVE)).isTrue();
        assertThat(roll(nine(), present(4)).isQuorate(FIVE)).isFalse();
    }

    @Test
    void twoWhoLeaveForAnItemBreakItsQuorumAndNoOthers() {
        var present = present(6);
        var twoLeft =
                List.of(
                        new Interest("S1", null, Interest.Effect.LEFT, "Provider"),
                        new Interest("S2", null, Interest.Effect.LEFT, "Provider"));

        var theItem = new Roll(nine(), present, twoLeft, false, VOTE);
        var another = new Roll(nine(), present, List.of(), false, VOTE);

        assertThat(theItem.isQuorate(FIVE)).isFalse();
        assertThat(theItem.isQuorateButForInterests(FIVE)).isTrue();
        assertThat(another.isQuorate(FIVE)).isTrue();
    }

    @Test
    void anInterestIsThePersonsWhereverThatPersonSits() {
        var conflicted = List.of(new Interest("S1", null, Interest.Effect.NO_VOTE, "Provider"));
        var deputyForTheConflicted = new Presence("S1", "deputy", START, null);
        var conflictedElsewhere = new Presence("S2", "person-1", START, null);

        var roll =
                new Roll(
                        nine(),
                        List.of(deputyForTheConflicted, conflictedElsewhere),
                        conflicted,
                        true,
                        VOTE);

        assertThat(roll.present()).extracting(Seat::seat).containsExactly("S1", "S2");
        assertThat(roll.eligible()).extracting(Seat::seat).containsExactly("S1");
        assertThat(roll.isConflicted("S2")).isTrue();
    }

    @Test
    void aSubstituteMayHaveAnInterestThatTheMemberHasNot() {
        var deputys = List.of(new Interest("S1", "deputy", Interest.Effect.LEFT, "Provider"));
        var deputy = new Presence("S1", "deputy", START, null);
        var member = new Presence("S1", null, START, null);

        assertThat(new Roll(nine(), List.of(deputy), deputys, true, VOTE).mayVote("S1")).isFalse();
        assertThat(new Roll(nine(), List.of(member), deputys, true, VOTE).mayVote("S1")).isTrue();
    }

    @Test
    void nobodyStandsInForAVacantSeat() {
        var vacant = List.of(new Seat("S1", "Member", null, null, true));
        var somebody = List.of(new Presence("S1", "deputy", START, null));

        assertThat(new Roll(vacant, somebody, List.of(), true, VOTE).present()).isEmpty();
    }

    @Test
    void aDeclaredInterestAloneLeavesAMemberTheVote() {
        var told = List.of(new Interest("S1", null, Interest.Effect.DECLARED, "Trustee"));

        assertThat(new Roll(nine(), present(5), told, false, VOTE).mayVote("S1")).isTrue();
    }

    @Test
    void onlyThoseInTheRoomAtTheVoteCount() {
        var leftBefore = new Presence("S1", null, START, VOTE);
        var cameAfter = new Presence("S2", null, VOTE.plusMinutes(1), null);
        var came = new Presence("S3", null, VOTE, null);

        var roll = roll(nine(), List.of(leftBefore, cameAfter, came));

        assertThat(roll.present()).extracting(Seat::seat).containsExactly("S3");
    }

    @Test
    void whoComesBackCountsAgain() {
        var back =
                List.of(
                        new Presence("S1", null, START, START.plusMinutes(10)),
                        new Presence("S1", null, START.plusMinutes(30), null));

        assertThat(roll(nine(), back).mayVote("S1")).isTrue();
    }

    @Test
    void aSubstituteCountsOnlyWhereTheTermsAllowAndTheMemberIsAway() {
        var substitute = new Presence("S1", "deputy", START, null);
        var member = new Presence("S1", null, START, null);

        assertThat(with(true, substitute).present()).hasSize(1);
        assertThat(with(false, substitute).present()).isEmpty();
        assertThat(with(true, substitute, member).present()).hasSize(1);
    }

    @Test
    void aPersonCountsInOneSeatOnly() {
        var twoSeats =
                List.of(
                        new Seat("CHAIR", "Chair", "one", null, true),
                        new Seat("LEAD", "Lead", "one", null, true),
                        new Seat("OTHER", "Other", "two", null, true));
        var all =
                List.of(
                        new Presence("CHAIR", null, START, null),
                        new Presence("LEAD", null, START, null),
                        new Presence("OTHER", "one", START, null));

        assertThat(new Roll(twoSeats, all, List.of(), true, VOTE).present())
                .extracting(Seat::seat)
                .containsExactly("CHAIR");
    }

    @Test
    void aVacantSeatCountsInTheFractionAndNotInTheRoom() {
        var vacant =
                List.of(
                        new Seat("S1", "Member", "one", null, true),
                        new Seat("S2", "Member", null, null, true),
                        new Seat("S3", "Member", null, null, true));
        var all =
                List.of(
                        new Presence("S1", null, START, null),
                        new Presence("S2", null, START, null));

        var roll = roll(vacant, all);

        assertThat(roll.votingSeats()).isEqualTo(3);
        assertThat(roll.present()).hasSize(1);
        assertThat(roll.isQuorate(QuorumRule.of("1/3"))).isTrue();
        assertThat(roll.isQuorate(QuorumRule.of("1/2"))).isFalse();
    }

    @Test
    void whoMayNotVoteMakesNoQuorum() {
        var observers = List.of(new Seat("S1", "Observer", "one", null, false));

        assertThat(roll(observers, present(1)).present()).isEmpty();
    }

    @Test
    void everyPartOfAQuorumMustHold() {
        var seats =
                List.of(
                        new Seat("CHAIR", "Chair", "p1", "00W", true),
                        new Seat("S2", "Member", "p2", "00W", true),
                        new Seat("S3", "Member", "p3", "01M", true));
        var withoutChair =
                List.of(
                        new Presence("S2", null, START, null),
                        new Presence("S3", null, START, null));
        var without01M =
                List.of(
                        new Presence("CHAIR", null, START, null),
                        new Presence("S2", null, START, null));

        var chair = new QuorumRule(2, null, List.of("CHAIR"), null);
        var each = new QuorumRule(2, "1/2", null, Map.of("00W", 1, "01M", 1));

        assertThat(roll(seats, withoutChair).isQuorate(chair)).isFalse();
        assertThat(roll(seats, without01M).isQuorate(chair)).isTrue();
        assertThat(roll(seats, without01M).isQuorate(each)).isFalse();
        assertThat(roll(seats, withoutChair).isQuorate(each)).isTrue();
    }

    @Test
    @Tag("G11")
    void aFractionIsRoundedUpAndTheLargerOfNumberAndFractionHolds() {
        assertThat(QuorumRule.of("1/3").required(10)).isEqualTo(4);
        assertThat(new QuorumRule(5, "1/3", null, null).required(10)).isEqualTo(5);
        assertThat(new QuorumRule(3, "1/2", null, null).required(10)).isEqualTo(5);
    }

    @Test
    void aQuorumOfNothingIsRefused() {
        assertThatThrownBy(() -> new QuorumRule(null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuorumRule.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuorumRule.of("3/2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuorumRule.of("half"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void exclusionsNeverRaiseAQuorum(
            @ForAll @IntRange(min = 0, max = 9) int there,
            @ForAll @Size(max = 9) List<@IntRange(min = 1, max = 9) Integer> excluded,
            @ForAll @IntRange(min = 1, max = 9) int oneMore,
            @ForAll @IntRange(min = 1, max = 9) int quorum) {
        var fewer = new ArrayList<>(excluded);
        fewer.add(oneMore);

        var before = new Roll(nine(), present(there), interests(excluded), true, VOTE);
        var after = new Roll(nine(), present(there), interests(fewer), true, VOTE);

        assertThat(after.eligible()).hasSizeLessThanOrEqualTo(before.eligible().size());
        if (after.isQuorate(QuorumRule.of(quorum))) {
            assertThat(before.isQuorate(QuorumRule.of(quorum))).isTrue();
        }
    }

    private static List<Interest> interests(List<Integer> seats) {
        return seats.stream()
                .map(seat -> new Interest("S" + seat, null, Interest.Effect.NO_VOTE, "Provider"))
                .toList();
    }

    private static Roll with(boolean substitutesAllowed, Presence... presences) {
        return new Roll(nine(), Arrays.asList(presences), List.of(), substitutesAllowed, VOTE);
    }

    private static Roll roll(List<Seat> seats, List<Presence> presences) {
        return new Roll(seats, presences, List.of(), false, VOTE);
    }

    private static List<Seat> nine() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Seat("S" + i, "Member", "person-" + i, null, true))
                .toList();
    }

    private static List<Presence> present(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Presence("S" + i, null, START, null))
                .toList();
    }
}
