package locality.governance.gateway;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls gateways with.
public final class GatewaysToWalk {

    private static final String GATEWAYS = "POST /api/governance/v1/gateways";

    private GatewaysToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var plan =
                """
                {"contract": "%s-WALK", "beginsOn": "2014-04-01", "locality": "E08000003"}
                """
                        .formatted(manchester.board);
        var gateway = manchester.secretary.makes("/gateways", plan);
        var one = GATEWAYS + "/{gateway}";
        var condition = "{\"text\": \"Improve\", \"dueOn\": \"2014-09\"}";
        manchester.secretary.does("/gateways/%s/conditions".formatted(gateway), condition);
        manchester.secretary.does("/gateways/%s/items".formatted(gateway), item("CORE-2"));
        var reason = "{\"reason\": \"Not yet\"}";
        things.named("gateway", gateway)
                .with("condition", "1")
                .with(one + "/items/{item}/retry item", "CORE-2")
                .with(one + "/items/{item}/withdraw item", "CORE-2")
                .json(GATEWAYS, plan.replace("-WALK", "-WALKED"))
                .json(
                        GATEWAYS + "/series",
                        """
                        {"contract": "%s-SERIES", "beginsOn": "2014-04-01",
                         "lastDay": "2015-03-31", "locality": "E08000003"}
                        """
                                .formatted(manchester.board))
                .json(one + "/conditions", condition)
                .json(one + "/conditions/{condition}/met", "{\"evidence\": \"The plan\"}")
                .json(one + "/items", item("ANOTHER"))
                .csv(
                        one + "/items",
                        "reference,title,kind,transfersOn\nTHIRD,Third,SERVICE,2014-10-01\n")
                .json(one + "/items/{item}/withdraw", reason)
                .json(one + "/lessons", "{\"text\": \"Begin earlier\"}")
                .json(one + "/not-pass", reason)
                .json(one + "/defer", reason);
    }

    private static String item(String reference) {
        return """
        {"reference": "%s", "title": "Core+2", "kind": "SERVICE", "transfersOn": "2014-10-01"}
        """
                .formatted(reference);
    }
}
