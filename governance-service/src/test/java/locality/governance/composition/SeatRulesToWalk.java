package locality.governance.composition;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls rules about seats with. The governing body breaks one:
/// it has none of the board's members.
public final class SeatRulesToWalk {

    private SeatRulesToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var rules = "POST /api/governance/v1/bodies/{body}/seat-rules";
        var shared =
                """
                {"kind": "RECIPROCAL", "other": "%s", "atLeast": 1, "from": "2014-04-01"}
                """;
        manchester.secretary.does(
                "/bodies/%s/seat-rules".formatted(manchester.governingBody),
                shared.formatted(manchester.board));
        things.with("number", "1")
                .json(rules, shared.formatted(manchester.governingBody))
                .json(rules + "/{number}/end", "{\"effectiveOn\": \"2014-06-01\"}");
    }
}
