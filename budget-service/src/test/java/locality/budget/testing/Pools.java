package locality.budget.testing;

import static locality.budget.testing.Manchester.finance;

/// Pools that partners leave, as the tests let them.
public final class Pools {

    private Pools() {}

    /// From a day on each partner keeps its money.
    public static void endFrom(String fund, String day) {
        finance()
                .body(
                        """
                        {"startsOn": "%s", "legalPowers": ["S75"], "host": "E08000003",
                         "basis": "ALIGNED",
                         "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"}}
                        """
                                .formatted(day))
                .post(
                        "/api/budget/v1/agreements/{agreement}/terms",
                        SignedAgreements.agreementOf(fund))
                .then()
                .statusCode(200);
    }
}
