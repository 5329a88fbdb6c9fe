package locality.governance.engagement;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls the log of engagement with.
public final class EngagementsToWalk {

    private EngagementsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var engagements = "POST /api/governance/v1/engagements";
        var event =
                """
                {"title": "A public event", "kind": "EVENT", "audience": "PUBLIC",
                 "heldIn": "2014-05", "locality": "E08000003"}
                """;
        things.named("engagement", manchester.secretary.makes("/engagements", event))
                .json(engagements, event)
                .csv(
                        engagements,
                        "title,kind,audience,heldIn,locality\n"
                                + "Another,EVENT,PUBLIC,2014-05,E08000003\n");
    }
}
