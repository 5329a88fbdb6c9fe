package locality.governance.decision;

import locality.governance.story.BudgetTopic;
import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls decisions with: a request is before the meeting, which
/// has a quorum, and officers decided something.
public final class DecisionsToWalk {

    private DecisionsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var meeting = things.thing("meeting");
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 279_100_000);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 3);
        things.named("request", request.requestId().toString())
                .named("decision", meeting + "/" + item)
                .with("item", String.valueOf(item));
        items(things, manchester);
        officers(things, manchester);
        var decision = "POST /api/governance/v1/decisions/{decision}/";
        var byScrutiny = "{\"by\": \"none\", \"reason\": \"It was said so\"}";
        var byAnother = "{\"byDecision\": \"none\", \"reason\": \"It was decided so\"}";
        things.json(
                        decision + "call-in",
                        "{\"by\": \"%s\", \"reason\": \"To look at it\"}"
                                .formatted(manchester.board))
                .json(decision + "uphold", byScrutiny)
                .json(decision + "send-back", byScrutiny)
                .json(decision + "rescind", byAnother)
                .json(decision + "supersede", byAnother)
                .json(decision + "ratify", byAnother)
                .json(decision + "refer", "{}");
    }

    private static void items(Things things, Manchester manchester) {
        var items = "POST /api/governance/v1/meetings/{meeting}/items";
        things.json(
                        items,
                        """
                        {"title": "A contract",
                         "decision": {"function": "commissioning", "valuePence": 100,
                                      "owners": [{"organisation": "%s", "sharePence": 100}]}}
                        """
                                .formatted(manchester.ccg))
                .json(
                        items + "/{item}/votes",
                        "{\"votes\": [{\"member\": \"S1\", \"vote\": \"FOR\"}]}")
                .json(items + "/{item}/outcome", "{}");
    }

    private static void officers(Things things, Manchester manchester) {
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "DEL-ACCESS-3", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003", "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, manchester.council));
        var byOfficers =
                """
                {"delegation": "DEL-ACCESS-3", "title": "A contract",
                 "function": "commissioning", "valuePence": 1,
                 "owners": [{"organisation": "%s"}], "takenOn": "2014-05-14",
                 "post": "Director", "reasons": "It is needed"}
                """
                        .formatted(manchester.ccg);
        manchester.secretary.does("/officer-decisions", byOfficers);
        things.json("POST /api/governance/v1/officer-decisions", byOfficers);
    }
}
