package locality.governance.organisation;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls organisations with.
public final class OrganisationsToWalk {

    private OrganisationsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var organisations = "POST /api/governance/v1/organisations";
        things.named("code", manchester.ccg)
                .json(
                        organisations,
                        """
                        {"code": "ACC1", "name": "An organisation", "kind": "CCG",
                         "locality": "E08000003", "effectiveOn": "2013-04-01"}
                        """)
                .csv(
                        organisations,
                        """
                        code,name,kind,locality,effectiveOn
                        ACC2,An organisation,CCG,E08000003,2013-04-01
                        """)
                .json(
                        organisations + "/{code}/names",
                        "{\"name\": \"Another name\", \"from\": \"2014-06-01\"}")
                .json(organisations + "/{code}/close", "{\"endsOn\": \"2017-03-31\"}");
    }
}
