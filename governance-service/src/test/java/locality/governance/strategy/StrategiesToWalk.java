package locality.governance.strategy;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls strategies with.
public final class StrategiesToWalk {

    private StrategiesToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var strategies = "POST /api/governance/v1/strategies";
        var strategy = strategies + "/{strategy}";
        var draft =
                """
                {"title": "Health and Wellbeing Strategy", "kind": "STRATEGY",
                 "locality": "E08000003"}
                """;
        var reference = manchester.secretary.makes("/strategies", draft);
        things.named("strategy", reference)
                .json(strategies, draft)
                .csv(strategies, "title,kind,locality\nAnother,STRATEGY,E08000003\n")
                .json(
                        strategy + "/approve",
                        "{\"decision\": \"%s\"}".formatted(things.thing("decision")))
                .json(strategy + "/supersede", "{\"by\": \"%s\"}".formatted(reference))
                .json(strategy + "/withdraw", "{\"reason\": \"Overtaken\"}")
                .json(strategy + "/review", "{\"note\": \"Reviewed\"}")
                .json(
                        strategy + "/state",
                        """
                        {"approvedIn": "2014-05", "provenance": {"kind": "ILLUSTRATIVE"}}
                        """);
    }
}
