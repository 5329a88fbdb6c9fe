package locality.governance.record;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls the record of the meeting with.
public final class RecordsToWalk {

    private RecordsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var meeting = "POST /api/governance/v1/meetings/{meeting}";
        things.json(meeting + "/record", "{\"attendance\": [{\"seat\": \"S1\"}]}")
                .csv(meeting + "/attendance", "seat,present\nS1,yes\n");
    }
}
