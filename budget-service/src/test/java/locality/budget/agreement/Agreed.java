package locality.budget.agreement;

import static locality.budget.testing.Manchester.finance;

import io.restassured.response.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Agreements as the tests record and change them.
final class Agreed {

    static final String AGREEMENT = "/api/budget/v1/agreements/{agreement}";

    private Agreed() {}

    /// Aligned from April 2014.
    ///
    /// @return its reference
    static String anAgreement() {
        return anAgreement(aReference());
    }

    static String anAgreement(String reference) {
        return finance()
                .body(body(reference, "ALIGNED"))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    static String aReference() {
        return "MCR-S75-" + UUID.randomUUID();
    }

    static String body(String reference, String basis) {
        return """
        {"locality": "E08000003", "reference": "%s", "name": "Section 75 agreement",
         "legalPowers": ["S75"], "host": "E08000003", "basis": "%s", "startsOn": "2014-04-01",
         "fundManager": {"post": "Fund manager", "employer": "E08000003"}}
        """
                .formatted(reference, basis);
    }

    static Response change(String agreement, String basis, String startsOn) {
        return change(agreement, basis, startsOn, null);
    }

    static Response change(
            String agreement, String basis, String startsOn, @Nullable String ifMatch) {
        var request = finance();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body("{\"basis\": \"%s\", \"startsOn\": \"%s\"}".formatted(basis, startsOn))
                .post(AGREEMENT + "/bases", agreement);
    }

    /// Terms of a council's pool from a day on.
    ///
    /// @param more further members, each with its comma before it
    static String terms(String basis, String startsOn, String manager, String more) {
        return """
        {"startsOn": "%s", "legalPowers": ["S75"], "host": "01M", "basis": "%s",
         "fundManager": %s%s}
        """
                .formatted(startsOn, basis, manager, more);
    }

    static Response set(String agreement, String terms) {
        return finance().body(terms).post(AGREEMENT + "/terms", agreement);
    }
}
