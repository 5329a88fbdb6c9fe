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
import locality.budget.figure.Statements;
import locality.budget.testing.Manchester;
import locality.budget.testing.Partners;
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
    private static final String TERMS =
            """
            {"legalPowers": ["S75"], "host": "E08000003", "basis": "SHADOW",
             "startsOn": "2016-04-01"}
            """;
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
        var keyed = spend(fund, 5_000).replaceFirst("\\{", "{\"key\": \"ACCESS-1\", ");
        var entry = create("/funds/" + fund + "/journal-entries", keyed, "id");
        var onFund = Manchester.approves("fund", fund, 1_000_000).reference();
        var commitment = Manchester.commit(fund, 7_000).jsonPath().getString("id");
        var figure = Statements.stated("£13.2m");
        var comparison = create("/comparisons", comparison(figure, "MCR-ACCESS-1"), "id");
        var contribution = Partners.monthly(Partners.aPooledFund(), 1_200);
        var receipt =
                Partners.receive(contribution, 100, "2014-05-20", "BACS 1")
                        .jsonPath()
                        .getString("receipt.id");

        Manchester.delegates("access-noting", 1_000);
        Manchester.commit(Manchester.withALine(Manchester.aFund("access-noting"), 1_000), 1_000)
                .then()
                .statusCode(201);
        var virement = waitingVirement(fund);
        var amount =
                create(
                        "/funds/" + fund + "/protected-amounts",
                        protection(fund, "MCR-ACCESS-PROTECTED"),
                        "id");
        var rule = create("/performance-pay-rules", performancePay("MCR-ACCESS-P4P"), "id");

        TABLE.holdsInEveryCell(
                new Things()
                        .named("figure", figure)
                        .named("comparison", comparison)
                        .json("POST /api/budget/v1/comparisons", comparison(figure, "MCR-ACCESS-2"))
                        .json("POST /api/budget/v1/figures", figure("MCR-ACCESS-FIGURE"))
                        .csv(
                                "POST /api/budget/v1/figures",
                                "reference,label,stated,unit\nMCR-ACCESS-SHEET,Fund,13.2,GBP_M\n")
                        .query("POST /api/budget/v1/figures", "locality=E08000003")
                        .json(
                                "POST /api/budget/v1/figures/{figure}/correct",
                                """
                                {"label": "Fund", "stated": "13.3", "unit": "GBP_M",
                                 "reason": "Misread"}
                                """)
                        .named("agreement", agreement)
                        .named("fund", fund)
                        .named("line", fund + "-L01")
                        .named("entry", entry)
                        .with("version", "1")
                        .query(
                                "GET /api/budget/v1/funds/{fund}/plans/{version}/differences",
                                "from=1")
                        .json(
                                "POST /api/budget/v1/funds/{fund}/plan/stage",
                                "{\"stage\": \"FINAL\"}")
                        .named("commitment", commitment)
                        .query("GET /api/budget/v1/worklist", "role=finance")
                        .with("key", "ACCESS-1")
                        .named("contribution", contribution)
                        .named("receipt", receipt)
                        .named("virement", virement)
                        .named("amount", amount)
                        .named("rule", rule)
                        .json("POST /api/budget/v1/agreements", agreement("MCR-ACCESS-S75-2"))
                        .json(
                                "POST /api/budget/v1/agreements/{agreement}/bases",
                                "{\"basis\": \"SHADOW\", \"startsOn\": \"2015-04-01\"}")
                        .json(
                                "POST /api/budget/v1/agreements/{agreement}/governed-as",
                                "{\"governanceReference\": \"MCR-ACCESS-S75\"}")
                        .json("POST /api/budget/v1/agreements/{agreement}/terms", TERMS)
                        .json(
                                "POST /api/budget/v1/allocations",
                                "{\"totalPence\": 100, \"weights\": [1, 1, 1]}")
                        .json(
                                "POST /api/budget/v1/commitments/{commitment}/carry",
                                "{\"toLineId\": \"%s-L01\", \"decisionId\": \"%s\"}"
                                        .formatted(fund, plan))
                        .json(
                                "POST /api/budget/v1/commitments/{commitment}/discharge",
                                "{\"amountPence\": 1000, \"effectiveDate\": \"2014-07-31\"}")
                        .json(
                                "POST /api/budget/v1/commitments/{commitment}/release",
                                "{\"reason\": \"The contract cost less\"}")
                        .json(
                                "POST /api/budget/v1/commitments/{commitment}/vary",
                                "{\"amountPence\": 8000, \"reason\": \"A second ward joins\"}")
                        .json(
                                "POST /api/budget/v1/commitments/{commitment}/withdraw",
                                "{\"reason\": \"Funded by the trust\"}")
                        .json(
                                "POST /api/budget/v1/contributions/{contribution}/receipts",
                                Partners.receipt(100, "2014-05-21", "BACS 2"))
                        .json(
                                "POST /api/budget/v1/contributions/{contribution}/receipts/{receipt}/take-back",
                                "{\"reason\": \"Returned by the bank\"}")
                        .json(
                                "POST /api/budget/v1/contributions/{contribution}/vary",
                                "{\"annualPence\": 1100, \"reason\": \"Began late\"}")
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
                        .csv(
                                "POST /api/budget/v1/funds/{fund}/contributions",
                                "partner,source,annualPence,profile\n01M,CCG,1200,MONTHLY_12\n")
                        .csv(
                                "POST /api/budget/v1/funds/{fund}/receipts",
                                "contribution,receivedOn,amountPence,document\n")
                        .json(
                                "POST /api/budget/v1/funds/{fund}/journal-entries",
                                spend(fund, 1_000))
                        .csv(
                                "POST /api/budget/v1/funds/{fund}/journal-entries",
                                """
                                key,effectiveDate,description,account,lineId,partner,source,amountPence
                                ACCESS-2,2014-06-30,Reablement,SPEND,%s-L01,,,1
                                ACCESS-2,,,HOST_CASH,,,,-1
                                """
                                        .formatted(fund))
                        .json(
                                "POST /api/budget/v1/funds/{fund}/journal-entries/bulk",
                                "[%s]".formatted(spend(fund, 1)))
                        .json(
                                "POST /api/budget/v1/funds/{fund}/journal-entries/{key}/reverse",
                                "{\"reason\": \"Paid twice\"}")
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
                                "POST /api/budget/v1/lines/{line}/bases",
                                """
                                {"basis": "SHADOW", "startsOn": "2014-10-01",
                                 "decisionId": "%s"}
                                """
                                        .formatted(onFund))
                        .json(
                                "POST /api/budget/v1/funds/{fund}/recycled-savings",
                                """
                                {"lineId": "%s-L01", "amountPence": 1000, "decisionId": "%s",
                                 "from": "Beds closed", "effectiveDate": "2014-09-30"}
                                """
                                        .formatted(fund, onFund))
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

    private static String figure(String reference) {
        return """
        {"locality": "E08000003", "reference": "%s", "label": "Fund", "stated": "13.2",
         "unit": "GBP_M"}
        """
                .formatted(reference);
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

    private static String comparison(String figure, String reference) {
        return """
        {"locality": "E08000003", "reference": "%1$s", "title": "Twice as much",
         "terms": [{"figure": "%2$s"}, {"figure": "%2$s"}], "against": {"figure": "%2$s"}}
        """
                .formatted(reference, figure);
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
