package locality.budget;

import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.finance;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import locality.budget.testing.Manchester;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.AccessTable;
import locality.platform.testing.AccessTable.Things;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who may do what in budget-service, and in which place.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    private static final String BUDGET = "/api/budget/v1";
    private static final String TWO_LINES =
            Manchester.PLAN_HEADER
                    + aLine("Integrated care", 1_000_000)
                    + aLine("Carers and reablement", 1_000);
    private static final AccessTable TABLE = AccessTable.of("budget");

    @Test
    void theTableNamesEveryEndpoint() {
        TABLE.namesEveryEndpoint();
    }

    @Test
    void theTableHoldsInEveryCell() {
        var fund = Manchester.aFund();
        Manchester.plan(fund, TWO_LINES).statusCode(200);
        var agreement = create("/agreements", agreement("MCR-ACCESS-S75"), "id");
        var plan = Manchester.approves("fund-plan", fund, 1_001_000).reference();
        finance()
                .body("{\"decisionId\": \"%s\"}".formatted(plan))
                .post(BUDGET + "/funds/{fund}/approve", fund)
                .then()
                .statusCode(200);
        var entry = create("/funds/" + fund + "/journal-entries", spend(fund, 5_000), "id");
        var commitment = Manchester.commit(fund, 7_000).jsonPath().getString("id");
        var virement = waitingVirement(fund);
        var amount =
                create(
                        "/funds/" + fund + "/protected-amounts",
                        protection(fund, "MCR-ACCESS-PROTECTED"),
                        "id");
        var rule = create("/performance-pay-rules", performancePay("MCR-ACCESS-P4P"), "id");

        TABLE.holdsInEveryCell(
                new Things()
                        .named("agreement", agreement)
                        .named("fund", fund)
                        .named("entry", entry)
                        .named("commitment", commitment)
                        .named("virement", virement)
                        .named("amount", amount)
                        .named("rule", rule)
                        .json("POST /api/budget/v1/agreements", agreement("MCR-ACCESS-S75-2"))
                        .json(
                                "POST /api/budget/v1/agreements/{agreement}/bases",
                                "{\"basis\": \"POOLED\", \"startsOn\": \"2015-04-01\"}")
                        .json(
                                "POST /api/budget/v1/allocations",
                                "{\"totalPence\": 100, \"weights\": [1, 1, 1]}")
                        .json(
                                "POST /api/budget/v1/commitments/{commitment}/discharge",
                                "{\"amountPence\": 1000, \"effectiveDate\": \"2014-07-31\"}")
                        .json(
                                "POST /api/budget/v1/commitments/{commitment}/release",
                                "{\"reason\": \"The contract cost less\"}")
                        .json("POST /api/budget/v1/funds", fund(Locality.MANCHESTER, null))
                        .json(
                                "POST /api/budget/v1/funds/{fund}/approve",
                                "{\"decisionId\": \"%s\"}".formatted(plan))
                        .json(
                                "POST /api/budget/v1/funds/{fund}/commitments",
                                Manchester.commitment(fund, 1_000, ""))
                        .json(
                                "POST /api/budget/v1/funds/{fund}/contributions",
                                """
                                {"partner": "00W", "source": "CCG allocation",
                                 "annualPence": 1000000, "profile": "MONTHLY_12"}
                                """)
                        .json(
                                "POST /api/budget/v1/funds/{fund}/journal-entries",
                                spend(fund, 1_000))
                        .csv("POST /api/budget/v1/funds/{fund}/lines", TWO_LINES)
                        .json(
                                "POST /api/budget/v1/funds/{fund}/protected-amounts",
                                protection(fund, "MCR-ACCESS-PROTECTED-2"))
                        .json("POST /api/budget/v1/funds/{fund}/virements", virement(fund))
                        .json(
                                "POST /api/budget/v1/performance-pay-rules",
                                performancePay("MCR-ACCESS-P4P-2"))
                        .json(
                                "POST /api/budget/v1/performance-pay-rules/{rule}/calculate",
                                """
                                {"on": "2014-01-31", "basePence": 100, "target": 2, "achieved": 1}
                                """)
                        .json(
                                "POST /api/budget/v1/performance-pay-rules/{rule}/end",
                                "{\"endsOn\": \"2014-03-31\"}")
                        .json("POST /api/budget/v1/protected-amounts/{amount}/terms", terms(fund))
                        .json(
                                "POST /api/budget/v1/virements/{virement}/withdraw",
                                "{\"reason\": \"Not needed\"}")
                        .json(
                                "POST /api/budget/v1/journal-entries/{entry}/reverse",
                                "{\"reason\": \"Paid twice\"}"));
    }

    @Test
    void nothingOfAnotherPlaceCanBeBuiltOn() {
        var agreement = create("/agreements", agreement("MCR-ACCESS-S75-3"), "reference");
        var decision = Manchester.approves("fund-plan", "MCR-ANY", 1_000).reference();
        var theirs =
                rochdale()
                        .body(fund(Locality.ROCHDALE, null))
                        .post(BUDGET + "/funds")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("reference");

        rochdale()
                .body(fund(Locality.ROCHDALE, agreement))
                .post(BUDGET + "/funds")
                .then()
                .statusCode(404);
        rochdale()
                .body("{\"decisionId\": \"%s\"}".formatted(decision))
                .post(BUDGET + "/funds/{fund}/approve", theirs)
                .then()
                .statusCode(409)
                .body("code", equalTo("DECISION_NOT_KNOWN"))
                .body("detail", not(containsString("MCR-ANY")));
    }

    @Test
    void readingEveryPlaceIsNotWritingInIt() {
        var fund = Manchester.aFund();
        var both = Tokens.of("finance", "gm-observer").in(Locality.ROCHDALE);

        Manchester.as(both)
                .body(fund(Locality.MANCHESTER, null))
                .post(BUDGET + "/funds")
                .then()
                .statusCode(404);
        Manchester.as(both).get(BUDGET + "/funds/{fund}", fund).then().statusCode(404);
    }

    private static RequestSpecification rochdale() {
        return Manchester.as(Tokens.of("finance").from("01D").in(Locality.ROCHDALE));
    }

    private static String create(String path, String body, String answer) {
        return finance()
                .body(body)
                .post(BUDGET + path)
                .then()
                .statusCode(201)
                .extract()
                .path(answer);
    }

    private static String agreement(String reference) {
        return """
        {"locality": "E08000003", "reference": "%s", "name": "Section 75 agreement",
         "legalPowers": ["S75"], "host": "E08000003", "basis": "ALIGNED",
         "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"},
         "startsOn": "2014-04-01"}
        """
                .formatted(reference);
    }

    private static String fund(Locality place, @Nullable String agreement) {
        return """
        {"locality": "%s", "reference": "F-%s", "name": "Better Care Fund",
         "kind": "POOLED_FUND", "financialYear": "2014/15", "host": "E08000003"%s}
        """
                .formatted(
                        place.code(),
                        Ids.next(),
                        agreement == null ? "" : ", \"agreement\": \"%s\"".formatted(agreement));
    }

    private static String waitingVirement(String fund) {
        return finance()
                .body(virement(fund))
                .post(BUDGET + "/funds/{fund}/virements", fund)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String virement(String fund) {
        return """
        {"moves": [{"lineId": "%s-L01", "amountPence": -100},
                   {"lineId": "%s-L02", "amountPence": 100}],
         "reason": "Reablement starts earlier"}
        """
                .formatted(fund, fund);
    }

    private static String protection(String fund, String reference) {
        return """
        {"reference": "%s", "name": "Protection of social care", "terms": %s}
        """
                .formatted(reference, terms(fund));
    }

    private static String terms(String fund) {
        return """
        {"amountPence": 500, "action": "BLOCK", "lines": ["%s-L02"]}
        """
                .formatted(fund);
    }

    private static String performancePay(String reference) {
        return """
        {"locality": "E08000003", "reference": "%s", "name": "Payment for performance",
         "basisPoints": 2500, "startsOn": "2013-06-26"}
        """
                .formatted(reference);
    }

    private static String spend(String fund, long pence) {
        return """
        {"effectiveDate": "2014-06-30", "description": "Reablement, first quarter",
         "postings": [{"account": "SPEND", "lineId": "%s-L01", "amountPence": %d},
                      {"account": "HOST_CASH", "amountPence": -%d}]}
        """
                .formatted(fund, pence, pence);
    }
}
