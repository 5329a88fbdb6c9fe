package locality.governance.dispute;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls disputes with.
public final class DisputesToWalk {

    private DisputesToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var disputes = "POST /api/governance/v1/disputes";
        var dispute = disputes + "/{dispute}";
        var raised =
                """
                {"title": "Who pays", "locality": "E08000003", "raisedBy": "%1$s",
                 "parties": ["%1$s", "%2$s"], "raisedOn": "2014-09-01"}
                """
                        .formatted(manchester.council, manchester.ccg);
        things.named("dispute", manchester.secretary.makes("/disputes", raised))
                .json(disputes, raised)
                .json(dispute + "/refer", "{\"body\": \"%s\"}".formatted(manchester.board))
                .json(dispute + "/steps", "{\"what\": \"They met\"}")
                .json(dispute + "/resolve", "{\"agreement\": \"Halves\"}")
                .json(dispute + "/withdraw", "{\"reason\": \"Settled\"}")
                .json(
                        "POST /api/governance/v1/bodies/{body}/dispute-rule",
                        "{\"daysBetweenSteps\": 28, \"effectiveOn\": \"2014-04-01\"}");
    }
}
