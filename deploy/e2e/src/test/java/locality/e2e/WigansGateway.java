package locality.e2e;

import io.restassured.path.json.JsonPath;
import java.util.List;

/// A gateway of a contract in Wigan, and the board that decides about it. No document tells of it:
/// all of it is illustrative.
final class WigansGateway {

    /// A day so far ahead that what goes over on it has not gone over yet.
    static final String AHEAD = "2090-04-01";

    private static final String GATEWAY = "/gateways/WIG-LCO-GW-1";
    private static final String ILLUSTRATIVE = "\"provenance\": {\"kind\": \"ILLUSTRATIVE\"}";

    private final Secretary secretary;
    private final Secretary programme;

    WigansGateway(RunningSuite suite) {
        secretary = Secretary.of(suite, "E08000010");
        programme =
                new Secretary(
                        suite.url() + "/api/intervention/v1",
                        suite.token("programme", "E08000010", "E08000010"));
    }

    /// A contract, and one intervention: `WIG-INT-1`.
    void hasAContract() {
        make(
                programme,
                "/contracts",
                """
                "reference": "WIG-LCO", "title": "A contract", "kind": "ALLIANCE",
                "locality": "E08000010"
                """);
        make(
                programme,
                "/themes",
                """
                "reference": "WIG-PILLAR", "name": "A pillar", "kind": "PILLAR",
                "gmTheme": "ENABLING_BETTER_CARE", "locality": "E08000010",
                "effectiveOn": "2018-01-01"
                """);
        make(
                programme,
                "/interventions",
                """
                "reference": "WIG-INT-1", "name": "An intervention", "locality": "E08000010",
                "themes": ["WIG-PILLAR"], "effectiveOn": "2018-01-01"
                """);
    }

    /// Due diligence shows nothing Red, and the board approves.
    ///
    /// @param items each without its braces
    void passes(String... items) {
        make(
                secretary,
                "/gateways/series",
                """
                "contract": "WIG-LCO", "firstNumber": 1, "beginsOn": "2018-01-01",
                "lastDay": "2018-06-30", "months": 6, "locality": "E08000010",
                "effectiveOn": "2018-01-02"
                """);
        for (var item : items) {
            make(secretary, GATEWAY + "/items", item);
        }
        undergoesDueDiligence();
        secretary.post(
                GATEWAY + "/pass",
                "{\"decision\": \"%s\", \"effectiveOn\": \"2018-03-28\"}".formatted(approval()));
    }

    private void undergoesDueDiligence() {
        make(
                secretary,
                "/assessment-frameworks",
                """
                "code": "WIG-DD", "title": "Due diligence", "kind": "DUE_DILIGENCE",
                "locality": "E08000010", "effectiveOn": "2018-01-01",
                "scale": ["RED", "GREEN"], "red": ["RED"],
                "domains": [{"title": "Finance", "criteria": [{"code": "F", "title": "Finance"}]}]
                """);
        make(
                secretary,
                "/assessments",
                """
                "reference": "WIG-DD-1", "title": "Due diligence", "framework": "WIG-DD",
                "locality": "E08000010", "subjectType": "gateway", "subjectId": "WIG-LCO-GW-1",
                "plannedSince": "2018-01-02"
                """);
        secretary.post(
                GATEWAY + "/start-due-diligence",
                "{\"assessment\": \"WIG-DD-1\", \"effectiveOn\": \"2018-01-08\"}");
        var assessment = "/assessments/WIG-DD-1";
        secretary.post(assessment + "/conduct", "{\"conductedOn\": \"2018-02-01\"}");
        secretary.post(assessment + "/share", "{\"sharedOn\": \"2018-02-01\"}");
        secretary.post(
                assessment + "/agree",
                """
                {"agreedOn": "2018-03-01", "ratings": [{"criterion": "F", "agreed": "GREEN"}]}
                """);
        secretary.post(GATEWAY + "/submit", "{\"effectiveOn\": \"2018-03-20\"}");
    }

    private String approval() {
        hasABoard();
        var meeting =
                secretary.meeting(
                        "WIG-BOARD",
                        "2018-03-27",
                        "2018-03-12",
                        """
                        {"type": "APPROVE", "function": "wig-gateways",
                         "owners": [{"organisation": "WIGX"}],
                         "subject": {"type": "gateway", "id": "WIG-LCO-GW-1"}}
                        """);
        secretary.post(meeting + "/open", "{}");
        secretary.post(meeting + "/attendance", "{\"attendance\": [{\"member\": \"S1\"}]}");
        secretary.post(
                meeting + "/items/1/votes",
                "{\"votedAt\": \"10:40\", \"votes\": [{\"member\": \"S1\", \"vote\": \"FOR\"}]}");
        secretary.post(meeting + "/items/1/outcome", "{}");
        return "WIG-BOARD-2018-03-27/1";
    }

    private void hasABoard() {
        make(
                secretary,
                "/organisations",
                """
                "code": "WIGX", "name": "An organisation", "kind": "OTHER",
                "locality": "E08000010", "effectiveOn": "2013-04-01"
                """);
        make(
                secretary,
                "/bodies",
                """
                "reference": "WIG-BOARD", "name": "A board", "classification": "COMMITTEE",
                "spatialLevel": "LOCALITY", "organisation": "WIGX", "topOfOrganisation": true,
                "locality": "E08000010",
                "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]
                """);
        make(
                secretary,
                "/bodies/WIG-BOARD/memberships",
                """
                "seat": "S1", "post": "Member", "personReference": "post:wig-board-1",
                "from": "2013-04-01"
                """);
        make(
                secretary,
                "/bodies/WIG-BOARD/terms-of-reference",
                """
                "effectiveOn": "2013-04-01", "quorum": {"number": 1},
                "votingRule": "SIMPLE_MAJORITY", "substitutesAllowed": true,
                "noticeClearDays": 5
                """);
        make(
                secretary,
                "/functions",
                "\"code\": \"wig-gateways\", \"name\": \"Gateways of Wigan\"");
    }

    void handsOverAgain(String item, String intervention) {
        secretary.post(
                GATEWAY + "/items/" + item + "/retry",
                "{\"intervention\": \"%s\"}".formatted(intervention));
    }

    void withdraws(String item) {
        secretary.post(
                GATEWAY + "/items/" + item + "/withdraw", "{\"reason\": \"It stays where it is\"}");
    }

    /// What the gateway knows of an item.
    String state(String item) {
        return secretary
                .get(GATEWAY)
                .getString("items.find { it.reference == '%s' }.state".formatted(item));
    }

    /// The states of the issues on the register.
    List<String> issues() {
        return secretary
                .get("/register-entries?locality=E08000010&kind=ISSUE")
                .getList("items.state");
    }

    JsonPath contract(String on) {
        return programme.get("/contracts/WIG-LCO?on=" + on);
    }

    private static void make(Secretary by, String path, String members) {
        by.post(path, "{%s, %s}".formatted(members, ILLUSTRATIVE));
    }
}
