package locality.governance.principle;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls principles with.
public final class PrinciplesToWalk {

    private PrinciplesToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var principles = "POST /api/governance/v1/principles";
        var principle =
                """
                {"register": "COMMISSIONING", "text": "People come first",
                 "locality": "E08000003", "from": "2014-04-01"}
                """;
        things.named("principle", manchester.secretary.makes("/principles", principle))
                .json(principles, principle)
                .csv(
                        principles,
                        "register,text,locality,from\nCOMMISSIONING,Another,E08000003,2014-04-01\n")
                .json(principles + "/{principle}/end", "{\"lastDay\": \"2099-03-31\"}");
    }
}
