package locality.budget.laws;

import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What a pool answered of a day, as far as was known at a moment, and is to answer for ever.
final class Answers {

    private record Answer(String question, String text) {}

    private final Pool pool;
    private final List<Answer> given = new ArrayList<>();

    Answers(Pool pool) {
        this.pool = pool;
    }

    /// Asks about a day as known now, and finds the balances the sums of postings.
    void askOf(LocalDate day) {
        var now = ask("/funds/%s/balances?effectiveAt=%s".formatted(pool.fund(), day));
        var knownAt = JsonPath.from(now).getString("knownAt");
        assertBalancesAreSumsOfPostings(day, JsonPath.from(now));
        given.add(
                new Answer(
                        "/funds/%s/balances?effectiveAt=%s&knownAt=%s"
                                .formatted(pool.fund(), day, knownAt),
                        now));
        var report = given.size() % 4 < 2 ? "arrears?on" : "trial-balance?effectiveAt";
        var question = "/funds/%s/%s=%s&knownAt=%s".formatted(pool.fund(), report, day, knownAt);
        given.add(new Answer(question, ask(question)));
        if (report.startsWith("arrears")) {
            assertArrearsAddUp(given.getLast());
        }
    }

    /// Asks the oldest of it again.
    void assertOldestUnchanged() {
        assertUnchanged(given.getFirst());
    }

    /// Asks half of it again, of each kind and of the whole sequence.
    void assertUnchanged() {
        for (int i = 0; i < given.size(); i++) {
            if (i % 4 == 0 || i % 4 == 3 || i % 8 == 1) {
                assertUnchanged(given.get(i));
            }
        }
    }

    private static void assertUnchanged(Answer one) {
        assertThat(ask(one.question)).as(one.question).isEqualTo(one.text);
    }

    private void assertBalancesAreSumsOfPostings(LocalDate day, JsonPath balances) {
        var answered =
                balances.<Map<String, Object>>getList("items").stream()
                        .map(
                                one ->
                                        Stream.of(
                                                        "account",
                                                        "lineId",
                                                        "partner",
                                                        "source",
                                                        "balancePence")
                                                .map(one::get)
                                                .map(value -> Objects.toString(value, "-"))
                                                .reduce((a, b) -> a + " " + b)
                                                .orElseThrow())
                        .filter(one -> !one.endsWith(" 0"))
                        .toList();
        assertThat(answered)
                .as("balances of %s are the sums of postings", day)
                .containsExactlyInAnyOrderElementsOf(
                        Rows.of(
                                """
                                select concat_ws(' ', p.account, coalesce(p.line_id::text, '-'),
                                  coalesce(p.partner, '-'), coalesce(p.source, '-'),
                                  sum(p.amount_pence))
                                from posting p join journal_entry e on e.id = p.entry_id
                                join fund f on f.id = e.fund_id
                                where f.reference = '%s' and e.effective_on <= '%s'
                                group by p.account, p.line_id, p.partner, p.source
                                having sum(p.amount_pence) <> 0
                                """
                                        .formatted(pool.fund(), day)));
        assertThat(
                        balances.getList("items.balancePence", Long.class).stream()
                                .mapToLong(it -> it)
                                .sum())
                .as("balances of %s together", day)
                .isZero();
    }

    private static void assertArrearsAddUp(Answer arrears) {
        var total = JsonPath.from(arrears.text).setRootPath("total");
        var ageing =
                Stream.of(
                                "notYetDuePence",
                                "dueOnTheDayPence",
                                "days1To30Pence",
                                "days31To60Pence",
                                "days61To90Pence",
                                "over90DaysPence")
                        .mapToLong(bucket -> total.getLong("ageing." + bucket))
                        .sum();
        assertThat(
                        total.getLong("keptPence")
                                + total.getLong("paidPence")
                                + total.getLong("unpaidPence"))
                .as("annual = kept + paid + unpaid in %s", arrears.text)
                .isEqualTo(total.getLong("annualPence"));
        assertThat(ageing)
                .as("unpaid is the sum of its ageing in %s", arrears.text)
                .isEqualTo(total.getLong("unpaidPence"));
    }

    private static String ask(String question) {
        return finance()
                .get("/api/budget/v1" + question)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
