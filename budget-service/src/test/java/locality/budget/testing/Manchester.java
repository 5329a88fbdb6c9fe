package locality.budget.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import org.jspecify.annotations.Nullable;

/// Manchester's finance office, as the tests play it over REST, and governance as it tells of what
/// was decided.
public final class Manchester {

    public static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    public static final String CENTRAL_MANCHESTER = "00W";
    public static final String WAVE_ONE = "bcf-investment-wave-one";
    public static final String PLAN_HEADER =
            "scheme,areaOfSpend,commissioner,providerType,fundingSource,kind,recurrent,ringFence,basis,plannedPence\n";

    /// Manchester's Better Care Fund of 2014/15 (Living Longer Living Better, 3.2.1).
    public static final String BETTER_CARE_FUND =
            PLAN_HEADER
                    + """
                    Carers and reablement,Social care,E08000003,Local authority,CCG allocation,REVENUE,true,,ALIGNED,500000000
                    Social care transfer,Social care,E08000003,Local authority,NHS England transfer,REVENUE,true,,ALIGNED,999800000
                    Disabled facilities grant,Housing,E08000003,Local authority,DFG,CAPITAL,true,DFG,ALIGNED,296700000
                    Social care capital,Social care,E08000003,Local authority,DH capital,CAPITAL,true,Social care capital,ALIGNED,148500000
                    Care Bill,Social care,E08000003,Local authority,CCG allocation,REVENUE,true,,ALIGNED,0
                    Local Development Fund,Integrated care,00W,NHS provider,CCG allocation,REVENUE,false,,ALIGNED,1322100000
                    TOTAL,,,,,,,,,3267100000
                    """;

    private static final RestAssuredConfig SENDS_CSV =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("text/csv", ContentType.TEXT));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Manchester() {}

    /// Manchester City Council's pool manager.
    public static RequestSpecification finance() {
        return as(Tokens.of("finance").in(Locality.MANCHESTER));
    }

    public static RequestSpecification as(String token) {
        return given().spec(
                        new RequestSpecBuilder()
                                .setConfig(SENDS_CSV)
                                .addHeader("Authorization", "Bearer " + token)
                                .setContentType(ContentType.JSON)
                                .build());
    }

    /// A fund of 2014/15 with nothing planned, under a reference of its own.
    ///
    /// @return its reference
    public static String aFund() {
        return aFund(WAVE_ONE);
    }

    /// @param function who decides on its commitments
    public static String aFund(String function) {
        return aFund(function, "2014/15");
    }

    /// A fund under an agreement, which is in force, may pool and has this basis from April 2014.
    public static String aFundUnderAnAgreement(String basis) {
        var agreement = "MCR-S75-" + COUNT.incrementAndGet();
        SignedAgreements.inForce(agreement);
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Section 75 agreement",
                         "legalPowers": ["S75"], "host": "E08000003", "basis": "%s",
                         "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"},
                         "startsOn": "2014-04-01"}
                        """
                                .formatted(agreement, basis))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);
        return aFund(WAVE_ONE, "2014/15", ", \"agreement\": \"%s\"".formatted(agreement));
    }

    public static String aFund(String function, String financialYear) {
        return aFund(function, financialYear, "");
    }

    private static String aFund(String function, String financialYear, String more) {
        var reference = "MCR-TEST-" + COUNT.incrementAndGet();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Better Care Fund",
                         "kind": "POOLED_FUND", "financialYear": "%s", "host": "E08000003",
                         "decisionFunction": "%s"%s}
                        """
                                .formatted(reference, financialYear, function, more))
                .post("/api/budget/v1/funds")
                .then()
                .statusCode(201);
        return reference;
    }

    /// A fund with one line of so much.
    ///
    /// @return the fund's reference; its line's is the same with `-L01`
    public static String aFundWithALine(long pence) {
        return withALine(aFund(), pence);
    }

    public static String withALine(String fund, long pence) {
        plan(fund, PLAN_HEADER + aLine("Integrated care", pence)).statusCode(200);
        return fund;
    }

    /// A fund with one line of so much, its plan approved: money may move on it.
    public static String anApprovedFund(long pence) {
        var fund = aFundWithALine(pence);
        var decision = approves("fund-plan", fund, pence);
        approve(fund, decision)
                .statusCode(200)
                .body("approval.decisionId", equalTo(decision.decisionId().toString()));
        return fund;
    }

    /// Asks to approve the fund's plan by this decision.
    public static ValidatableResponse approve(String fund, DecisionTaken decision) {
        return finance()
                .body("{\"decisionId\": \"%s\"}".formatted(decision.decisionId()))
                .post("/api/budget/v1/funds/{fund}/approve", fund)
                .then();
    }

    public static String aLine(String scheme, long pence) {
        return "%s,Integrated care,00W,NHS provider,CCG allocation,REVENUE,false,,ALIGNED,%d\n"
                .formatted(scheme, pence);
    }

    public static ValidatableResponse plan(String fund, String csv) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(csv)
                .post("/api/budget/v1/funds/{fund}/lines", fund)
                .then();
    }

    public static JsonPath line(String reference) {
        var fund = reference.substring(0, reference.lastIndexOf("-L"));
        return finance()
                .get("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.reference == '%s' }".formatted(reference));
    }

    /// Asks to commit so much on the fund's first line.
    public static Response commit(String fund, long pence) {
        return commit(fund, pence, "");
    }

    public static Response commit(String fund, long pence, String more) {
        return finance().body(commitment(fund, pence, more)).post(commitments(fund));
    }

    public static String commitment(String fund, long pence, String more) {
        return """
        {"lineId": "%s-L01", "amountPence": %d, "provider": "RW3",
         "purpose": "Central Manchester pre-alliance", "effectiveOn": "2014-05-14"%s}
        """
                .formatted(fund, pence, more);
    }

    public static String commitments(String fund) {
        return "/api/budget/v1/funds/%s/commitments".formatted(fund);
    }

    public static JsonPath commitment(String id) {
        return finance()
                .get("/api/budget/v1/commitments/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Waits until the commitment has met so many decisions.
    public static JsonPath afterDecisions(String commitment, int attempts) {
        await().atMost(PATIENCE)
                .until(() -> commitment(commitment).getList("attempts").size() >= attempts);
        return commitment(commitment);
    }

    /// Governance tells that Central Manchester CCG lets the officers of Manchester City Council
    /// decide so much at once.
    public static void delegates(String function, long limitPence) {
        governance()
                .tell(
                        new DelegationGranted(
                                Ids.next(),
                                "MCR-SCHEME-" + COUNT.incrementAndGet(),
                                Ids.next(),
                                CENTRAL_MANCHESTER,
                                null,
                                "E08000003",
                                List.of(function),
                                Pence.of(limitPence),
                                "PER_DECISION",
                                false,
                                Locality.MANCHESTER,
                                LocalDate.of(2014, 4, 1),
                                null,
                                Provenance.illustrative()));
        var probe = withALine(aFund(function), limitPence);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                finance()
                                                .queryParam("dryRun", true)
                                                .body(commitment(probe, limitPence, ""))
                                                .post(commitments(probe))
                                                .statusCode()
                                        == 201);
    }

    /// Governance tells of a decision in effect on a subject, and budget has heard of it.
    public static DecisionTaken approves(String subjectType, String subjectId, long valuePence) {
        return approves(CENTRAL_MANCHESTER, subjectType, subjectId, valuePence);
    }

    /// @param owner whose money, all of it, the decision is about
    public static DecisionTaken approves(
            String owner, String subjectType, String subjectId, long valuePence) {
        var subject = new Subject(subjectType, subjectId);
        return tells(decision(owner, subject, "IN_EFFECT", valuePence, null, null));
    }

    /// As [#approves], in a function other than the first wave's.
    public static DecisionTaken approvesIn(
            String function, String subjectType, String subjectId, long valuePence) {
        var subject = new Subject(subjectType, subjectId);
        return tells(
                decision(
                        function,
                        CENTRAL_MANCHESTER,
                        subject,
                        "IN_EFFECT",
                        valuePence,
                        null,
                        null));
    }

    private static DecisionTaken tells(DecisionTaken decision) {
        governance().tell(decision);
        var probe = aFundWithALine(1);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                !"DECISION_NOT_KNOWN"
                                        .equals(
                                                commit(
                                                                probe,
                                                                1,
                                                                ", \"decisionId\": \"%s\""
                                                                        .formatted(
                                                                                decision
                                                                                        .decisionId()))
                                                        .jsonPath()
                                                        .getString("code")));
        return decision;
    }

    /// A decision that answers a commitment's request.
    public static DecisionTaken answer(
            JsonPath commitment, String state, long valuePence, String... codes) {
        return decision(
                new Subject("commitment", commitment.getString("id")),
                state,
                valuePence,
                commitment.getUUID("request.id"),
                commitment.getString("request.contentHash"),
                codes);
    }

    public static DecisionTaken decision(
            @Nullable Subject subject,
            String state,
            long valuePence,
            @Nullable UUID requestId,
            @Nullable String contentHash,
            String... codes) {
        return decision(
                CENTRAL_MANCHESTER, subject, state, valuePence, requestId, contentHash, codes);
    }

    /// @param owner whose money, all of it, the decision is about
    public static DecisionTaken decision(
            String owner,
            @Nullable Subject subject,
            String state,
            long valuePence,
            @Nullable UUID requestId,
            @Nullable String contentHash,
            String... codes) {
        return decision(WAVE_ONE, owner, subject, state, valuePence, requestId, contentHash, codes);
    }

    private static DecisionTaken decision(
            String function,
            String owner,
            @Nullable Subject subject,
            String state,
            long valuePence,
            @Nullable UUID requestId,
            @Nullable String contentHash,
            String... codes) {
        return new DecisionTaken(
                Ids.next(),
                "MCR-D-" + COUNT.incrementAndGet(),
                "Pre-alliance",
                Ids.next(),
                "Central Manchester CCG Governing Body",
                Ids.next(),
                "APPROVE",
                state.equals("LOST") ? "LOST" : "CARRIED",
                state,
                List.of(codes),
                function,
                Pence.of(valuePence),
                "ALIGNED",
                owners(owner, subject, valuePence),
                subject,
                requestId,
                contentHash,
                Locality.MANCHESTER,
                MAY,
                Provenance.illustrative());
    }

    /// One owner's money, all of it; a plan has the council's lines besides.
    private static List<MoneyOwner> owners(
            String owner, @Nullable Subject subject, long valuePence) {
        var one = new MoneyOwner(owner, Pence.of(valuePence));
        return subject != null && subject.type().equals("fund-plan")
                ? List.of(one, new MoneyOwner("E08000003", null))
                : List.of(one);
    }

    public static Topics governance() {
        return Governance.TOPIC;
    }

    /// Opened when governance first tells something, so that a rule's test needs no broker.
    private static final class Governance {
        static final Topics TOPIC = Topics.of("governance");
    }
}
