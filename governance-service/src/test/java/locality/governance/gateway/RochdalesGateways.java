package locality.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.story.Caller;
import locality.governance.story.Rochdale;

/// A contract of Rochdale's with its Local Care Organisation, whose gateways its Cabinet decides
/// about. The names of the interventions are illustrative, but for the first.
final class RochdalesGateways {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NEXT = new AtomicInteger();

    final Rochdale rochdale = Rochdale.in2018();
    final Caller secretary = rochdale.secretary;
    final String contract = "LCO-%d-%d".formatted(rochdale.number, NEXT.incrementAndGet());
    final String gateway = contract + "-GW-2";
    final String assessment = contract + "-DD-2";
    private final String function = rochdale.function("gateways");

    /// Gateways 2 to 6, in blocks of six months up to April 2020.
    static RochdalesGateways planned() {
        var gateways = new RochdalesGateways();
        gateways.secretary.post("/gateways/series", gateways.series("2020-03-31")).statusCode(201);
        return gateways;
    }

    String series(String lastDay) {
        return """
        {"contract": "%s", "firstNumber": 2, "beginsOn": "2017-10-01", "lastDay": "%s",
         "locality": "E08000005", "effectiveOn": "2017-10-02"}
        """
                .formatted(contract, lastDay);
    }

    /// Core+2 and 17 interventions, on 1 April 2018.
    String eighteenItems() {
        return IntStream.rangeClosed(1, 17)
                .mapToObj(
                        i ->
                                "INT-%02d,Intervention %02d,INTERVENTION,RCH-INT-%02d,2018-04-01\n"
                                        .formatted(i, i, i))
                .collect(
                        Collectors.joining(
                                "",
                                "reference,title,kind,intervention,transfersOn\n"
                                        + "CORE-2,Core+2,SERVICE,,2018-04-01\n",
                                ""));
    }

    /// Due diligence of two criteria, none of them rated yet.
    void startsDueDiligence() {
        secretary.does(
                "/assessment-frameworks",
                """
                {"code": "%s", "title": "Due diligence", "kind": "DUE_DILIGENCE",
                 "locality": "E08000005", "effectiveOn": "2017-10-01",
                 "scale": ["RED", "AMBER", "GREEN"], "red": ["RED"],
                 "domains": [{"title": "Service", "criteria": [{"code": "W", "title": "Workforce"},
                                                               {"code": "F", "title": "Finance"}]}]}
                """
                        .formatted(contract));
        secretary.does(
                "/assessments",
                """
                {"reference": "%s", "title": "Due diligence of gateway 2", "framework": "%s",
                 "locality": "E08000005", "subjectType": "gateway", "subjectId": "%s",
                 "plannedSince": "2017-10-02"}
                """
                        .formatted(assessment, contract, gateway));
        does(
                "start-due-diligence",
                "{\"assessment\": \"%s\", \"effectiveOn\": \"2018-01-08\"}".formatted(assessment));
    }

    /// It was conducted, and its draft shared.
    void conducts() {
        secretary.does(
                "/assessments/%s/conduct".formatted(assessment),
                "{\"conductedOn\": \"2018-03-01\"}");
        secretary.does(
                "/assessments/%s/share".formatted(assessment), "{\"sharedOn\": \"2018-03-01\"}");
    }

    /// @param word of the scale that both sides agree on
    void rates(String criterion, String word) {
        secretary.does(
                "/assessments/%s/ratings".formatted(assessment),
                """
                {"ratings": [{"criterion": "%s", "agreed": "%s"}],
                 "ratedOn": "2018-03-02"}
                """
                        .formatted(criterion, word));
    }

    /// Both sides agree on the whole of it: nobody rates it otherwise from then on.
    void agrees() {
        secretary.does(
                "/assessments/%s/agree".formatted(assessment), "{\"agreedOn\": \"2018-03-19\"}");
    }

    void submits() {
        does("submit", "{\"effectiveOn\": \"2018-03-20\"}");
    }

    /// The Cabinet approves the gateway on 27 March 2018.
    ///
    /// @return the decision's reference
    String approves() {
        seatsTheCabinet();
        return carries("2018-03-27", "gateway", gateway);
    }

    /// The Cabinet takes its decision back on 24 April 2018.
    void rescinds(String decision) {
        secretary.does(
                "/decisions/%s/rescind".formatted(decision),
                "{\"byDecision\": \"%s\", \"reason\": \"Costs\"}"
                        .formatted(carries("2018-04-24", "decision", decision)));
    }

    private String carries(String day, String subjectType, String subject) {
        var meeting =
                secretary.makes(
                        "/meetings",
                        "{\"body\": \"%s\", \"startsAt\": \"%sT10:00\"}"
                                .formatted(rochdale.cabinet, day));
        secretary.does("/meetings/%s/notice".formatted(meeting), "{\"noticedOn\": \"2018-03-12\"}");
        secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        int item =
                secretary
                        .does(
                                "/meetings/%s/items".formatted(meeting),
                                """
                                {"title": "Gateway 2",
                                 "decision": {"type": "APPROVE", "function": "%s",
                                              "owners": [{"organisation": "%s"}],
                                              "subject": {"type": "%s", "id": "%s"}}}
                                """
                                        .formatted(
                                                function, rochdale.council, subjectType, subject))
                        .extract()
                        .path("number");
        secretary.does(
                "/meetings/%s/attendance".formatted(meeting),
                "{\"attendance\": [{\"member\": \"S1\"}, {\"member\": \"S2\"}]}");
        secretary.does(
                "/meetings/%s/items/%d/votes".formatted(meeting, item),
                """
                {"votedAt": "10:40", "votes": [{"member": "S1", "vote": "FOR"},
                                               {"member": "S2", "vote": "FOR"}]}
                """);
        secretary.does("/meetings/%s/items/%d/outcome".formatted(meeting, item), "{}");
        return meeting + "/" + item;
    }

    private void seatsTheCabinet() {
        for (int i = 1; i <= 2; i++) {
            secretary.does(
                    "/bodies/%s/memberships".formatted(rochdale.cabinet),
                    """
                    {"seat": "S%d", "post": "Member", "personReference": "post:%s-%d",
                     "from": "2013-04-01"}
                    """
                            .formatted(i, rochdale.cabinet, i));
        }
        secretary.does(
                "/bodies/%s/terms-of-reference".formatted(rochdale.cabinet),
                """
                {"effectiveOn": "2013-04-01", "quorum": {"number": 2},
                 "votingRule": "SIMPLE_MAJORITY", "substitutesAllowed": true,
                 "noticeClearDays": 5}
                """);
    }

    void does(String verb, String json) {
        secretary.does("/gateways/%s/%s".formatted(gateway, verb), json);
    }

    /// Passed on 31 March 2018 with a condition for September.
    ///
    /// @return the reference of the decision
    String passes() {
        startsDueDiligence();
        conducts();
        rates("W", "AMBER");
        rates("F", "GREEN");
        agrees();
        submits();
        var decision = approves();
        does(
                "pass",
                """
                {"effectiveOn": "2018-03-31",
                 "conditions": [{"text": "Complete the improvement plan", "dueOn": "2018-09"}]}
                """);
        return decision;
    }

    static String item(String reference) {
        return """
        {"reference": "%s", "title": "Core+2", "kind": "SERVICE", "transfersOn": "2018-04-01"}
        """
                .formatted(reference);
    }

    List<String> itemIds() {
        return shown("").extract().jsonPath().getList("items.id");
    }

    String items() {
        return "/gateways/%s/items".formatted(gateway);
    }

    ValidatableResponse posts(String verb, String json) {
        return secretary.post("/gateways/%s/%s".formatted(gateway, verb), json);
    }

    ValidatableResponse shown(String query) {
        return secretary
                .get("/gateways/" + gateway + (query.isEmpty() ? "" : "?" + query))
                .statusCode(200);
    }

    /// What waits at this gateway, by its reference.
    List<String> worklist(String kind, String on) {
        return rows(kind, on).map(row -> row.get("reference").asText()).toList();
    }

    private Stream<JsonNode> rows(String kind, String on) {
        var answer =
                secretary.read("/worklist?limit=1000&kind=%s&on=%s".formatted(kind, on), "*/*");
        try {
            return JSON.readTree(answer)
                    .get("items")
                    .valueStream()
                    .filter(row -> row.get("reference").asText().startsWith(gateway));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /// Sends the call that the row names, with the body it gives, and sees the row gone.
    void clears(String kind, String on) {
        var call = rows(kind, on).findFirst().orElseThrow().get("clear");
        secretary.does(call.get("path").asText(), call.get("body").toString());
        assertThat(rows(kind, on)).isEmpty();
    }
}
