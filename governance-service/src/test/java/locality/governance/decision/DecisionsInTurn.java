package locality.governance.decision;

import io.restassured.path.json.JsonPath;

/// One decision of the board after another, and what is said of them both.
abstract class DecisionsInTurn extends TheBoardDecidesToday {

    /// What the board approved first of its subject, out of 1,000 pence a decision.
    JsonPath first(long pence) {
        grantToTheBoard(1_000, "PER_DECISION");
        return approved(meetsToday(manchester.board), pence, "a");
    }

    static String by(JsonPath decision) {
        return "{\"byDecision\": \"%s\", \"reason\": \"It was decided so\"}"
                .formatted(decision.getString("reference"));
    }

    /// What is said of an item if its outcome were taken now, and nothing is kept.
    JsonPath triedOut(String meeting, int item) {
        return manchester
                .secretary
                .does("/meetings/%s/items/%d/outcome?dryRun=true".formatted(meeting, item), "{}")
                .extract()
                .jsonPath();
    }

    JsonPath inquorate(String meeting, int item) {
        manchester.attend(meeting, 2);
        manchester.vote(meeting, item, "FOR", "FOR");
        return manchester.outcome(meeting, item);
    }

    /// Tabled before the board and deferred.
    ///
    /// @return its meeting and number
    String deferred(String item) {
        var meeting = meetsToday(manchester.board);
        int number = tabled(meeting, item);
        manchester.attend(meeting, 3);
        manchester.secretary.does(
                "/meetings/%s/items/%d/outcome".formatted(meeting, number),
                "{\"declared\": \"DEFERRED\"}");
        return meeting + "/" + number;
    }

    static String again(String deferred) {
        return "{\"title\": \"Again\", \"deferredDecision\": \"%s\"}".formatted(deferred);
    }

    void scrutinyHasFiveDays() {
        terms(manchester.board, today().toString(), ", \"callInClearDays\": 5");
    }

    /// Another body of the council, which may decide up to a limit for each decision.
    String above(long pence) {
        var upper = manchester.board + "-UPPER";
        manchester.body(upper, manchester.council, false);
        manchester.secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["commissioning"], "place": "E08000003",
                 "limitPence": %d, "limitKind": "PER_DECISION", "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, upper, pence));
        return upper;
    }

    /// The board is accountable to the governing body.
    void accountable() {
        manchester.secretary.does(
                "/bodies/%s/relations".formatted(manchester.board),
                """
                {"kind": "ACCOUNTABLE_TO", "to": "%s", "from": "2014-04-01"}
                """
                        .formatted(manchester.governingBody));
    }
}
