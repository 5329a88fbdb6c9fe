package locality.demo;

import static locality.demo.Expectation.elements;
import static locality.demo.Expectation.expect;
import static locality.demo.Expectation.expectAmong;
import static locality.demo.Expectation.expectInvalid;
import static locality.demo.Expectation.expectStatus;
import static locality.demo.Expectation.expectSuccess;
import static locality.demo.Expectation.expectThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/// One decision funds one intervention: a commitment of £2,791,000 for the Central Manchester
/// pre-alliance is over every delegated limit, the Health and Wellbeing Board may not decide it
/// (*Living Longer, Living Better: Progress Update*, 3.5.5), Central Manchester CCG's Governing
/// Body does, and everything else follows. Each step is checked.
///
/// Played again on the same suite it repeats its idempotency keys, so it goes on where it was
/// stopped, or only checks how it ended.
final class Story {

    private static final String MANCHESTER = "E08000003";
    private static final String ROCHDALE = "E08000005";
    private static final Caller POOL_MANAGER = Caller.of("finance", MANCHESTER, MANCHESTER);
    private static final Caller SECRETARY = Caller.of("governance", MANCHESTER, MANCHESTER);
    private static final Caller READER = Caller.of("viewer", MANCHESTER, MANCHESTER);
    private static final Caller STRANGER = Caller.of("finance", ROCHDALE, ROCHDALE);

    private static final String FUND = "MCR-BCF-2014-15";
    private static final String INTERVENTION = "MCR-CM-PRE-ALLIANCE";
    private static final String CONTRACT = "MCR-CM-ALLIANCE";
    private static final long AMOUNT = 279_100_000;
    private static final long WITHIN_LIMIT = 4_000_000;
    private static final String BOARD = "MCR-HWBB";
    private static final String GOVERNING_BODY = "CMCCG-GB";

    private final SuiteClient suite;
    private final Patience forEvents;
    private final Progress progress;

    private String commitment = "";

    Story(SuiteClient suite, Patience forEvents, Progress progress) {
        this.suite = suite;
        this.forEvents = forEvents;
        this.progress = progress;
    }

    /// Plays and checks; says PASS or FAIL step by step, and stops at the first FAIL.
    ///
    /// @return whether every step passed
    boolean play() {
        try {
            check("Lines of the Better Care Fund 2014/15 sum to £32,671,000", this::planIsThere);
            check(
                    "A commitment of £40,000 is open at once, within the officers' limit",
                    this::withinLimit);
            check("A commitment of £2,791,000 waits for a decision", this::askForTheMoney);
            if (isOpen()) {
                progress.say("      This story was already played here; how did it end?");
            } else {
                playTheDecisions();
            }
            checkHowItEnds();
            progress.say("The story is told, every step passed");
            return true;
        } catch (Expectation.Broken step) {
            return false;
        }
    }

    private void playTheDecisions() {
        check("Governance has the request for approval on its list", this::requestHasArrived);
        check("Authority rests with the Governing Body, not with the board", this::whoMayDecide);
        check("The board decides first: invalid, RESERVED", this::boardDecides);
        check("A Governing Body of three: invalid, INQUORATE", this::tooFewDecide);
        check("A member with an interest votes: invalid, CONFLICTED_VOTE", this::conflictedVote);
        check("Another amount than was asked for is refused: AMOUNT_DIFFERS", this::wrongAmount);
        check("The commitment still waits, and says why", this::stillPending);
        check("The Governing Body, quorate, decides: in effect", this::governingBodyDecides);
    }

    private void checkHowItEnds() {
        check("The commitment is open", this::commitmentOpens);
        check("The intervention shows the money", this::interventionIsFunded);
        check("Manchester's dashboard shows commitment and decision", this::dashboardFollows);
        check("A token of Rochdale sees nothing of it", this::strangerSeesNothing);
    }

    private void planIsThere() {
        var fund = got(POOL_MANAGER, "/api/budget/v1/funds/" + FUND);
        expect(fund, "/plannedPence", 3_267_100_000L);
    }

    private void withinLimit() {
        var answer =
                suite.post(
                        POOL_MANAGER,
                        "/api/budget/v1/funds/" + FUND + "/commitments",
                        json(
                                """
                                {"lineId": "%s", "amountPence": %d, "provider": "%s",
                                 "purpose": "Reablement, additional capacity",
                                 "expiresOn": "2015-03-31"}
                                """,
                                lineOf("Carers break & reablement"), WITHIN_LIMIT, MANCHESTER));
        expectStatus(answer, 201);
        expect(answer.body(), "/state", "OPEN");
        expectThat(answer.body().path("delegationId").isTextual(), "it names no delegation");
    }

    private void askForTheMoney() {
        var answer =
                suite.post(
                        POOL_MANAGER,
                        "/api/budget/v1/funds/" + FUND + "/commitments",
                        json(
                                """
                                {"lineId": "%s", "amountPence": %d, "provider": "RW3",
                                 "purpose": "Central Manchester pre-alliance, new investment",
                                 "interventionId": "%s", "contractId": "%s",
                                 "effectiveOn": "2014-05-14",
                                 "owners": [{"organisation": "00W", "sharePence": %d}],
                                 "provenance": {"kind": "STATED",
                                   "document": "Living Longer, Living Better: Progress Update",
                                   "section": "3.3.3"}}
                                """,
                                lineOf("Local Development Fund"),
                                AMOUNT,
                                INTERVENTION,
                                CONTRACT,
                                AMOUNT));
        expectStatus(answer, 202);
        expect(answer.body(), "/state", "PENDING_APPROVAL");
        commitment = answer.text("/reference");
    }

    private boolean isOpen() {
        return !theCommitment().at("/state").asText().equals("PENDING_APPROVAL");
    }

    private void requestHasArrived() {
        eventually(
                SECRETARY,
                "/api/governance/v1/approval-requests?locality=" + MANCHESTER,
                requests -> isRequested(requests.at("/items")),
                "the request of " + commitment);
    }

    private boolean isRequested(JsonNode requests) {
        return elements(requests)
                .anyMatch(
                        request ->
                                request.path("reference").asText().equals(commitment)
                                        && request.path("amountPence").asLong() == AMOUNT);
    }

    private void whoMayDecide() {
        var answer =
                got(
                        SECRETARY,
                        "/api/governance/v1/authority?function=bcf-investment-wave-one&place="
                                + MANCHESTER
                                + "&valuePence="
                                + AMOUNT
                                + "&on=2014-06-11&basis=ALIGNED&owner=00W:"
                                + AMOUNT);
        expectAmong(answer.at("/holders"), "reference", GOVERNING_BODY);
        var refused =
                elements(answer.at("/refused"))
                        .filter(body -> body.path("reference").asText().equals(BOARD))
                        .map(body -> body.path("code").asText())
                        .toList();
        expectThat(refused.contains("RESERVED"), "the board is refused with " + refused);
    }

    private void boardDecides() {
        var outcome =
                new StoryMeeting(BOARD, "2014-05-21", "2014-05-13")
                        .attendedBy("CHAIR", "EXEC-ADULTS", "DIR-FHW", "DPH", "NM-CCG", "SM-CCG")
                        .decides(commitment, this::post);
        expectInvalid(outcome, "RESERVED");
    }

    private void tooFewDecide() {
        var outcome =
                new StoryMeeting(GOVERNING_BODY, "2014-05-28", "2014-05-19")
                        .attendedBy("CHAIR", "ACCOUNTABLE-OFFICER", "NURSE")
                        .decides(commitment, this::post);
        expectInvalid(outcome, "INQUORATE");
    }

    private void conflictedVote() {
        var outcome =
                new StoryMeeting(GOVERNING_BODY, "2014-06-04", "2014-05-27")
                        .attendedBy(
                                "CHAIR",
                                "ACCOUNTABLE-OFFICER",
                                "CHIEF-FINANCE-OFFICER",
                                "NURSE",
                                "LAY-GOVERNANCE",
                                "GP-LEAD-1")
                        .inWhich("GP-LEAD-1", "NO_VOTE")
                        .decides(commitment, this::post);
        expectInvalid(outcome, "CONFLICTED_VOTE");
    }

    private void wrongAmount() {
        var meeting = rightMeeting();
        meeting.called(this::post);
        var answer =
                suite.post(
                        SECRETARY,
                        meeting.path() + "/items",
                        json(
                                """
                                {"title": "Central Manchester pre-alliance, a smaller amount",
                                 "approvalRequest": "%s",
                                 "decision": {"type": "APPROVE", "valuePence": 250000000}}
                                """,
                                commitment));
        expectStatus(answer, 422);
        expect(answer.body(), "/code", "AMOUNT_DIFFERS");
    }

    private void stillPending() {
        eventually(
                POOL_MANAGER,
                "/api/budget/v1/commitments/" + commitment,
                seen -> reasonsNotApplied(seen).contains("CONFLICTED_VOTE"),
                "the decisions that did not bind it");
        var seen = theCommitment();
        expect(seen, "/state", "PENDING_APPROVAL");
        var reasons = reasonsNotApplied(seen);
        expectThat(
                reasons.containsAll(List.of("RESERVED", "INQUORATE", "CONFLICTED_VOTE")),
                "the commitment gives the reasons " + reasons);
    }

    private static List<String> reasonsNotApplied(JsonNode commitment) {
        return elements(commitment.at("/attempts"))
                .flatMap(attempt -> elements(attempt.path("reasons")))
                .map(JsonNode::asText)
                .toList();
    }

    private void governingBodyDecides() {
        var outcome = rightMeeting().decides(commitment, this::post);
        expect(outcome, "/state", "IN_EFFECT");
        expectThat(outcome.path("validityCodes").isEmpty(), "it has validity codes: " + outcome);
    }

    private static StoryMeeting rightMeeting() {
        return new StoryMeeting(GOVERNING_BODY, "2014-06-11", "2014-06-03")
                .attendedBy(
                        "CHAIR",
                        "ACCOUNTABLE-OFFICER",
                        "CHIEF-FINANCE-OFFICER",
                        "NURSE",
                        "SECONDARY-CARE",
                        "LAY-GOVERNANCE",
                        "LAY-PUBLIC");
    }

    private void commitmentOpens() {
        eventually(
                POOL_MANAGER,
                "/api/budget/v1/commitments/" + commitment,
                seen -> seen.path("state").asText().equals("OPEN"),
                "it open");
        expectThat(theCommitment().path("decisionId").isTextual(), "it names no decision");
        isTracedFromThePoolToItsContract();
    }

    private void isTracedFromThePoolToItsContract() {
        var trace = got(READER, "/api/budget/v1/commitments/" + commitment + "/trace");
        expect(trace, "/fund", FUND);
        expect(trace, "/contractId", CONTRACT);
        expectThat(
                trace.path("amountPence").asLong() == AMOUNT, "it traces another amount: " + trace);
        for (var sum : trace.path("proof")) {
            expectThat(sum.path("holds").asBoolean(), "a sum does not hold: " + sum);
        }
        expectStatus(suite.get(READER, "/api/intervention/v1/contracts/" + CONTRACT), 200);
    }

    private void interventionIsFunded() {
        eventually(
                READER,
                "/api/intervention/v1/interventions/" + INTERVENTION,
                seen -> seen.path("fundedPence").asLong() >= AMOUNT,
                "fundedPence of " + AMOUNT);
    }

    private void dashboardFollows() {
        var decision = theCommitment().path("decisionId").asText();
        var committed = committedOfTheYear();
        eventually(
                READER,
                "/api/reporting/v1/localities/" + MANCHESTER + "/dashboard?financialYear=2014/15",
                seen ->
                        seen.at("/pool/committedPence").asLong() == committed
                                && elements(seen.at("/decisions"))
                                        .anyMatch(one -> one.path("id").asText().equals(decision)),
                "committedPence of " + committed + " and the decision " + decision);
        progress.say("      committed in 2014/15: £%,d", committed / 100);
    }

    /// What budget-service itself has open in the fund: the dashboard must agree with it.
    private long committedOfTheYear() {
        return elements(got(POOL_MANAGER, "/api/budget/v1/funds/" + FUND + "/lines").at("/items"))
                .mapToLong(line -> line.path("committedPence").asLong())
                .sum();
    }

    private void strangerSeesNothing() {
        expectStatus(suite.get(STRANGER, "/api/budget/v1/commitments/" + commitment), 404);
        expectStatus(suite.get(STRANGER, "/api/budget/v1/funds/" + FUND), 404);
        expectStatus(suite.get(STRANGER, "/api/governance/v1/bodies/" + GOVERNING_BODY), 404);
        expectStatus(
                suite.get(STRANGER, "/api/intervention/v1/interventions/" + INTERVENTION), 404);
        expectStatus(
                suite.get(STRANGER, "/api/reporting/v1/localities/" + MANCHESTER + "/dashboard"),
                404);
        var funds = got(STRANGER, "/api/budget/v1/funds?locality=" + MANCHESTER).at("/items");
        expectThat(funds.isEmpty(), "Rochdale sees funds of Manchester: " + funds);
    }

    private JsonNode theCommitment() {
        return got(POOL_MANAGER, "/api/budget/v1/commitments/" + commitment);
    }

    private String lineOf(String scheme) {
        var lines = got(POOL_MANAGER, "/api/budget/v1/funds/" + FUND + "/lines").at("/items");
        return elements(lines)
                .filter(line -> line.path("scheme").asText().equals(scheme))
                .map(line -> line.path("reference").asText())
                .findFirst()
                .orElseThrow(() -> new Expectation.Broken("the fund has no line " + scheme));
    }

    private JsonNode got(Caller caller, String path) {
        var answer = suite.get(caller, path);
        expectSuccess(answer);
        return answer.body();
    }

    private JsonNode post(String path, JsonNode body) {
        var answer = suite.post(SECRETARY, path, body);
        expectSuccess(answer);
        return answer.body();
    }

    private void eventually(Caller caller, String path, Predicate<JsonNode> shown, String wanted) {
        var waiting = forEvents.begin(progress);
        while (true) {
            var answer = suite.get(caller, path);
            if (answer.succeeded() && shown.test(answer.body())) {
                return;
            }
            waiting.pause("%s does not show %s".formatted(path, wanted));
        }
    }

    private void check(String sentence, Runnable step) {
        try {
            step.run();
            progress.say("PASS  %s", sentence);
        } catch (Expectation.Broken | DemoFailed broken) {
            progress.say("FAIL  %s: %s", sentence, String.valueOf(broken.getMessage()));
            throw new Expectation.Broken(sentence);
        }
    }

    private static JsonNode json(String text, Object... values) {
        try {
            return DemoData.JSON.readTree(text.formatted(values));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
