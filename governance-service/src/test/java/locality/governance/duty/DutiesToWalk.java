package locality.governance.duty;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls duties with.
public final class DutiesToWalk {

    private DutiesToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var duties = "POST /api/governance/v1/duties";
        var duty =
                """
                {"reference": "%s", "text": "Role model the behaviours", "body": "%s",
                 "locality": "E08000003", "from": "2013-04-01"}
                """;
        manchester.secretary.does("/duties", duty.formatted("ACC-DUTY-1", manchester.board));
        things.named("duty", "ACC-DUTY-1")
                .json(duties, duty.formatted("ACC-DUTY-2", manchester.board))
                .csv(
                        duties,
                        """
                        reference,text,body,from
                        ACC-DUTY-3,Role model the behaviours,%s,2013-04-01
                        """
                                .formatted(manchester.board))
                .json(
                        duties + "/{duty}/transfer",
                        """
                        {"to": {"organisation": "%s"}, "effectiveOn": "2014-06-01"}
                        """
                                .formatted(manchester.council))
                .json(duties + "/{duty}/end", "{\"effectiveOn\": \"2014-06-01\"}");
    }
}
