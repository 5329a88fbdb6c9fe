package locality.budget.ledger;

import static java.util.stream.Collectors.joining;
import static locality.budget.ledger.Books.balances;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whichever way entries come in, the same becomes of them: random lists of entries, many of them
/// refused and some of them repeated, alone, as an array and as a file. `-Dlaws.seed` draws the
/// same again.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class WaysInLawsTest {

    private static final long ROOM = 1_000;
    private static final int ENTRIES = 25;
    private static final long SEED = Long.getLong("laws.seed", System.nanoTime());

    /// @param lopsided by how much its debits miss its credits
    private record Asked(String key, String day, long pence, long lopsided) {

        String json(String fund) {
            return """
            {"key": "%s", "effectiveDate": "%s", "description": "Fee", "postings": [
              {"account": "SPEND", "lineId": "%s-L01", "amountPence": %d},
              {"account": "HOST_CASH", "amountPence": %d}]}
            """
                    .formatted(key, day, fund, pence, lopsided - pence);
        }

        String csv(String fund) {
            return """
            %1$s,%2$s,Fee,SPEND,%3$s-L01,,,%4$d
            %1$s,,,HOST_CASH,,,,%5$d
            """
                    .formatted(key, day, fund, pence, lopsided - pence);
        }
    }

    @RepeatedTest(6)
    void theSameBecomesOfEntriesWhicheverWayTheyComeIn(RepetitionInfo repetition) {
        long seed = SEED + repetition.getCurrentRepetition();
        var asked = anyEntries(new Random(seed));
        var alone = anApprovedFund(ROOM);
        var together = anApprovedFund(ROOM);
        var inAFile = anApprovedFund(ROOM);

        var became = asked.stream().map(one -> outcome(post(alone, one))).toList();
        var inAnArray = outcomes(bulk(together, asked));
        var faults = faults(file(inAFile, asked), asked.size());

        assertThat(inAnArray).as("seed %d", seed).isEqualTo(became);
        assertThat(faults)
                .as("seed %d", seed)
                .isEqualTo(became.stream().map(WaysInLawsTest::refusalOrNone).toList());
        assertThat(spent(inAFile)).isZero();

        var sent = accepted(asked, became);
        var answer = file(inAFile, sent.stream().map(asked::get).toList());

        assertThat(answer.getLong("posted")).isEqualTo(count(became, "POSTED"));
        assertThat(answer.getLong("alreadyPosted"))
                .isEqualTo(count(sent.stream().map(became::get).toList(), "ALREADY_POSTED"));
        for (var other : List.of(together, inAFile)) {
            assertThat(spent(other)).as("seed %d", seed).isEqualTo(spent(alone));
            assertThat(sums(other)).as("seed %d", seed).isEqualTo(sums(alone));
        }
    }

    /// One at least is refused. None comes right after one of its key: the rows of the two would be
    /// one entry in a file, or at fault.
    private static List<Asked> anyEntries(Random random) {
        var entries = new ArrayList<Asked>();
        while (entries.size() < ENTRIES) {
            boolean repeats = !entries.isEmpty() && random.nextInt(4) == 0;
            var next = repeats ? entries.get(random.nextInt(entries.size())) : any(random);
            if (entries.isEmpty() || !entries.getLast().key().equals(next.key())) {
                entries.add(next);
            }
        }
        entries.add(new Asked("LOPSIDED", "2014-06-30", 1, 2));
        return entries;
    }

    private static Asked any(Random random) {
        return new Asked(
                "K" + random.nextInt(ENTRIES),
                random.nextInt(8) == 0 ? "2099-06-30" : "2014-06-30",
                random.nextInt(-200, 400) | 1,
                random.nextInt(8) == 0 ? 2 : 0);
    }

    /// The places of those accepted. One that comes right after one of its key, now that those
    /// refused between them are left out, is that entry again, and is left out as well.
    private static List<Integer> accepted(List<Asked> asked, List<String> became) {
        var accepted = new ArrayList<Integer>();
        for (int i = 0; i < asked.size(); i++) {
            var isNext =
                    !accepted.isEmpty()
                            && asked.get(accepted.getLast()).key().equals(asked.get(i).key());
            if (refusalOrNone(became.get(i)).isEmpty() && !isNext) {
                accepted.add(i);
            }
        }
        return accepted;
    }

    private static long count(List<String> became, String outcome) {
        return became.stream().filter(outcome::equals).count();
    }

    private static Response post(String fund, Asked asked) {
        return finance()
                .body(asked.json(fund))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund);
    }

    private static JsonPath bulk(String fund, List<Asked> asked) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(asked.stream().map(one -> one.json(fund)).collect(joining(",", "[", "]")))
                .post("/api/budget/v1/funds/{fund}/journal-entries/bulk", fund)
                .jsonPath();
    }

    private static JsonPath file(String fund, List<Asked> asked) {
        var header = String.join(",", JournalCsv.COLUMNS) + "\n";
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(asked.stream().map(one -> one.csv(fund)).collect(joining("", header, "")))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .jsonPath();
    }

    private static String outcome(Response answer) {
        return switch (answer.statusCode()) {
            case 201 -> "POSTED";
            case 200 -> "ALREADY_POSTED";
            default -> "REFUSED " + answer.jsonPath().getString("code");
        };
    }

    private static List<String> outcomes(JsonPath answer) {
        return answer.<Map<String, Object>>getList("outcomes").stream()
                .map(
                        one ->
                                one.get("problem") instanceof Map<?, ?> problem
                                        ? "REFUSED " + problem.get("code")
                                        : String.valueOf(one.get("outcome")))
                .toList();
    }

    /// What the file says of each entry, by the first of its two lines; empty where nothing.
    private static List<String> faults(JsonPath answer, int entries) {
        var faults = new ArrayList<>(Collections.nCopies(entries, ""));
        var places = answer.<String>getList("errors.where");
        var messages = answer.<String>getList("errors.message");
        for (int i = 0; i < places.size(); i++) {
            int line = Integer.parseInt(places.get(i).replaceAll("line (\\d+),.*", "$1"));
            faults.set((line - 2) / 2, messages.get(i).replaceAll(":.*", ""));
        }
        return faults;
    }

    private static String refusalOrNone(String outcome) {
        return outcome.startsWith("REFUSED ") ? outcome.substring("REFUSED ".length()) : "";
    }

    private static long spent(String fund) {
        return line(fund + "-L01").getLong("spentPence");
    }

    private static Map<String, Object> sums(String fund) {
        var sums = new TreeMap<String, Object>();
        balances(fund, "")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .forEach(
                        item ->
                                sums.put(
                                        String.valueOf(item.get("account")),
                                        item.get("balancePence")));
        return sums;
    }
}
