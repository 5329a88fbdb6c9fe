package locality.governance.body;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls bodies with.
public final class BodiesToWalk {

    private BodiesToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var bodies = "POST /api/governance/v1/bodies";
        var body = bodies + "/{body}";
        var on = "{\"effectiveOn\": \"2014-06-01\"}";
        aSeatNobodySitsIn(manchester);
        things.named("body", manchester.board)
                .with("seat", "S1")
                .json(
                        bodies,
                        """
                        {"reference": "ACCESS-1", "name": "A body", "classification": "COMMITTEE",
                         "spatialLevel": "LOCALITY", "locality": "E08000003"}
                        """)
                .csv(
                        bodies,
                        """
                        reference,name,classification,spatialLevel,locality,establishedOn
                        ACCESS-2,A body,COMMITTEE,LOCALITY,E08000003,2013-04-01
                        """)
                .json(body + "/shadow", on)
                .json(body + "/establish", on)
                .json(body + "/dissolve", on)
                .json(body + "/memberships/{seat}/end", on)
                .json(body + "/memberships/{seat}/abolish", on)
                .json(
                        body + "/relations",
                        """
                        {"kind": "ADVISES", "to": "%s", "from": "2014-04-01"}
                        """
                                .formatted(manchester.governingBody))
                .json(
                        body + "/relations/end",
                        "{\"kind\": \"ADVISES\", \"to\": \"%s\"}"
                                .formatted(manchester.governingBody))
                .json(body + "/names", "{\"name\": \"Renamed\", \"effectiveOn\": \"2014-06-01\"}")
                .json(body + "/places", "{\"locality\": \"E08000006\", \"from\": \"2014-06-01\"}")
                .with(body + "/places/{place}/end place", "E08000006")
                .json(body + "/places/{place}/end", on)
                .json(body + "/sunset", "{\"sunsetOn\": \"2099-04-01\"}")
                .json(
                        body + "/successions",
                        """
                        {"successor": "%s", "effectiveOn": "2014-06-01", "alongside": true}
                        """
                                .formatted(manchester.governingBody))
                .json(
                        body + "/terms-of-reference",
                        """
                        {"effectiveOn": "2014-04-01", "quorum": {"number": 2},
                         "votingRule": "SIMPLE_MAJORITY", "frequency": {"every": 1, "unit": "MONTHS"}}
                        """)
                .json(
                        body + "/memberships",
                        """
                        {"seat": "S8", "post": "Member", "from": "2014-04-01"}
                        """)
                .csv(body + "/memberships", "seat,post,from\nS9,Member,2014-04-01\n");
    }

    private static void aSeatNobodySitsIn(Manchester manchester) {
        manchester.secretary.does(
                "/bodies/%s/memberships".formatted(manchester.governingBody),
                """
                {"seat": "VACANT", "post": "Member", "votingRight": false, "from": "2014-04-01"}
                """);
    }
}
