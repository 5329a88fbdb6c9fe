package locality.governance.guidance;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls awaited guidance with.
public final class GuidanceToWalk {

    private GuidanceToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var guidance = "POST /api/governance/v1/awaited-guidance";
        things.with("reference", "ACCESS-GUIDANCE")
                .json(
                        guidance,
                        """
                        {"reference": "ACCESS-GUIDANCE", "title": "Guidance", "issuer": "NHS"}
                        """)
                .json(guidance + "/{reference}/status", "{\"status\": \"DRAFT\"}");
    }
}
