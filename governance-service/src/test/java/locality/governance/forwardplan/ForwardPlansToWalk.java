package locality.governance.forwardplan;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls forward plans with.
public final class ForwardPlansToWalk {

    private ForwardPlansToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var entry =
                "{\"body\": \"%s\", \"title\": \"A matter\", \"expectedIn\": \"2015-03\"}"
                        .formatted(manchester.board);
        var plan = "POST /api/governance/v1/forward-plan";
        things.named("entry", manchester.secretary.makes("/forward-plan", entry))
                .json(plan, entry)
                .csv(plan, "body,title,expected\n%s,A matter,2015-03\n".formatted(manchester.board))
                .json(
                        plan + "/{entry}/move",
                        "{\"expectedIn\": \"2015-04\", \"reason\": \"Later\"}")
                .json(plan + "/{entry}/withdraw", "{\"reason\": \"Not wanted\"}")
                .json(plan + "/{entry}/general-exception", "{\"reason\": \"Short\"}")
                .json(plan + "/{entry}/special-urgency", "{\"reason\": \"Shorter\"}");
    }
}
