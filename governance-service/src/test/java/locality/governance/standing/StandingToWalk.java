package locality.governance.standing;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls standing items and deep dives with.
public final class StandingToWalk {

    private StandingToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var board = manchester.board;
        var items = "POST /api/governance/v1/standing-items";
        var item = "{\"body\": \"%s\", \"title\": \"Performance\"}".formatted(board);
        var dive =
                "{\"body\": \"%s\", \"concern\": \"Delays\", \"raisedOn\": \"2014-05-01\"}"
                        .formatted(board);
        things.named("standingItem", manchester.secretary.makes("/standing-items", item))
                .json(items, item)
                .csv(items, "body,title\n%s,Performance\n".formatted(board))
                .json(items + "/{standingItem}/end", "{\"until\": \"2999-03-31\"}")
                .named("deepDive", manchester.secretary.makes("/deep-dives", dive))
                .json("POST /api/governance/v1/deep-dives", dive);
    }
}
