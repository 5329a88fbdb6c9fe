package locality.governance.action;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls actions with.
public final class ActionsToWalk {

    private ActionsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var actions = "POST /api/governance/v1/actions";
        var give =
                "{\"title\": \"An action\", \"post\": \"Chief Officer\", \"body\": \"%s\"}"
                        .formatted(manchester.board);
        var reference = manchester.secretary.makes("/actions", give);
        things.named("action", reference)
                .json(actions, give)
                .csv(
                        actions,
                        "title,post,body\nAnother,Chief Officer,%s\n".formatted(manchester.board))
                .json(actions + "/{action}/complete", "{\"note\": \"It was done\"}")
                .json(
                        actions + "/{action}/move",
                        "{\"dueOn\": \"2014-09\", \"reason\": \"It waits\"}")
                .json(actions + "/{action}/supersede", "{\"by\": \"%s\"}".formatted(reference));
    }
}
