package locality.benchmark.authority;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import locality.benchmark.RunningService;
import locality.benchmark.Turns;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;

/// `GET /authority` over HTTP, with token, JSON and all, among 1,000 bodies and 10,000 delegations
/// of one place, against a walk that asks the database for every body and against a bare scan of
/// the rows.
public final class AuthorityBenchmark {

    private static final long PENCE = 30_000_000;
    private static final int WARM_UP = 40;
    private static final int COUNTED = 60;

    private AuthorityBenchmark() {}

    static void main() throws Exception {
        try (var service = new RunningService("governance")) {
            try (var owner = service.databaseAsOwner()) {
                LargeScheme.fill(owner);
            }
            try (var database = service.database()) {
                var walk = new NaiveWalk(database);
                var scan = new BareScan(database);
                var token = Tokens.of("viewer").in(Locality.ROCHDALE);
                System.out.println(
                        "%d bodies, %d delegations"
                                .formatted(LargeScheme.BODIES, LargeScheme.DELEGATIONS));
                requireTheSame(
                        walk.holders(LargeScheme.COMMON, PENCE),
                        holders(service.get(question(LargeScheme.COMMON, ""), token)));
                requireTheSame(
                        walk.holders(LargeScheme.RARE, PENCE),
                        holders(service.get(question(LargeScheme.RARE, ""), token)));
                var turns =
                        new Turns()
                                .variant(
                                        "baseline: a query for every body, holders alone",
                                        () -> walk.holders(LargeScheme.COMMON, PENCE))
                                .variant(
                                        "floor: the same rows, read and thrown away",
                                        () -> scan.rows(LargeScheme.COMMON))
                                .variant(
                                        "GET /authority, the whole answer",
                                        () -> service.get(question(LargeScheme.COMMON, ""), token))
                                .variant(
                                        "GET /authority, without the refused",
                                        () ->
                                                service.get(
                                                        question(
                                                                LargeScheme.COMMON,
                                                                "&refused=false"),
                                                        token))
                                .variant(
                                        "GET /authority, a function one delegation in twenty"
                                                + " covers",
                                        () -> service.get(question(LargeScheme.RARE, ""), token))
                                .variant(
                                        "GET /authority, as it was known a moment ago",
                                        () ->
                                                service.get(
                                                        question(
                                                                LargeScheme.COMMON,
                                                                "&knownAt=2999-01-01T00:00:00Z"),
                                                        token))
                                .take(WARM_UP, COUNTED);
                System.out.println(turns.table());
            }
        }
    }

    private static String question(String function, String more) {
        return "/api/governance/v1/authority?function=%s&place=%s&valuePence=%d&on=%s&owner=%s&owner=%s%s"
                .formatted(
                        function,
                        LargeScheme.PLACE,
                        PENCE,
                        LargeScheme.ON,
                        LargeScheme.COUNCIL,
                        LargeScheme.CCG,
                        more);
    }

    private static Set<String> holders(String answer) throws Exception {
        var found = new TreeSet<String>();
        var json = new ObjectMapper().readTree(answer);
        if (!json.get("lowest").isNull()) {
            json.get("holders").forEach(one -> found.add(one.get("reference").textValue()));
        }
        return found;
    }

    private static void requireTheSame(Set<String> walked, Set<String> answered) {
        if (!walked.equals(answered)) {
            throw new IllegalStateException(
                    "The walk finds %s, the service %s".formatted(walked, answered));
        }
        System.out.println(walked.size() + " bodies may decide, by the walk and by the service");
    }
}
