package locality.governance.minutes;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls the minutes of the meeting with.
public final class MinutesToWalk {

    private MinutesToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var meeting = "POST /api/governance/v1/meetings/{meeting}";
        things.json(meeting + "/minutes", "{\"text\": \"A draft\"}")
                .json(
                        meeting + "/approve-minutes",
                        "{\"approvedAt\": \"%s\"}".formatted(things.thing("meeting")));
    }
}
