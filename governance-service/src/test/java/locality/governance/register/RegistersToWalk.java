package locality.governance.register;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls registers with.
public final class RegistersToWalk {

    private RegistersToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var entries = "POST /api/governance/v1/register-entries";
        var entry = entries + "/{registerEntry}";
        var risk =
                """
                {"register": "Risks", "kind": "RISK", "title": "Loss of clinical engagement",
                 "locality": "E08000003", "body": "%s"}
                """
                        .formatted(manchester.board);
        things.named("registerEntry", manchester.secretary.makes("/register-entries", risk))
                .json(entries, risk)
                .csv(entries, "title,kind,locality\nAnother,RISK,E08000003\n")
                .json(entry + "/score", "{\"residual\": {\"likelihood\": 3, \"impact\": 4}}")
                .json(entry + "/control", "{\"text\": \"A monthly report\"}")
                .json(entry + "/review", "{\"note\": \"Reviewed\"}")
                .json(entry + "/assign", "{\"post\": \"Chief Finance Officer\"}")
                .json(entry + "/link", "{\"type\": \"milestone\", \"id\": \"M-1\"}")
                .json(entry + "/escalate", "{\"reason\": \"Too high\"}")
                .json(entry + "/accept", "{}")
                .json(entry + "/return", "{\"reason\": \"Yours\"}")
                .json(
                        entry + "/tolerate",
                        "{\"until\": \"2099-03-31\", \"reason\": \"Lived with\"}")
                .json(entry + "/materialise", "{}")
                .json(entry + "/fail", "{}")
                .json(entry + "/close", "{\"note\": \"Gone\"}")
                .json(entry + "/reopen", "{\"reason\": \"It is back\"}");
        var rules = "POST /api/governance/v1/escalation-rules";
        var rule =
                """
                {"body": "%s", "threshold": 12, "daysOverdue": 14, "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.board);
        manchester.secretary.does("/escalation-rules", rule);
        things.json(rules, rule);
    }
}
