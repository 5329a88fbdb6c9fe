package locality.budget.virement;

import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approvesIn;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.virement.TwoLines.CARERS;
import static locality.budget.virement.TwoLines.INTEGRATED;

import java.util.concurrent.atomic.AtomicInteger;
import locality.budget.testing.Manchester;
import locality.budget.testing.SignedAgreements;

/// A fund like that of [TwoLines] under an agreement whose terms set a virement scheme.
final class UnderAScheme {

    static final long MANAGERS = 100_000;
    static final long MANAGERS_IN_THE_YEAR = 150_000;
    static final String BOARD = "virement-board";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private UnderAScheme() {}

    /// @param function in which the fund is decided on
    /// @param employer of the fund manager
    /// @return the fund's reference, which is the agreement's too
    static String approved(String function, String employer) {
        var reference = "MCR-SCHEME-V-" + COUNT.incrementAndGet();
        SignedAgreements.inForce(reference);
        create("/agreements", agreement(reference, employer));
        create("/funds", fund(reference, function));
        Manchester.plan(reference, TwoLines.plan(INTEGRATED, CARERS)).statusCode(200);
        var decision = approvesIn(function, "fund-plan", reference, INTEGRATED + CARERS);
        approve(reference, decision).statusCode(200);
        return reference;
    }

    /// From a day on the fund's agreement names no scheme.
    static void endsOn(String fund, String day) {
        finance()
                .body(
                        """
                        {"startsOn": "%s", "legalPowers": ["S75"], "host": "E08000003",
                         "basis": "ALIGNED",
                         "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"}}
                        """
                                .formatted(day))
                .post("/api/budget/v1/agreements/{agreement}/terms", fund)
                .then()
                .statusCode(200);
    }

    private static void create(String path, String body) {
        finance().body(body).post("/api/budget/v1" + path).then().statusCode(201);
    }

    private static String agreement(String reference, String employer) {
        return """
        {"locality": "E08000003", "reference": "%s", "name": "Section 75 agreement",
         "legalPowers": ["S75"], "host": "E08000003", "basis": "ALIGNED",
         "fundManager": {"post": "Pooled fund manager", "employer": "%s"},
         "virementScheme": {"tiers": [
           {"upToPence": %d, "yearUpToPence": %d, "decides": "FUND_MANAGER"},
           {"decides": "%s"}]},
         "startsOn": "2014-04-01"}
        """
                .formatted(reference, employer, MANAGERS, MANAGERS_IN_THE_YEAR, BOARD);
    }

    private static String fund(String reference, String function) {
        return """
        {"locality": "E08000003", "reference": "%1$s", "name": "Better Care Fund",
         "kind": "POOLED_FUND", "financialYear": "2014/15", "host": "E08000003",
         "decisionFunction": "%2$s", "agreement": "%1$s"}
        """
                .formatted(reference, function);
    }
}
