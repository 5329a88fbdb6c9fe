package locality.governance.plan;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls plans and milestones with, and the calculation of a
/// schedule.
public final class PlansToWalk {

    private PlansToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var plans = "POST /api/governance/v1/plans";
        var make = "{\"reference\": \"%s\", \"title\": \"A plan\", \"locality\": \"E08000003\"}";
        var plan = manchester.secretary.makes("/plans", make.formatted("PLAN-ACCESS-1"));
        manchester.secretary.does(
                "/plans/%s/areas".formatted(plan),
                "{\"areas\": [{\"title\": \"An area\", \"kind\": \"PRIORITY\"}]}");
        var milestone = "{\"title\": \"A milestone\", \"forecast\": \"2014-06\"}";
        var reference =
                manchester.secretary.makes("/plans/%s/milestones".formatted(plan), milestone);
        var milestones = "POST /api/governance/v1/milestones/{milestone}";
        things.named("plan", plan)
                .named("milestone", reference)
                .json(plans, make.formatted("PLAN-ACCESS-2"))
                .csv(plans, "reference,title,locality\nPLAN-ACCESS-3,A plan,E08000003\n")
                .json(plans + "/{plan}/areas", "{\"areas\": [{\"title\": \"Another\"}]}")
                .json(plans + "/{plan}/objectives", "{\"objectives\": [{\"text\": \"One\"}]}")
                .json(
                        plans + "/{plan}/interdependencies",
                        "{\"interdependencies\": [{\"area\": \"An area\", \"title\": \"Reform\"}]}")
                .json(
                        plans + "/{plan}/baselines",
                        "{\"name\": \"First\", \"decision\": \"%s\"}"
                                .formatted(decided(manchester)))
                .json(plans + "/{plan}/milestones", milestone)
                .csv(plans + "/{plan}/milestones", "title,forecast\nAnother,2014-07\n")
                .json(
                        milestones + "/forecast",
                        "{\"forecast\": \"2014-09\", \"reason\": \"It waits\"}")
                .json(milestones + "/start", "{}")
                .json(milestones + "/achieve", "{\"note\": \"Reached\"}")
                .json(milestones + "/cancel", "{\"reason\": \"Not needed\"}")
                .json(
                        "POST /api/governance/v1/schedules",
                        "{\"milestones\": [{\"id\": \"a\", \"forecast\": \"2021-06-18\"}]}");
    }

    /// A decision about no plan, which is a rule's refusal to whoever may set a baseline.
    private static String decided(Manchester manchester) {
        var meeting = manchester.meets(manchester.board);
        int item =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items".formatted(meeting),
                                "{\"title\": \"A paper\", \"decision\": {\"type\": \"NOTE\"}}")
                        .extract()
                        .path("number");
        return meeting + "/" + item;
    }
}
