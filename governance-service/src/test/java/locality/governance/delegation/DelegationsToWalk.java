package locality.governance.delegation;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls delegations with, and the question of authority.
public final class DelegationsToWalk {

    private DelegationsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var delegations = "POST /api/governance/v1/delegations";
        var grant =
                """
                {"reference": "%s", "from": "%s", "to": "%s", "functions": ["pooled-budget"],
                 "place": "E08000003", "effectiveOn": "2014-04-01"}
                """;
        manchester.secretary.does(
                "/delegations",
                grant.formatted("DEL-ACCESS-1", manchester.governingBody, manchester.board));
        things.named("delegation", "DEL-ACCESS-1")
                .json(
                        delegations,
                        grant.formatted("DEL-ACCESS-2", manchester.governingBody, manchester.board))
                .csv(
                        delegations,
                        """
                        from,to,functions,place,effectiveOn,expiresOn
                        %s,%s,pooled-budget,E08000003,2014-04-01,2014-05-31
                        """
                                .formatted(manchester.governingBody, manchester.board))
                .json(
                        delegations + "/{delegation}/revoke",
                        "{\"effectiveOn\": \"2014-06-01\", \"reason\": \"No longer needed\"}")
                .query(
                        "GET /api/governance/v1/authority",
                        "function=commissioning&place=E08000003&owner=" + manchester.ccg);
    }
}
