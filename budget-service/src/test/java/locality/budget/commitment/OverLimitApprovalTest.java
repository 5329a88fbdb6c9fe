package locality.budget.commitment;

import static locality.budget.commitment.Alliance.ALLIANCE;
import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.commitment.Alliance.assertBalances;
import static locality.budget.commitment.Alliance.opened;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.afterDecisions;
import static locality.budget.testing.Manchester.answer;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.decision;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static locality.budget.testing.Manchester.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is beyond the officers' limit waits for the body that may decide, and for no longer than it
/// may.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class OverLimitApprovalTest {

    @Inject LapseCommitments lapse;
    @Inject ApplyDecision applyDecision;

    @Test
    void waitsForTheBodyThatMayDecideAndOpensOnItsDecision() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).then().statusCode(202).extract().jsonPath();
        assertThat(asked.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(asked.getString("owners[0].organisation")).isEqualTo("00W");
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(ALLIANCE);

        governance().tell(answer(asked, "INVALID", ALLIANCE, "RESERVED"));
        var refused = afterDecisions(asked.getString("id"), 1);
        assertThat(refused.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(refused.getList("attempts[0].reasons")).containsExactly("RESERVED");

        var decided = answer(asked, "IN_EFFECT", ALLIANCE);
        governance().tell(decided);
        var opened = afterDecisions(asked.getString("id"), 2);
        assertThat(opened.getString("state")).isEqualTo("OPEN");
        assertThat(opened.getUUID("decisionId")).isEqualTo(decided.decisionId());
        assertThat(opened.getBoolean("attempts[1].applied")).isTrue();
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(ALLIANCE);
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND - ALLIANCE);
        assertBalances(fund, ALLIANCE);
    }

    @Test
    void staysPendingOnADecisionOfAnotherAmountOrContent() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).jsonPath();

        governance().tell(answer(asked, "IN_EFFECT", ALLIANCE - 1));
        governance()
                .tell(
                        decision(
                                new Subject("commitment", asked.getString("id")),
                                "IN_EFFECT",
                                ALLIANCE,
                                UUID.randomUUID(),
                                "0".repeat(64)));

        var waiting = afterDecisions(asked.getString("id"), 2);
        assertThat(waiting.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.getList("attempts.reasons.flatten()"))
                .containsExactlyInAnyOrder("AMOUNT_NOT_COVERED", "OTHER_REQUEST", "OTHER_CONTENT");
    }

    @Test
    void isRejectedByALostVoteAndFreesTheMoney() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).jsonPath();

        governance().tell(answer(asked, "LOST", ALLIANCE));

        assertThat(afterDecisions(asked.getString("id"), 1).getString("state"))
                .isEqualTo("REJECTED");
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND);
    }

    @Test
    void lapsesWhenNobodyDecidesInTime() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).jsonPath();
        var dueOn = LocalDate.parse(asked.getString("request.dueOn"));

        lapse.handle(dueOn);
        assertThat(commitment(asked.getString("id")).getString("state"))
                .isEqualTo("PENDING_APPROVAL");
        lapse.handle(dueOn.plusDays(1));

        assertThat(commitment(asked.getString("id")).getString("state")).isEqualTo("LAPSED");
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND);
    }

    @Test
    void eitherOpensOrLapsesWhenTheDecisionComesAsItsTimeRunsOut() throws Exception {
        var fund = aFundWithALine(FUND);
        var asked =
                IntStream.range(0, 8).mapToObj(i -> commit(fund, 1_000 + i).jsonPath()).toList();
        var late = LocalDate.parse(asked.getFirst().getString("request.dueOn")).plusDays(1);

        try (var atOnce = Executors.newFixedThreadPool(2)) {
            var lapsing = atOnce.submit(() -> lapse.handle(late));
            asked.forEach(
                    one -> governance().tell(answer(one, "IN_EFFECT", one.getLong("amountPence"))));
            lapsing.get();
        }

        var ended = asked.stream().map(one -> afterDecisions(one.getString("id"), 1)).toList();
        assertThat(ended)
                .allSatisfy(
                        one ->
                                assertThat(one.getString("state"))
                                        .isEqualTo(
                                                one.getBoolean("attempts[0].applied")
                                                        ? "OPEN"
                                                        : "LAPSED"));
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("committedPence"))
                .isEqualTo(
                        ended.stream()
                                .filter(one -> one.getString("state").equals("OPEN"))
                                .mapToLong(one -> one.getLong("amountPence"))
                                .sum());
    }

    @Test
    void takesNoDecisionOfAnotherPlace() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).jsonPath();

        applyDecision.handle(ofRochdale(answer(asked, "IN_EFFECT", ALLIANCE)));

        assertThat(commitment(asked.getString("id")).getString("state"))
                .isEqualTo("PENDING_APPROVAL");
        assertThat(commitment(asked.getString("id")).getList("attempts")).isEmpty();
    }

    @Test
    void answersTheRequestItRepeatsWhateverCommitmentItNames() {
        var fund = aFundWithALine(FUND);
        var named = commit(fund, ALLIANCE).jsonPath();
        var asked = commit(fund, ALLIANCE).jsonPath();

        applyDecision.handle(
                decision(
                        new Subject("commitment", named.getString("id")),
                        "IN_EFFECT",
                        ALLIANCE,
                        asked.getUUID("request.id"),
                        asked.getString("request.contentHash")));

        assertThat(commitment(asked.getString("id")).getString("state")).isEqualTo("OPEN");
        assertThat(commitment(named.getString("id")).getList("attempts")).isEmpty();
    }

    @Test
    void listsTheDecisionsThatArrivedForEachCommitment() {
        var fund = aFundWithALine(FUND);
        var refused = commit(fund, ALLIANCE).jsonPath();
        var waiting = commit(fund, ALLIANCE).jsonPath();
        applyDecision.handle(answer(refused, "INVALID", ALLIANCE, "RESERVED"));
        applyDecision.handle(answer(refused, "INVALID", ALLIANCE, "INQUORATE"));

        var items =
                finance()
                        .queryParam("fundId", fund)
                        .get("/api/budget/v1/commitments")
                        .jsonPath()
                        .setRootPath("items");

        assertThat(items.getString("[0].id")).isEqualTo(refused.getString("id"));
        assertThat(items.getList("[0].attempts.reasons.flatten()"))
                .containsExactly("RESERVED", "INQUORATE");
        assertThat(items.getString("[1].id")).isEqualTo(waiting.getString("id"));
        assertThat(items.getList("[1].attempts")).isEmpty();
    }

    @Test
    void tellsTheStoryInItsEvents() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).jsonPath();
        governance().tell(answer(asked, "INVALID", ALLIANCE, "INQUORATE"));
        governance().tell(answer(asked, "IN_EFFECT", ALLIANCE));
        afterDecisions(asked.getString("id"), 2);

        var events = eventsOf(asked.getString("id"), 3);

        assertThat(events)
                .extracting(event -> event.get("type"))
                .containsExactly(
                        "budget.approval-requested.v1",
                        "budget.decision-not-applied.v1",
                        "budget.commitment-opened.v1");
        assertThat(events.getFirst())
                .extractingByKey("data", MAP)
                .containsEntry("contentHash", asked.getString("request.contentHash"));
        assertThat(events.get(1))
                .extractingByKey("data", MAP)
                .containsEntry("reason", "INQUORATE")
                .containsEntry("requestId", asked.getString("request.id"));
        assertThat(events.get(2))
                .extractingByKey("data", MAP)
                .containsEntry("basis", "ALIGNED")
                .containsEntry("function", "bcf-investment-wave-one")
                .containsEntry(
                        "owners",
                        List.of(Map.of("organisation", "00W", "sharePence", (int) ALLIANCE)))
                .containsEntry("carriedFrom", null);
    }

    private static DecisionTaken ofRochdale(DecisionTaken told) {
        return new DecisionTaken(
                told.decisionId(),
                told.reference(),
                told.title(),
                told.bodyId(),
                told.bodyName(),
                told.meetingId(),
                told.decisionType(),
                told.outcome(),
                told.state(),
                told.validityCodes(),
                told.function(),
                told.valuePence(),
                told.basis(),
                told.owners(),
                told.subject(),
                told.requestId(),
                told.contentHash(),
                Locality.ROCHDALE,
                told.effectiveOn(),
                told.provenance());
    }

    /// Waits until the relay has given the commitment's events their positions, and reads them.
    private static List<Map<String, Object>> eventsOf(String commitment, int count) {
        await().until(() -> feed(commitment).size() >= count);
        return feed(commitment);
    }

    /// What the feed says of a commitment, read to the feed's end.
    private static List<Map<String, Object>> feed(String commitment) {
        var ofCommitment = new ArrayList<Map<String, Object>>();
        var page = page(null);
        while (!page.getList("$").isEmpty()) {
            ofCommitment.addAll(
                    page.getList("findAll { it.subject == '%s' }".formatted(commitment)));
            page = page(page.getString("[-1].id"));
        }
        return ofCommitment;
    }

    private static JsonPath page(@Nullable String lastEventId) {
        var request = finance();
        if (lastEventId != null) {
            request.queryParam("lastEventId", lastEventId);
        }
        return request.get("/api/budget/v1/events").then().statusCode(200).extract().jsonPath();
    }
}
