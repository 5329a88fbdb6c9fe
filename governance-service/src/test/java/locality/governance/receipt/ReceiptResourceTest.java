package locality.governance.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import locality.governance.story.Caller;
import locality.governance.story.Rochdale;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Cabinet gives to the Integrated Commissioning Board, which is of council and CCG together.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G15")
class ReceiptResourceTest {

    @Inject AgroalDataSource database;

    private Rochdale rochdale;
    private String care;

    @BeforeEach
    void settleRochdale() {
        rochdale = Rochdale.in2018();
        care = rochdale.function("care");
    }

    @Test
    void bothEndsAreRecordedAndReconcile() {
        rochdale.granted("G", rochdale.cabinet, rochdale.icb, care);

        reconciled().body(ours("status"), contains("ONLY_GIVEN"));
        var receipt = received("R", named("G"), care, "2019-03-31").statusCode(201);
        reconciled()
                .body(ours("status"), contains("MATCHED"))
                .body(ours("receipt"), contains(rochdale.reference("R")))
                .body(ours("from"), contains(rochdale.cabinet))
                .body(ours("to"), contains(rochdale.icb));
        var told = Told.of(database, receipt.extract().path("id"));
        assertThat(told)
                .extracting(Told::type)
                .containsExactly("governance.delegation-received.v1");
        assertThat(told.getFirst().data().getString("functions[0]")).isEqualTo(care);
    }

    @Test
    void whatTheReceiverHasOtherwiseIsShownAndCorrected() {
        rochdale.granted("G", rochdale.cabinet, rochdale.icb, care);
        received("R", named("G"), care, "2018-12-31").statusCode(201);

        reconciled()
                .body(ours("status"), contains("DIFFERS"))
                .body(ours("differences[0].field"), contains("expiresOn"))
                .body(ours("differences[0].given"), contains("2019-03-31"))
                .body(ours("differences[0].received"), contains("2018-12-31"));
        rochdale.secretary
                .getCsv(question())
                .body(
                        containsString(
                                "DIFFERS,%s,%s,%s,%s,E08000005,%s,expiresOn,2019-03-31,2018-12-31"
                                        .formatted(
                                                rochdale.reference("G"),
                                                rochdale.reference("R"),
                                                rochdale.cabinet,
                                                rochdale.icb,
                                                care)));
        var correct = "/delegation-receipts/%s/correct".formatted(rochdale.reference("R"));
        var right = receipt("R", named("G"), care, "2019-03-31");
        rochdale.secretary.post(correct, right, Map.of("If-Match", "\"3\"")).statusCode(412);
        rochdale.secretary
                .post(correct, right.replace("E08000005", "E08000002"))
                .statusCode(422)
                .body("code", equalTo("RECEIPT_OF_ANOTHER_PLACE"));
        rochdale.secretary.post(correct, right).statusCode(200).body("version", equalTo(1));
        reconciled().body(ours("status"), contains("MATCHED"));
    }

    @Test
    void whatOnlyTheReceiverHasIsToldToo() {
        received("R", "", care, "2019-03-31").statusCode(201);

        reconciled()
                .body(
                        "items.findAll { it.receipt == '%s' }.status"
                                .formatted(rochdale.reference("R")),
                        contains("ONLY_RECEIVED"));
        rochdale.granted("G", rochdale.cabinet, rochdale.icb, care);
        reconciled().body(ours("status"), contains("MATCHED"));
    }

    @Test
    void betweenBodiesOfOneOrganisationAndLevelNothingIsReconciled() {
        rochdale.granted("G", rochdale.cabinet, rochdale.icb, care);
        rochdale.granted("BELOW", rochdale.icb, rochdale.executive, care);

        reconciled()
                .body(
                        "items.findAll { it.delegation == '%s' }"
                                .formatted(rochdale.reference("BELOW")),
                        empty());
    }

    @Test
    void aReceiptGivesNoPower() {
        var question =
                "/authority?function=%s&place=E08000005&on=%s&owner=%s"
                        .formatted(care, Rochdale.DAY, rochdale.council);
        var before = rochdale.secretary.get(question).extract().body().asString();

        received("R", "", care, "2019-03-31").statusCode(201);

        assertThat(rochdale.secretary.get(question).extract().body().asString())
                .isEqualTo(before)
                .contains("NO_CHAIN");
        rochdale.grant("PASSED", rochdale.icb, rochdale.executive, care, "")
                .statusCode(422)
                .body("code", equalTo("NOT_THEIRS_TO_DELEGATE"));
    }

    @Test
    void whatIsNoReceiptIsRefused() {
        received("R", "", care, "2019-03-31").statusCode(201);

        received("R", "", care, "2019-03-31")
                .statusCode(409)
                .body("code", equalTo("RECEIPT_REFERENCE_TAKEN"));
        received("X1", "", care, "2018-03-31")
                .statusCode(422)
                .body("code", equalTo("ENDS_BEFORE_IT_BEGINS"))
                .body("expiresOn", equalTo("2018-03-31"));
        received("X2", "\"limitPence\": -1,", care, "2019-03-31")
                .statusCode(422)
                .body("code", equalTo("LIMIT_NEGATIVE"))
                .body("limitPence", equalTo(-1));
        received("X3", "\"toOrganisation\": \"%s\",".formatted(rochdale.ccg), care, "2019-03-31")
                .statusCode(422)
                .body("code", equalTo("ONE_GIVER_ONE_RECEIVER"));
        received("X4", "", "gardening", "2019-03-31")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FUNCTION"));
        received("X5", "\"delegation\": \"NONE\",", care, "2019-03-31").statusCode(404);
        rochdale.secretary
                .post(
                        "/delegation-receipts",
                        receipt("X6", "", care, "2019-03-31")
                                .replace(
                                        "\"from\": \"" + rochdale.cabinet,
                                        "\"from\": \"" + rochdale.icb))
                .statusCode(422)
                .body("code", equalTo("RECEIVED_FROM_ITSELF"));
    }

    @Test
    void anotherPlaceSeesNeitherEnd() {
        rochdale.granted("G", rochdale.cabinet, rochdale.icb, care);
        received("R", named("G"), care, "2019-03-31").statusCode(201);
        var stranger = Caller.secretaryOf(Locality.BURY);

        stranger.get("/delegation-receipts/" + rochdale.reference("R")).statusCode(404);
        stranger.get(question()).statusCode(200).body("items", empty());
        stranger.post("/delegation-receipts", receipt("S", "", care, "2019-03-31")).statusCode(404);
        rochdale.secretary
                .get("/delegation-receipts?place=E08000005&after=" + before("R"))
                .body("items[0].reference", equalTo(rochdale.reference("R")));
        rochdale.secretary
                .get("/delegation-receipts?on=2019-04-01&limit=1&after=" + before("R"))
                .body("items.reference", not(hasItem(rochdale.reference("R"))));
    }

    /// A reference just before another in the order of references.
    private String before(String name) {
        var reference = rochdale.reference(name);
        return reference.substring(0, reference.length() - 1);
    }

    private ValidatableResponse received(
            String name, String more, String function, String lastDay) {
        return rochdale.secretary.post(
                "/delegation-receipts", receipt(name, more, function, lastDay));
    }

    private String receipt(String name, String more, String function, String lastDay) {
        return """
        {"reference": "%s", "from": "%s", "to": "%s", %s "functions": ["%s"],
         "place": "E08000005", "effectiveOn": "2018-04-01", "expiresOn": "%s"}
        """
                .formatted(
                        rochdale.reference(name),
                        rochdale.cabinet,
                        rochdale.icb,
                        more,
                        function,
                        lastDay);
    }

    private String named(String delegation) {
        return "\"delegation\": \"%s\",".formatted(rochdale.reference(delegation));
    }

    private ValidatableResponse reconciled() {
        return rochdale.secretary.get(question()).statusCode(200);
    }

    private static String question() {
        return "/delegation-reconciliation?place=E08000005&on=" + Rochdale.DAY;
    }

    private String ours(String column) {
        return "items.findAll { it.delegation == '%s' }.%s"
                .formatted(rochdale.reference("G"), column);
    }
}
