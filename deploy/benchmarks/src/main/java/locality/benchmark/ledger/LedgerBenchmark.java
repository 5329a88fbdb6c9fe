package locality.benchmark.ledger;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import locality.benchmark.RunningService;
import locality.benchmark.Turns;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;

/// Entries on one hot line over HTTP, as arrays and as files, with token, every rule, digest and
/// event, against single transactions straight on the database; then one file of 100,000.
public final class LedgerBenchmark {

    private static final int ENTRIES = 1_000;
    private static final int LARGE = 100_000;
    private static final int WARM_UP = 3;
    private static final int COUNTED = 9;
    private static final String JOURNAL =
            "/api/budget/v1/funds/" + Fund.REFERENCE + "/journal-entries";

    private final RunningService service;
    private final String token = Tokens.of("finance").in(Locality.ROCHDALE);
    private final AtomicInteger keys = new AtomicInteger();
    private long answered;

    private LedgerBenchmark(RunningService service) {
        this.service = service;
    }

    static void main() throws Exception {
        try (var service = new RunningService("budget")) {
            try (var owner = service.databaseAsOwner()) {
                Fund.fill(owner);
            }
            new LedgerBenchmark(service).run();
        }
    }

    private void run() throws Exception {
        try (var singles = new SingleTransactions(service)) {
            var turns =
                    new Turns()
                            .variant(
                                    "baseline: single transactions, 8 clients, no rule",
                                    () -> count(singles.post(ENTRIES)))
                            .variant("POST bulk, an array of 1,000", () -> count(bulk()))
                            .variant("POST text/csv, a file of 1,000", () -> count(file(ENTRIES)))
                            .take(WARM_UP, COUNTED);
            System.out.println(turns.table());
        }
        large();
        try (var database = service.databaseAsOwner()) {
            requireTheBooksToAgree(database);
        }
    }

    /// Rows of some 200 bytes, as a finance system exports them.
    private void large() throws Exception {
        var file =
                csv(
                        LARGE,
                        "Reablement at home, fee of the month by the rate agreed for 2014/15, "
                                + "x".repeat(93));
        long began = System.nanoTime();
        long posted = count(posted(service.post(JOURNAL, token, "text/csv", file), "posted"));
        long seconds = secondsSince(began);
        began = System.nanoTime();
        long again = posted(service.post(JOURNAL, token, "text/csv", file), "alreadyPosted");
        System.out.printf(
                "A file of %,d entries, %.1f MB: %,d posted in %d s; sent again, %,d were there"
                        + " already after %d s%n",
                LARGE, file.length() / 1e6, posted, seconds, again, secondsSince(began));
        require("what was posted of the large file", LARGE, posted);
        require("what was there already of the large file", LARGE, again);
    }

    private static long secondsSince(long began) {
        return (System.nanoTime() - began) / 1_000_000_000;
    }

    private long count(long posted) {
        answered += posted;
        return posted;
    }

    private long bulk() throws Exception {
        var array =
                keys(ENTRIES)
                        .mapToObj(
                                key ->
                                        """
                                        {"key": "K%d", "effectiveDate": "2014-06-30",
                                         "description": "Fee", "postings": [
                                          {"account": "SPEND", "lineId": "%s", "amountPence": 1},
                                          {"account": "HOST_CASH", "amountPence": -1}]}
                                        """
                                                .formatted(key, Fund.LINE))
                        .collect(joining(",", "[", "]"));
        return posted(service.post(JOURNAL + "/bulk", token, "application/json", array), "posted");
    }

    private long file(int entries) throws Exception {
        return posted(service.post(JOURNAL, token, "text/csv", csv(entries, "Fee")), "posted");
    }

    private String csv(int entries, String description) {
        return keys(entries)
                .mapToObj(
                        key ->
                                """
                                K%1$d,2014-06-30,"%3$s",SPEND,%2$s,,,1
                                K%1$d,2014-06-30,"%3$s",HOST_CASH,,,,-1
                                """
                                        .formatted(key, Fund.LINE, description))
                .collect(
                        joining(
                                "",
                                "key,effectiveDate,description,account,lineId,partner,source,amountPence\n",
                                ""));
    }

    private IntStream keys(int count) {
        int first = keys.getAndAdd(count);
        return IntStream.range(first, first + count);
    }

    private static long posted(String answer, String member) throws Exception {
        return new ObjectMapper().readTree(answer).get(member).longValue();
    }

    /// Whatever ran, nothing was lost, made up or counted twice.
    private void requireTheBooksToAgree(Connection database) throws SQLException {
        require(
                "the sum of all postings",
                0,
                number(database, "select sum(amount_pence) from posting"));
        require(
                "what the line says is spent",
                number(database, "select sum(amount_pence) from posting where account = 'SPEND'"),
                number(database, "select spent_pence from budget_line"));
        long entries = number(database, "select count(*) from journal_entry");
        require("entries", answered, entries);
        require("events of entries", entries, number(database, EVENTS));
        System.out.printf(
                "%,d entries, as many answers, as many events; debits equal credits%n", entries);
    }

    private static final String EVENTS =
            "select count(*) from event_log where type = 'budget.journal-entry-posted.v1'";

    private static long number(Connection database, String select) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void require(String what, long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException("%s: %d, not %d".formatted(what, found, expected));
        }
    }
}
