package locality.governance.story;

import static locality.governance.story.Manchester.all;
import static locality.governance.story.Manchester.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.Owner;
import locality.platform.money.Pence;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The CCG's sixty and the council's forty, with no body that both gave power to: each one's own
/// decides for it, and the request is answered once both did.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class EachOwnersBodyStoryTest {

    private static final String FUNCTION = "commissioning";

    private Manchester manchester;
    private String cabinet;

    @BeforeEach
    void theCouncilDecidesInItsCabinet() {
        manchester = Manchester.in2014();
        cabinet = "CAB-" + manchester.council;
        manchester.body(cabinet, manchester.council, true);
    }

    @Test
    void answersOnceTheBodyOfEachOwnerApproved() {
        var request = asked("ALIGNED");

        var ofCcg = decides(manchester.governingBody, request, manchester.ccg, 60, "FOR");
        assertThat(codes(ofCcg)).isEmpty();
        assertThat(ofCcg.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(ofCcg.getLong("valuePence")).isEqualTo(60);
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");

        var ofCouncil = decides(cabinet, request, manchester.council, 40, "FOR");
        assertThat(ofCouncil.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(ofCouncil.getString("requestId")).isEqualTo(request.requestId().toString());
        assertThat(manchester.stateOf(request)).isEqualTo("ANSWERED");
    }

    @Test
    void ofAPoolEachBodyDecidesTheWholeAndOneNoAnswersForAll() {
        var request = asked("POOLED");

        var ofCcg = decides(manchester.governingBody, request, manchester.ccg, 60, "FOR");
        assertThat(ofCcg.getLong("valuePence")).isEqualTo(100);
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");

        assertThat(decides(cabinet, request, manchester.council, 40, "AGAINST").getString("state"))
                .isEqualTo("LOST");
        assertThat(manchester.stateOf(request)).isEqualTo("ANSWERED");
    }

    @Test
    void isDecidedOnceForEachOwnerAndForNoOtherAmountOrOwner() {
        var request = asked("ALIGNED");
        decides(manchester.governingBody, request, manchester.ccg, 60, "FOR");
        var meeting = manchester.meets(manchester.governingBody);

        tables(meeting, request, owner(manchester.ccg, 60))
                .statusCode(409)
                .body("code", equalTo("REQUEST_TABLED_ALREADY"))
                .body("state", equalTo("IN_EFFECT"));
        tables(meeting, request, owner(manchester.council, 39))
                .statusCode(422)
                .body("code", equalTo("OWNERS_DIFFER"));
        tables(meeting, request, owner(manchester.council, 40) + ", \"valuePence\": 100")
                .statusCode(422)
                .body("code", equalTo("AMOUNT_DIFFERS"));
    }

    private ApprovalRequested asked(String basis) {
        var request =
                BudgetTopic.asksForAll(
                        List.of(
                                new Owner(manchester.ccg, Pence.of(60)),
                                new Owner(manchester.council, Pence.of(40))),
                        basis,
                        FUNCTION,
                        100);
        manchester.arrives(request);
        return request;
    }

    private JsonPath decides(
            String body, ApprovalRequested request, String owner, long share, String vote) {
        var meeting = manchester.meets(body);
        int item =
                tables(meeting, request, owner(owner, share))
                        .statusCode(201)
                        .extract()
                        .path("number");
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, vote));
        return manchester.outcome(meeting, item);
    }

    private static String owner(String organisation, long share) {
        return "\"owners\": [{\"organisation\": \"%s\", \"sharePence\": %d}]"
                .formatted(organisation, share);
    }

    private ValidatableResponse tables(String meeting, ApprovalRequested request, String decision) {
        return manchester.secretary.post(
                "/meetings/%s/items".formatted(meeting),
                """
                {"title": "Pre-alliance", "approvalRequest": "%s", "decision": {%s}}
                """
                        .formatted(request.requestId(), decision));
    }
}
