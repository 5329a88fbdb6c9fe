package locality.governance.voting;

import static locality.governance.voting.Choice.ABSTAIN;
import static locality.governance.voting.Choice.AGAINST;
import static locality.governance.voting.Choice.FOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountTest {

    @Test
    void abstentionsAreNotVotesCast() {
        assertThat(carries(VotingRule.SIMPLE_MAJORITY, FOR, ABSTAIN, ABSTAIN, ABSTAIN)).isTrue();
        assertThat(carries(VotingRule.SIMPLE_MAJORITY, FOR, FOR, AGAINST)).isTrue();
        assertThat(carries(VotingRule.SIMPLE_MAJORITY, FOR, AGAINST, AGAINST)).isFalse();
    }

    @Test
    void twoThirdsIsTwoThirdsOfTheVotesCast() {
        assertThat(carries(VotingRule.TWO_THIRDS, FOR, FOR, AGAINST)).isTrue();
        assertThat(carries(VotingRule.TWO_THIRDS, FOR, FOR, FOR, AGAINST, AGAINST)).isFalse();
    }

    @Test
    void oneAgainstBreaksUnanimityAndOneAbstainingDoesNot() {
        assertThat(carries(VotingRule.UNANIMITY, FOR, FOR, ABSTAIN)).isTrue();
        assertThat(carries(VotingRule.UNANIMITY, FOR, FOR, AGAINST)).isFalse();
    }

    @Test
    void aMajorityInEachOrganisationIsNotAMajorityOfAll() {
        var rule = VotingRule.MAJORITY_IN_EACH_ORGANISATION; // odd seats for one, even for another

        assertThat(carries(rule, FOR, FOR, FOR, FOR)).isTrue();
        assertThat(carries(rule, FOR, AGAINST, FOR, AGAINST, FOR)).isFalse();
        assertThat(carries(rule, FOR, ABSTAIN, FOR, ABSTAIN)).isFalse();
    }

    @Test
    void anOrganisationThatSaysNothingHasNoMajority() {
        var roll = roll(3, List.of());
        var rule = VotingRule.MAJORITY_IN_EACH_ORGANISATION;

        assertThat(Count.of(votes(FOR, FOR, FOR), roll, rule, null).carried()).isTrue();
        assertThat(
                        Count.of(
                                        List.of(new Vote("S1", FOR), new Vote("S3", FOR)),
                                        roll,
                                        rule,
                                        null)
                                .carried())
                .isFalse();
    }

    @Test
    void membersOnNobodysBehalfHaveNoVetoOfTheirOwn() {
        var seats =
                List.of(
                        new Seat("S1", "Member", "p1", "00W", true),
                        new Seat("S2", "Chair", "p2", null, true));
        var there =
                List.of(
                        new Presence("S1", null, LocalTime.MIN, null),
                        new Presence("S2", null, LocalTime.MIN, null));
        var roll = new Roll(seats, there, List.of(), false, LocalTime.NOON);

        var count =
                Count.of(votes(FOR, AGAINST), roll, VotingRule.MAJORITY_IN_EACH_ORGANISATION, null);

        assertThat(count.carried()).isTrue();
    }

    @Test
    void nothingIsCarriedByNoVotes() {
        for (var rule : VotingRule.values()) {
            assertThat(carries(rule)).isFalse();
            assertThat(carries(rule, ABSTAIN, ABSTAIN)).isFalse();
        }
    }

    @Test
    void aTieIsLostUnlessTheCastingVoteIsFor() {
        assertThat(count(null, FOR, AGAINST).tied()).isTrue();
        assertThat(count(null, FOR, AGAINST).carried()).isFalse();
        assertThat(count(AGAINST, FOR, AGAINST).carried()).isFalse();
        assertThat(count(FOR, FOR, AGAINST).carried()).isTrue();
        assertThat(count(FOR, AGAINST, AGAINST).carried()).isFalse();
    }

    @Test
    void theVoteOfASeatThatMayNotVoteIsNotCounted() {
        var roll = roll(3, List.of(new Interest("S1", null, Interest.Effect.NO_VOTE, "Provider")));

        var count = Count.of(votes(FOR, AGAINST, ABSTAIN), roll, VotingRule.SIMPLE_MAJORITY, null);

        assertThat(count.votesFor()).isZero();
        assertThat(count.against()).isEqualTo(1);
    }

    @Property(tries = 300)
    void oneMoreVoteForNeverLosesAMotion(@ForAll @Size(max = 9) List<Choice> choices) {
        var more = new ArrayList<>(choices);
        more.add(FOR);
        for (var rule :
                List.of(VotingRule.SIMPLE_MAJORITY, VotingRule.TWO_THIRDS, VotingRule.UNANIMITY)) {
            if (carries(rule, choices.toArray(Choice[]::new))) {
                assertThat(carries(rule, more.toArray(Choice[]::new))).isTrue();
            }
        }
    }

    private static Count count(@Nullable Choice casting, Choice... choices) {
        return Count.of(
                votes(choices),
                roll(choices.length, List.of()),
                VotingRule.SIMPLE_MAJORITY,
                casting);
    }

    private static boolean carries(VotingRule rule, Choice... choices) {
        return Count.of(votes(choices), roll(choices.length, List.of()), rule, null).carried();
    }

    private static List<Vote> votes(Choice... choices) {
        return IntStream.range(0, choices.length)
                .mapToObj(i -> new Vote("S" + (i + 1), choices[i]))
                .toList();
    }

    private static Roll roll(int seats, List<Interest> interests) {
        var there =
                IntStream.rangeClosed(1, seats)
                        .mapToObj(i -> new Presence("S" + i, null, LocalTime.MIN, null))
                        .toList();
        return new Roll(
                IntStream.rangeClosed(1, seats)
                        .mapToObj(
                                i ->
                                        new Seat(
                                                "S" + i,
                                                "Member",
                                                "p" + i,
                                                i % 2 == 0 ? "EVEN" : "ODD",
                                                true))
                        .toList(),
                there,
                interests,
                false,
                LocalTime.NOON);
    }
}
