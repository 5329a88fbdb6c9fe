package locality.governance.decision;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// The council's officers may decide up to 1,000 pence a year with the governing body's power.
abstract class OfficersDecide extends TheBoardDecidesToday {

    String delegation;

    @BeforeEach
    void officersMayDecide() {
        delegation = "DEL-" + manchester.council;
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003", "limitPence": 1000,
                 "limitKind": "ANNUAL", "effectiveOn": "2014-04-01", "expiresOn": "2015-03-31"}
                """
                        .formatted(delegation, manchester.governingBody, manchester.council));
    }

    List<String> waitingToBeNoted() {
        return manchester
                .secretary
                .get("/worklist?limit=1000&kind=DECISION_TO_NOTE")
                .statusCode(200)
                .extract()
                .path("items.reference");
    }

    ValidatableResponse forNoting() {
        return manchester
                .secretary
                .get("/decisions?forNoting=" + manchester.governingBody)
                .statusCode(200);
    }

    JsonPath recorded(String on, long pence, String subject, String more) {
        return record(on, pence, subject, more).statusCode(201).extract().jsonPath();
    }

    ValidatableResponse record(String on, long pence, String subject, String more) {
        return manchester.secretary.post("/officer-decisions", decision(on, pence, subject, more));
    }

    String decision(String on, long pence, String subject, String more) {
        return """
        {"delegation": "%s", "title": "Winter beds", "function": "commissioning",
         "valuePence": %d, "owners": [{"organisation": "%s"}],
         "subject": {"type": "service", "id": "%s"}, "takenOn": "%s", "post": "Director",
         "reasons": "Beds are needed", "alternatives": "Spot purchase"%s}
        """
                .formatted(delegation, pence, manchester.ccg, manchester.board + subject, on, more);
    }

    /// The same officers' delegation without a limit or an end.
    String withoutLimit(String reference) {
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(reference, manchester.governingBody, manchester.council));
        return reference;
    }

    JsonPath recordedUnder(String cited, String on, long pence, String subject) {
        return manchester
                .secretary
                .does(
                        "/officer-decisions",
                        decision(on, pence, subject, "").replace(delegation, cited))
                .extract()
                .jsonPath();
    }
}
