package locality.governance.team;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls teams with.
public final class TeamsToWalk {

    private TeamsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var teams = "POST /api/governance/v1/teams";
        var team =
                """
                {"reference": "%s", "name": "A team", "organisation": "%s",
                 "locality": "E08000003", "functions": ["commissioning"], "from": "2013-04-01"}
                """;
        manchester.secretary.does("/teams", team.formatted("ACC-TEAM-1", manchester.council));
        things.named("team", "ACC-TEAM-1")
                .json(teams, team.formatted("ACC-TEAM-2", manchester.council))
                .csv(
                        teams,
                        """
                        reference,name,organisation,from
                        ACC-TEAM-3,A team,%s,2013-04-01
                        """
                                .formatted(manchester.council))
                .json(teams + "/{team}/functions", "{\"functions\": [\"commissioning\"]}")
                .json(teams + "/{team}/end", "{\"effectiveOn\": \"2014-06-01\"}");
    }
}
