package locality.budget.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// What holds of the ledger after every command, whatever was posted, refused or taken back.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class LedgerLawsTest {

    private static final long ROOM = 1_000;
    private static final int STEPS = 40;

    private final Random random = new Random(2014);

    @Test
    void balancesAreTheSumsOfPostingsAtEveryMomentForEver() {
        var fund = anApprovedFund(ROOM);
        var posted = new ArrayList<String>();
        var answers = new LinkedHashMap<String, List<Object>>();

        for (int step = 0; step < STEPS; step++) {
            takeAStep(fund, posted);

            var balances = balances(fund, "");
            assertThat(balances.getLong("items.balancePence.sum()")).isZero();
            assertThat(byAccount(balances.getList("items"), "balancePence"))
                    .isEqualTo(byAccount(postings(fund), "amountPence"));
            assertThat(line(fund + "-L01").getLong("availablePence")).isBetween(0L, ROOM);
            answers.put(balances.getString("knownAt"), balances.getList("items"));
        }

        answers.forEach(
                (knownAt, items) ->
                        assertThat(balances(fund, "?knownAt=" + knownAt).getList("items"))
                                .as("as known at %s", knownAt)
                                .isEqualTo(items));
    }

    /// Spends or takes back, some of it more than the line has or was spent, or reverses.
    private void takeAStep(String fund, List<String> posted) {
        if (!posted.isEmpty() && random.nextInt(3) == 0) {
            finance()
                    .body("{\"reason\": \"Taken back\"}")
                    .post(
                            "/api/budget/v1/journal-entries/{entry}/reverse",
                            posted.remove(random.nextInt(posted.size())));
            return;
        }
        long pence = random.nextInt(-400, 600) | 1;
        var answer =
                finance()
                        .body(
                                """
                                {"effectiveDate": "2014-06-30", "description": "Any",
                                 "postings": [
                                   {"account": "SPEND", "lineId": "%s-L01", "amountPence": %d},
                                   {"account": "HOST_CASH", "amountPence": %d}]}
                                """
                                        .formatted(fund, pence, -pence))
                        .post("/api/budget/v1/funds/{fund}/journal-entries", fund);
        assertThat(answer.statusCode()).isIn(201, 422);
        if (answer.statusCode() == 201) {
            posted.add(answer.jsonPath().getString("id"));
        }
    }

    private static JsonPath balances(String fund, String query) {
        return finance().get("/api/budget/v1/funds/" + fund + "/balances" + query).jsonPath();
    }

    private static List<Map<String, Object>> postings(String fund) {
        return finance()
                .queryParam("limit", 1000)
                .get("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .jsonPath()
                .getList("items.postings.flatten()");
    }

    private static Map<String, Long> byAccount(List<Map<String, Object>> rows, String amount) {
        return rows.stream()
                .collect(
                        groupingBy(
                                row -> row.get("account") + "/" + row.get("lineId"),
                                summingLong(
                                        row ->
                                                ((Number) row.getOrDefault(amount, 0))
                                                        .longValue())));
    }
}
