package locality.governance.closedown;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls closedowns with.
public final class ClosedownsToWalk {

    private ClosedownsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        things.json(
                "POST /api/governance/v1/organisations/{code}/closedown/transfer",
                "{\"to\": \"%s\"}".formatted(manchester.council));
    }
}
