package locality.governance.scrutiny;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls quotas of scrutiny with.
public final class ScrutinyToWalk {

    private ScrutinyToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var board = manchester.board;
        var quotas = "POST /api/governance/v1/scrutiny-quotas";
        var quota =
                """
                {"body": "%s", "subject": "%s", "reportsWanted": 2, "from": "2014-04-01",
                 "until": "2015-03-31"}
                """;
        var first =
                manchester.secretary.makes("/scrutiny-quotas", quota.formatted(board, "Carers"));
        things.named("quota", first)
                .json(quotas, quota.formatted(board, "Housing"))
                .csv(
                        quotas,
                        """
                        body,subject,reportsWanted,from,until
                        %s,Schools,2,2014-04-01,2015-03-31
                        """
                                .formatted(board));
    }
}
