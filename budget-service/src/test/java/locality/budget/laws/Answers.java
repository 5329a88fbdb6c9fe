package locality.budget.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a pool answered of a day, as far as was known at a moment, and is to answer for ever.
final class Answers {

    private record Answer(String question, String text) {}

    private final Pool pool;
    private final Http http;
    private final List<Answer> given = new ArrayList<>();

    Answers(Pool pool, Http http) {
        this.pool = pool;
        this.http = http;
    }

    /// Asks about a day as known now, and finds the balances the sums of postings.
    void askOf(LocalDate day) {
        var asked = "/funds/%s/balances?effectiveAt=%s".formatted(pool.fund(), day);
        var now = ask(asked);
        var knownAt = now.json().path("knownAt").asText();
        assertBalancesAreSumsOfPostings(day, now.json().path("items"));
        given.add(new Answer(asked + "&knownAt=" + knownAt, now.text()));
        var report = given.size() % 4 < 2 ? "arrears?on" : "trial-balance?effectiveAt";
        var question = "/funds/%s/%s=%s&knownAt=%s".formatted(pool.fund(), report, day, knownAt);
        var answer = ask(question);
        given.add(new Answer(question, answer.text()));
        if (report.startsWith("arrears")) {
            assertArrearsAddUp(answer.json().path("total"));
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

    private void assertUnchanged(Answer one) {
        assertThat(ask(one.question).text()).as(one.question).isEqualTo(one.text);
    }

    private void assertBalancesAreSumsOfPostings(LocalDate day, JsonNode balances) {
        assertThat(
                        each(balances)
                                .filter(one -> one.path("balancePence").asLong() != 0)
                                .map(Answers::inWords))
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
        assertThat(each(balances).mapToLong(one -> one.path("balancePence").asLong()).sum())
                .as("balances of %s together", day)
                .isZero();
    }

    private static String inWords(JsonNode balance) {
        return Stream.of("account", "lineId", "partner", "source", "balancePence")
                .map(balance::path)
                .map(value -> value.isMissingNode() || value.isNull() ? "-" : value.asText())
                .collect(Collectors.joining(" "));
    }

    private static Stream<JsonNode> each(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static void assertArrearsAddUp(JsonNode total) {
        assertThat(sum(total, "keptPence", "paidPence", "unpaidPence"))
                .as("annual + to be repaid = kept + paid + unpaid in %s", total)
                .isEqualTo(sum(total, "annualPence", "toBeRepaidPence"));
        assertThat(
                        sum(
                                total.required("ageing"),
                                "notYetDuePence",
                                "dueOnTheDayPence",
                                "days1To30Pence",
                                "days31To60Pence",
                                "days61To90Pence",
                                "over90DaysPence"))
                .as("unpaid is the sum of its ageing in %s", total)
                .isEqualTo(total.required("unpaidPence").asLong());
    }

    private static long sum(JsonNode of, String... parts) {
        return Stream.of(parts).mapToLong(part -> of.required(part).asLong()).sum();
    }

    private Http.Answer ask(String question) {
        var answer = http.get(question);
        assertThat(answer.status()).as("%s: %s", question, answer.text()).isEqualTo(200);
        return answer;
    }
}
