package locality.budget.testing;

import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import locality.budget.partnership.Tellings;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;

/// Agreements of Manchester as governance tells of them, and budget has heard it.
public final class SignedAgreements {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SignedAgreements() {}

    /// Governance tells of an agreement whose first version is in force from April 2014.
    ///
    /// @param reference as governance and the money side both name it
    public static void inForce(String reference) {
        var tellings = Tellings.of(reference, Locality.MANCHESTER);
        tell(tellings, tellings.inForce(1, "2014-04-01"));
    }

    /// Governance tells this, and budget has heard all of it.
    public static void tell(Tellings tellings, AgreementChanged... told) {
        var probe = "PROBE-" + Ids.next();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Probe",
                         "governanceReference": "%s", "legalPowers": ["S75"],
                         "host": "E08000003", "basis": "ALIGNED", "startsOn": "2014-04-01"}
                        """
                                .formatted(probe, tellings.reference()))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);
        int before = heard(probe);
        governance().tell(told);
        await().atMost(PATIENCE).until(() -> heard(probe) >= before + told.length);
    }

    private static int heard(String agreement) {
        return finance()
                .get("/api/budget/v1/agreements/{agreement}/versions", agreement)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }
}
