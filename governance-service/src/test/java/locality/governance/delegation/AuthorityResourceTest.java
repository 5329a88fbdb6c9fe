package locality.governance.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Rochdale's Cabinet and CCG Board delegate to the Integrated Commissioning Board, November 2017.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AuthorityResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    private final int number = NEXT.incrementAndGet();
    private final Caller secretary = Caller.secretaryOf(Locality.ROCHDALE);
    private final String council = "RC" + number;
    private final String ccg = "RG" + number;
    private final String cabinet = "RCH-CAB-" + number;
    private final String ccgBoard = "RCH-CCG-" + number;
    private final String icb = "RCH-ICB-" + number;
    private final String panel = "RCH-PANEL-" + number;

    @Test
    @Tag("G13")
    void twoChainsMeetInTheIntegratedCommissioningBoard() {
        theTwoDelegate();

        who(300_000_000, "POOLED", council, ccg)
                .body("holders.reference", contains(icb))
                .body("holders[0].capPence", equalTo(300_000_000))
                .body("holders[0].owners", containsInAnyOrder(council, ccg))
                .body("holders[0].chain.name", contains(cabinet, icb, ccgBoard, icb))
                .body("lowest", notNullValue());
        who(400_000_000, "POOLED", council, ccg)
                .body("holders.reference", containsInAnyOrder(cabinet, ccgBoard))
                .body("lowest", nullValue())
                .body("lowestByOwner.owner", contains(council, ccg))
                .body("lowestByOwner.reference", contains(cabinet, ccgBoard))
                .body("money.testedPence", contains(400_000_000, 400_000_000))
                .root("refused.find { it.reference == '%s' }".formatted(icb))
                .body("code", equalTo("LIMIT_EXCEEDED"))
                .body("link", equalTo("DEL-G-" + number))
                .body("reasons.owner", contains(ccg))
                .body("reasons.limitPence", contains(300_000_000))
                .body("reasons.valuePence", contains(400_000_000))
                .body(
                        "inWords",
                        equalTo(
                                icb
                                        + " may not: delegation DEL-G-%d on the way from the CCG %s has a limit of £3,000,000, and the value is £4,000,000."
                                                .formatted(number, ccg)))
                .noRoot()
                .body("explanation", containsString("No one body may decide it for every owner"))
                .body(
                        "explanation",
                        containsString(
                                "Commissioning of health and care services for £4,000,000 in"
                                        + " Rochdale: the money of the COUNCIL %s and the CCG %s, pooled"
                                                .formatted(council, ccg)));
        who(400_000_000, "ALIGNED", council + ":200000000", ccg + ":200000000")
                .body("holders.reference", contains(icb))
                .body("lowestByOwner", empty())
                .body("money.testedPence", contains(200_000_000, 200_000_000));
    }

    @Test
    void whoMayNotIsLeftOutWhenNotWanted() {
        theTwoDelegate();

        secretary
                .get(question(1, "POOLED", "2018-05-01", council, ccg) + "&refused=false")
                .statusCode(200)
                .body("holders.reference", contains(icb))
                .body("refused", empty())
                .body("explanation", not(containsString(panel)));
    }

    @Test
    void sharesOfAlignedMoneyMakeUpTheValue() {
        secretary
                .get(question(500, "ALIGNED", "2018-05-01", council + ":200", ccg + ":200"))
                .statusCode(422)
                .body("code", equalTo("SHARES_DIFFER"))
                .body("valuePence", equalTo(500))
                .body("sharesPence", equalTo(400));
        secretary
                .get(question(200, "ALIGNED", "2018-05-01", council + ":200", ccg))
                .statusCode(422)
                .body("code", equalTo("SHARES_DIFFER"));
    }

    @Test
    void aSubjectIsNamedInFullOrNotAtAll() {
        var question = question(500, "POOLED", "2018-05-01", council);

        secretary.get(question + "&subject=one").statusCode(400);
        secretary.get(question + "&subjectType=service").statusCode(400);
    }

    @Test
    void beforeTheDelegationsTheBoardHasNoChain() {
        theTwoDelegate();

        secretary
                .get(question(1, "POOLED", "2017-10-31", council, ccg))
                .statusCode(200)
                .body(
                        "refused.find { it.reference == '%s' }.code".formatted(icb),
                        equalTo("NO_CHAIN"));
    }

    @Test
    @Tag("G13")
    void aGrantIsAPartOfTheGrantorsOwn() {
        theTwoDelegate();

        grant("X1", icb, panel, "600000000", "2018-01-01", null)
                .statusCode(422)
                .body("code", equalTo("LIMIT_WIDER_THAN_OWN"));
        grant("X2", icb, panel, "100000000", "2018-01-01", "2022-01-01")
                .statusCode(422)
                .body("code", equalTo("LONGER_THAN_OWN"));
        grant("X3", panel, cabinet, "1", "2018-01-01", null)
                .statusCode(422)
                .body("code", equalTo("NOT_THEIRS_TO_DELEGATE"));
        grant("X4", icb, icb, "1", "2018-01-01", null)
                .statusCode(422)
                .body("code", equalTo("DELEGATION_CIRCULAR"));
        grant("X5", icb, panel, "100000000", "2018-01-01", "2020-10-31").statusCode(201);
    }

    @Test
    @Tag("G13")
    void whatRestsOnARevokedDelegationEndsTheSameDay() {
        theTwoDelegate();
        grant("D", icb, panel, "100000000", "2018-01-01", "2020-10-31").statusCode(201);

        revoke("DEL-C-" + number, "2018-06-01");
        secretary.get("/delegations/DEL-D-" + number).body("endedOn", nullValue());

        revoke("DEL-G-" + number, "2018-09-01");
        secretary
                .get("/delegations/DEL-D-" + number)
                .body("endedOn", equalTo("2018-09-01"))
                .body("endReason", containsString("DEL-G-" + number));
        secretary
                .post(
                        "/delegations/DEL-D-%d/revoke".formatted(number),
                        "{\"effectiveOn\": \"2019-01-01\", \"reason\": \"Again\"}")
                .statusCode(409)
                .body("code", equalTo("DELEGATION_ENDED_ALREADY"));
    }

    @Test
    void delegationsAreListedAsInForceOnADay() {
        theTwoDelegate();

        assertThat(
                        secretary
                                .get("/delegations?on=2017-11-01&to=" + icb)
                                .extract()
                                .<Integer>path("items.size()"))
                .isEqualTo(2);
        assertThat(
                        secretary
                                .get("/delegations?on=2017-10-31&to=" + icb)
                                .extract()
                                .<Integer>path("items.size()"))
                .isZero();
    }

    @Test
    void officersOfAnOrganisationMayHoldADelegation() {
        theTwoDelegate();
        secretary.does(
                "/delegations",
                """
                {"from": "%s", "toOrganisation": "%s", "functions": ["commissioning"],
                 "place": "E08000005", "limitPence": 5000, "effectiveOn": "2017-11-01"}
                """
                        .formatted(cabinet, council));

        who(5_000, "POOLED", council).body("officers.reference", contains(council));
        who(5_001, "POOLED", council).body("officers.size()", equalTo(0));
    }

    @Test
    @Tag("G16")
    void aReservedFunctionIsNotDelegated() {
        theTwoDelegate();
        var function = "reserved-matter-" + number;
        secretary.does(
                "/functions", "{\"code\": \"%s\", \"name\": \"A matter\"}".formatted(function));
        secretary.does(
                "/functions/%s/places".formatted(function),
                "{\"place\": \"E08000005\", \"reserved\": true, \"effectiveOn\": \"2017-01-01\"}");

        secretary
                .post(
                        "/delegations",
                        """
                        {"from": "%s", "to": "%s", "functions": ["%s"], "place": "E08000005",
                         "effectiveOn": "2017-11-01"}
                        """
                                .formatted(cabinet, icb, function))
                .statusCode(422)
                .body("code", equalTo("RESERVED"));
    }

    @Test
    void aQuestionIsAskedInFull() {
        secretary.get("/authority?function=commissioning&place=E08000005").statusCode(400);
        secretary
                .get("/authority?function=commissioning&place=E08000005&owner=rch:12x")
                .statusCode(400);
        secretary.get(question(400, "ALIGNED", "2018-05-01", "R00:1", "R00")).statusCode(400);
        secretary
                .get("/authority?function=gardening&place=E08000005&owner=01D")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FUNCTION"));
        secretary
                .get("/authority?function=commissioning&place=E08000003&owner=00W")
                .statusCode(404);
    }

    private ValidatableResponse who(long pence, String basis, String... owners) {
        return secretary.get(question(pence, basis, "2018-05-01", owners)).statusCode(200);
    }

    private static String question(long pence, String basis, String on, String... owners) {
        return "/authority?function=commissioning&place=E08000005&valuePence=%d&basis=%s&on=%s&owner=%s"
                .formatted(pence, basis, on, String.join("&owner=", owners));
    }

    private void theTwoDelegate() {
        organisation(council, "COUNCIL");
        organisation(ccg, "CCG");
        body(cabinet, council, true);
        body(ccgBoard, ccg, true);
        body(icb, council, false);
        body(panel, council, false);
        grant("C", cabinet, icb, "500000000", "2017-11-01", "2020-10-31").statusCode(201);
        grant("G", ccgBoard, icb, "300000000", "2017-11-01", "2020-10-31").statusCode(201);
    }

    private ValidatableResponse grant(
            String reference,
            String from,
            String to,
            String limit,
            String on,
            @Nullable String expiresOn) {
        return secretary.post(
                "/delegations",
                """
                {"reference": "DEL-%s-%d", "from": "%s", "to": "%s", "functions": ["commissioning"],
                 "place": "E08000005", "limitPence": %s, "maySubDelegate": true,
                 "effectiveOn": "%s", "expiresOn": %s}
                """
                        .formatted(
                                reference,
                                number,
                                from,
                                to,
                                limit,
                                on,
                                expiresOn == null ? null : '"' + expiresOn + '"'));
    }

    private void revoke(String delegation, String on) {
        secretary.does(
                "/delegations/%s/revoke".formatted(delegation),
                "{\"effectiveOn\": \"%s\", \"reason\": \"Replaced\"}".formatted(on));
    }

    private void organisation(String code, String kind) {
        secretary.does(
                "/organisations",
                """
                {"code": "%s", "name": "the %s %s", "kind": "%s", "locality": "E08000005",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(code, kind, code, kind));
    }

    private void body(String reference, String organisation, boolean top) {
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "%s", "classification": "COMMITTEE",
                 "spatialLevel": "LOCALITY", "organisation": "%s", "topOfOrganisation": %s,
                 "locality": "E08000005",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(reference, reference, organisation, top));
    }
}
