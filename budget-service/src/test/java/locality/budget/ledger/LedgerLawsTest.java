package locality.budget.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static locality.budget.ledger.Books.entry;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.reverse;
import static locality.budget.ledger.Books.under;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds of the ledger after every command, whatever was posted on whatever day and under
/// whatever authority, promised, refused or taken back. `-Dlaws.seed` walks the same again.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class LedgerLawsTest {

    private static final long ROOM = 1_000;
    private static final int STEPS = 40;
    private static final LocalDate APRIL = LocalDate.of(2014, 4, 1);
    private static final int DAYS = 400;

    private final long seed = Long.getLong("laws.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private record Asked(LocalDate effectiveAt, String knownAt) {
        String query() {
            return "?effectiveAt=%s&knownAt=%s".formatted(effectiveAt, knownAt);
        }
    }

    /// A fund of two lines whose plan is approved.
    ///
    /// @param inAdvance what is paid in advance is decided by it
    /// @param promised what is promised on the first line is
    private record Pool(String fund, DecisionTaken inAdvance, DecisionTaken promised) {

        static Pool any() {
            var fund = aFund();
            plan(fund, PLAN_HEADER + aLine("Integrated care", ROOM) + aLine("Carers", ROOM))
                    .statusCode(200);
            approve(fund, approves("fund-plan", fund, 2 * ROOM)).statusCode(200);
            return new Pool(
                    fund,
                    approves("fund", fund, ROOM),
                    approves("budget-line", fund + "-L01", ROOM));
        }
    }

    @Test
    void balancesAreTheSumsOfPostingsOnEveryDayAndAtEveryMomentForEver() {
        var pool = Pool.any();
        var posted = new ArrayList<String>();
        var answers = new HashMap<Asked, List<Map<String, Object>>>();

        for (int step = 0; step < STEPS; step++) {
            takeAStep(pool, posted);

            var day = anyDay();
            var balances = balances(pool.fund(), "?effectiveAt=" + day);
            var sums = sums(balances.getList("items"), "balancePence");
            assertThat(sums)
                    .as("on %s after step %d of seed %d", day, step, seed)
                    .isEqualTo(sums(postings(pool.fund(), day), "amountPence"));
            assertThat(sums.values().stream().mapToLong(Long::longValue).sum()).isZero();
            assertThat(availableOf(pool.fund() + "-L01")).isBetween(0L, ROOM);
            assertThat(availableOf(pool.fund() + "-L02")).isBetween(0L, ROOM);
            answers.put(new Asked(day, balances.getString("knownAt")), balances.getList("items"));
        }

        answers.forEach(
                (asked, items) ->
                        assertThat(balances(pool.fund(), asked.query()).getList("items"))
                                .as("%s of seed %d", asked, seed)
                                .isEqualTo(items));
    }

    /// Some of it is more than a line has, was spent, or a decision covers, and some lies ahead or
    /// before the year.
    private void takeAStep(Pool pool, List<String> posted) {
        var fund = pool.fund();
        long pence = random.nextInt(-300, 500) | 1;
        switch (random.nextInt(6)) {
            case 0 -> commit(fund, Math.abs(pence), citing(pool.promised()));
            case 1 ->
                    keep(post(fund, under(pool.inAdvance(), on(anyDay(), advance(pence)))), posted);
            case 2, 3 -> takeBack(posted);
            default -> keep(post(fund, on(anyDay(), spend(fund, pence))), posted);
        }
    }

    private void takeBack(List<String> posted) {
        if (!posted.isEmpty()) {
            assertThat(reverse(posted.remove(random.nextInt(posted.size()))).statusCode())
                    .isIn(201, 422);
        }
    }

    private static void keep(Response answer, List<String> posted) {
        assertThat(answer.statusCode()).isIn(201, 422);
        if (answer.statusCode() == 201) {
            posted.add(answer.jsonPath().getString("id"));
        }
    }

    private LocalDate anyDay() {
        return APRIL.plusDays(random.nextInt(-5, DAYS));
    }

    private static String citing(DecisionTaken decision) {
        return ", \"decisionId\": \"%s\"".formatted(decision.decisionId());
    }

    private static String on(LocalDate day, String postings) {
        return entry(postings).replace("2014-06-30", day.toString());
    }

    private String spend(String fund, long pence) {
        return """
        {"account": "SPEND", "lineId": "%s-L0%d", "amountPence": %d},
        {"account": "%s", "amountPence": %d}
        """
                .formatted(
                        fund,
                        random.nextInt(1, 3),
                        pence,
                        random.nextBoolean() ? "HOST_CASH" : "CREDITORS",
                        -pence);
    }

    private static String advance(long pence) {
        return """
        {"account": "PREPAYMENTS", "amountPence": %d}, {"account": "HOST_CASH", "amountPence": %d}
        """
                .formatted(pence, -pence);
    }

    private static long availableOf(String line) {
        return line(line).getLong("availablePence");
    }

    private static JsonPath balances(String fund, String query) {
        return Books.balances(fund, query).then().statusCode(200).extract().jsonPath();
    }

    /// The postings of every entry that is effective by a day.
    private static List<Map<String, Object>> postings(String fund, LocalDate day) {
        return finance()
                .queryParam("limit", 1000)
                .get("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .jsonPath()
                .getList(
                        "items.findAll { it.effectiveDate <= '%s' }.postings.flatten()"
                                .formatted(day));
    }

    private static Map<String, Long> sums(List<Map<String, Object>> rows, String amount) {
        return rows.stream()
                .collect(
                        groupingBy(
                                row -> row.get("account") + "/" + row.get("lineId"),
                                summingLong(row -> pence(row.get(amount)))));
    }

    private static long pence(@Nullable Object amount) {
        return Long.parseLong(String.valueOf(amount));
    }
}
