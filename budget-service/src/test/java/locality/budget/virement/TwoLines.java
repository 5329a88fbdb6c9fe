package locality.budget.virement;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import locality.budget.testing.Manchester;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;

/// An approved fund with two lines of Central Manchester CCG, and what is moved between them.
final class TwoLines {

    static final long INTEGRATED = 1_322_100_000;
    static final long CARERS = 500_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TwoLines() {}

    /// @return its reference; the lines' are the same with `-L01` and `-L02`
    static String approved() {
        var fund = Manchester.aFund();
        Manchester.plan(fund, plan(INTEGRATED, CARERS)).statusCode(200);
        approve(fund, approves("fund-plan", fund, INTEGRATED + CARERS)).statusCode(200);
        return fund;
    }

    static String plan(long integrated, long carers) {
        return PLAN_HEADER
                + Manchester.aLine("Integrated care", integrated)
                + Manchester.aLine("Carers and reablement", carers);
    }

    /// Asks to move so much from the first line to the second.
    static Response move(String fund, long pence, String more) {
        return finance()
                .body(
                        """
                        {"moves": [{"lineId": "%s-L01", "amountPence": %d},
                                   {"lineId": "%s-L02", "amountPence": %d}],
                         "reason": "Reablement starts earlier"%s}
                        """
                                .formatted(fund, -pence, fund, pence, more))
                .post("/api/budget/v1/funds/{fund}/virements", fund);
    }

    static JsonPath virement(String id) {
        return finance()
                .get("/api/budget/v1/virements/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Waits until the virement has met so many decisions.
    static JsonPath afterDecisions(String id, int attempts) {
        await().atMost(PATIENCE).until(() -> virement(id).getList("attempts").size() >= attempts);
        return virement(id);
    }

    /// Governance decides on what was asked.
    static DecisionTaken decides(JsonPath virement, String state, long pence, String... codes) {
        var decision =
                Manchester.decision(
                        new Subject("virement", virement.getString("id")),
                        state,
                        pence,
                        virement.getUUID("request.id"),
                        virement.getString("request.contentHash"),
                        codes);
        governance().tell(decision);
        return decision;
    }

    /// Protects so much of lines of a fund.
    ///
    /// @return the reference
    static String protects(String fund, String action, long pence, String... lines) {
        var reference = "MCR-PROTECTED-V-" + COUNT.incrementAndGet();
        finance()
                .body(
                        """
                        {"reference": "%s", "name": "Protection of social care",
                         "terms": {"amountPence": %d, "action": "%s", "lines": ["%s"]}}
                        """
                                .formatted(
                                        reference,
                                        pence,
                                        action,
                                        String.join(
                                                "\", \"",
                                                List.of(lines).stream()
                                                        .map(line -> fund + line)
                                                        .toList())))
                .post("/api/budget/v1/funds/{fund}/protected-amounts", fund)
                .then()
                .statusCode(201);
        return reference;
    }
}
