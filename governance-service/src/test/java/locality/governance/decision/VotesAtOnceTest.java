package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.story.AtOnce;
import locality.governance.story.Manchester;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An assembly whose members vote at the same moment, eight in each call.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class VotesAtOnceTest {

    private static final int IN_A_CALL = 8;
    private static final int CALLERS = 16;

    private Manchester manchester;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
    }

    @Test
    void ofAThousandVotesAtOnceNoneIsLostAndNoneCountedTwice() throws Exception {
        int calls = 1_000 / IN_A_CALL;
        var meeting = assemblyOf(1_000);
        int item = tabled(meeting);

        var answers =
                AtOnce.call(
                        CALLERS,
                        IntStream.range(0, calls)
                                .mapToObj(call -> votes(meeting, item, call))
                                .toList());

        assertThat(answers).containsOnly(200);
        var decided = manchester.outcome(meeting, item);
        assertThat(decided.getInt("tally.votesFor")).isEqualTo(504);
        assertThat(decided.getInt("tally.against")).isEqualTo(496);
        assertThat(decided.<String>getList("evidence.votes.seat"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 1_000).mapToObj("S%d"::formatted).toList());
    }

    @Test
    void everyVoteAcknowledgedIsCountedThoughTheOutcomeIsRecordedMeanwhile() throws Exception {
        int calls = 24;
        var meeting = assemblyOf(calls * IN_A_CALL);
        int item = tabled(meeting);
        var someVoted = new CountDownLatch(calls / 4);
        var all = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < calls; i++) {
            var vote = votes(meeting, item, i);
            all.add(
                    () -> {
                        int status = vote.call();
                        someVoted.countDown();
                        return status;
                    });
        }
        all.add(
                1,
                () -> {
                    assertThat(someVoted.await(1, TimeUnit.MINUTES)).isTrue();
                    manchester.outcome(meeting, item);
                    return 0;
                });

        var answers = AtOnce.call(CALLERS, all);

        answers.remove(1);
        var acknowledged =
                IntStream.range(0, calls)
                        .filter(call -> answers.get(call) == 200)
                        .boxed()
                        .flatMap(VotesAtOnceTest::seats)
                        .toList();
        assertThat(answers).isSubsetOf(200, 409);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(calls / 4 * IN_A_CALL);
        assertThat(
                        manchester
                                .secretary
                                .get("/decisions/%s/%d".formatted(meeting, item))
                                .extract()
                                .<List<String>>path("evidence.votes.seat"))
                .containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    /// An open meeting of the governing body, grown to so many members, all of them there.
    private String assemblyOf(int seats) {
        manchester
                .secretary
                .postCsv(
                        "/bodies/%s/memberships".formatted(manchester.governingBody),
                        IntStream.rangeClosed(6, seats)
                                .mapToObj("S%1$d,Member,2013-04-01,post:%1$d,true"::formatted)
                                .collect(
                                        Collectors.joining(
                                                "\n",
                                                "seat,post,from,personReference,votingRight\n",
                                                "\n")))
                .statusCode(201);
        var meeting = manchester.meets(manchester.governingBody);
        manchester.attend(meeting, seats);
        return meeting;
    }

    private int tabled(String meeting) {
        return manchester
                .secretary
                .does(
                        "/meetings/%s/items".formatted(meeting),
                        """
                        {"title": "A matter",
                         "decision": {"type": "APPROVE", "function": "commissioning",
                                      "valuePence": 100, "owners": [{"organisation": "%s"}]}}
                        """
                                .formatted(manchester.ccg))
                .extract()
                .path("number");
    }

    private Callable<Integer> votes(String meeting, int item, int call) {
        var votes =
                seats(call)
                        .map(
                                seat ->
                                        "{\"member\": \"%s\", \"vote\": \"%s\"}"
                                                .formatted(seat, call % 2 == 0 ? "FOR" : "AGAINST"))
                        .collect(Collectors.joining(","));
        return () ->
                manchester
                        .secretary
                        .post(
                                "/meetings/%s/items/%d/votes".formatted(meeting, item),
                                "{\"votedAt\": \"10:40\", \"votes\": [%s]}".formatted(votes))
                        .extract()
                        .statusCode();
    }

    private static Stream<String> seats(int call) {
        return IntStream.rangeClosed(1, IN_A_CALL)
                .mapToObj(i -> "S%d".formatted(call * IN_A_CALL + i));
    }
}
