package locality.governance.story;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.place.Locality;

/// Manchester in 2014 as the tests tell it: a council, a commissioning group with its governing
/// body, a Health and Wellbeing Board; wave-one investments reserved, wave two delegated to the
/// board. Everything has a name of its own, so that tests do not meet.
public final class Manchester {

    public static final String DAY = "2014-05-14";
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    public final Caller secretary = Caller.secretaryOf(Locality.MANCHESTER);
    public final String ccg;
    public final String council;
    public final String governingBody;
    public final String board;

    private Manchester(int number) {
        this.ccg = "T" + number;
        this.council = "U" + number;
        this.governingBody = "GB-" + number;
        this.board = "HWBB-" + number;
    }

    public static Manchester in2014() {
        var manchester = new Manchester(NEXT.incrementAndGet());
        manchester.organisation(manchester.ccg, "CCG");
        manchester.organisation(manchester.council, "COUNCIL");
        manchester.body(manchester.governingBody, manchester.ccg, true);
        manchester.body(manchester.board, manchester.council, false);
        manchester.reserveWaveOne();
        manchester.grant(manchester.governingBody, manchester.board, "bcf-investment-wave-two");
        return manchester;
    }

    public void organisation(String code, String kind) {
        secretary.does(
                "/organisations",
                """
                {"code": "%s", "name": "Organisation %s", "kind": "%s", "locality": "E08000003",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(code, code, kind));
    }

    /// A body with five voting members, quorum three, a casting vote of the first, five clear days.
    public void body(String reference, String organisation, boolean top) {
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Body %s", "classification": "GOVERNING_BODY",
                 "spatialLevel": "LOCALITY", "organisation": "%s", "topOfOrganisation": %s,
                 "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(reference, reference, organisation, top));
        for (int i = 1; i <= 5; i++) {
            secretary.does(
                    "/bodies/%s/memberships".formatted(reference),
                    """
                    {"seat": "S%d", "post": "Member", "personReference": "post:%s-%d",
                     "from": "2013-04-01"}
                    """
                            .formatted(i, reference, i));
        }
        secretary.does(
                "/bodies/%s/terms-of-reference".formatted(reference),
                """
                {"effectiveOn": "2013-04-01", "quorum": {"number": 3},
                 "votingRule": "SIMPLE_MAJORITY", "castingVote": "S1", "substitutesAllowed": true,
                 "noticeClearDays": 5}
                """);
    }

    public void grant(String from, String to, String function) {
        secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["%s"], "place": "E08000003",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(from, to, function));
    }

    private void reserveWaveOne() {
        secretary.does(
                "/functions/bcf-investment-wave-one/places",
                """
                {"place": "E08000003", "reserved": true, "ownerKind": "CCG",
                 "effectiveOn": "2014-03-01"}
                """);
    }

    /// A meeting of the body on the day, noticed in time and open.
    public String meets(String body) {
        var meeting = noticed(body);
        secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        return meeting;
    }

    public String noticed(String body) {
        var meeting =
                secretary
                        .does(
                                "/meetings",
                                """
                                {"body": "%s", "startsAt": "%sT10:00"}
                                """
                                        .formatted(body, DAY))
                        .extract()
                        .<String>path("reference");
        secretary.does("/meetings/%s/notice".formatted(meeting), "{\"noticedOn\": \"2014-05-01\"}");
        return meeting;
    }

    /// Tables the request once it has arrived; answers with the item's number.
    public int tables(String meeting, ApprovalRequested request) {
        arrives(request);
        return secretary
                .does(
                        "/meetings/%s/items".formatted(meeting),
                        """
                        {"title": "Pre-alliance investment", "approvalRequest": "%s"}
                        """
                                .formatted(request.requestId()))
                .extract()
                .path("number");
    }

    public void attend(String meeting, int count) {
        var there =
                IntStream.rangeClosed(1, count)
                        .mapToObj("{\"member\": \"S%d\"}"::formatted)
                        .collect(Collectors.joining(","));
        secretary.does(
                "/meetings/%s/attendance".formatted(meeting),
                "{\"attendance\": [%s]}".formatted(there));
    }

    /// The first members vote, in order.
    public void vote(String meeting, int item, String... choices) {
        var votes =
                IntStream.rangeClosed(1, choices.length)
                        .mapToObj(
                                i ->
                                        "{\"member\": \"S%d\", \"vote\": \"%s\"}"
                                                .formatted(i, choices[i - 1]))
                        .collect(Collectors.joining(","));
        secretary.does(
                "/meetings/%s/items/%d/votes".formatted(meeting, item),
                "{\"votedAt\": \"10:40\", \"votes\": [%s]}".formatted(votes));
    }

    public JsonPath outcome(String meeting, int item) {
        return secretary
                .does("/meetings/%s/items/%d/outcome".formatted(meeting, item), "{}")
                .extract()
                .jsonPath();
    }

    /// A whole meeting: table, attend, vote, outcome.
    public JsonPath decides(String body, ApprovalRequested request, int there, String... votes) {
        var meeting = meets(body);
        int item = tables(meeting, request);
        attend(meeting, there);
        vote(meeting, item, votes);
        return outcome(meeting, item);
    }

    public void arrives(ApprovalRequested request) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                secretary
                                                .get("/approval-requests/" + request.requestId())
                                                .extract()
                                                .statusCode()
                                        == 200);
    }

    public String stateOf(ApprovalRequested request) {
        return secretary.get("/approval-requests/" + request.requestId()).extract().path("state");
    }

    public static String[] all(int count, String choice) {
        var votes = new String[count];
        Arrays.fill(votes, choice);
        return votes;
    }

    public static List<String> codes(JsonPath decision) {
        return decision.getList("validityCodes");
    }
}
