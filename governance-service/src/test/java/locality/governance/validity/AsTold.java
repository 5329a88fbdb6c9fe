package locality.governance.validity;

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
import locality.governance.voting.Choice;
import locality.governance.voting.Interest;
import locality.governance.voting.Presence;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.Seat;
import locality.governance.voting.Vote;
import locality.governance.voting.VotingRule;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The evidence as a test tells it: nine voting seats, quorum five; six are there and all vote for,
/// unless a test says otherwise.
final class AsTold {

    static final LocalDate DAY = LocalDate.of(2014, 5, 14);
    private static final LocalTime START = LocalTime.of(10, 0);
    private static final LocalTime VOTE = LocalTime.of(10, 40);

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

    AsTold type(DecisionType type) {
        this.type = type;
        return this;
    }

    AsTold noticed(@Nullable LocalDate day) {
        this.noticed = day;
        return this;
    }

    AsTold standing(Standing standing) {
        this.standing = standing;
        return this;
    }

    AsTold terms(@Nullable Terms terms) {
        this.terms = terms;
        return this;
    }

    AsTold there(int count) {
        this.attendance = present(count);
        this.votes = votes.stream().limit(count).toList();
        return this;
    }

    AsTold interest(String seat, Interest.Effect effect) {
        interests.add(new Interest(seat, null, effect, "Provider"));
        return this;
    }

    AsTold noVotes() {
        this.votes = List.of();
        return this;
    }

    AsTold votesFor(int... seats) {
        this.votes = votes(Choice.FOR, seats);
        return this;
    }

    AsTold votesAgainst(int... seats) {
        var all = new ArrayList<>(votes);
        all.addAll(votes(Choice.AGAINST, seats));
        this.votes = all;
        return this;
    }

    AsTold casting(Choice choice) {
        this.casting = choice;
        return this;
    }

    AsTold declared(Outcome outcome) {
        this.declared = outcome;
        return this;
    }

    AsTold authority(Set<String> covered, AuthorityCode... codes) {
        this.authority = finding(covered, codes);
        return this;
    }

    AsTold mode(Mode mode) {
        this.mode = mode;
        return this;
    }

    AsTold route(RouteProgress.Step... steps) {
        this.route = new RouteProgress("MCR-S75-ROUTE", List.of(steps));
        return this;
    }

    AsTold key(KeyNotice.Given given) {
        this.keyNotice = KeyNotice.judged(true, given, DAY);
        return this;
    }

    AsTold callIn(CallIn callIn) {
        this.callIn = callIn;
        return this;
    }

    AsTold namedBeyondItsLimit() {
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
