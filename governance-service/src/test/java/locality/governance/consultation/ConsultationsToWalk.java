package locality.governance.consultation;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls consultations and the communications plan with.
public final class ConsultationsToWalk {

    private ConsultationsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var consultations = "POST /api/governance/v1/consultations";
        var communications = "POST /api/governance/v1/communications";
        var planned =
                """
                {"reference": "%s", "title": "Staff", "locality": "E08000003",
                 "audience": "STAFF", "about": {"type": "PLAN", "reference": "ACCESS-CON-PLAN"},
                 "plannedOn": "2014-06-01"}
                """;
        var told =
                """
                {"reference": "%s", "title": "Go live", "locality": "E08000003",
                 "audience": "PUBLIC", "dueOn": "2015-04"}
                """;
        manchester.secretary.does(
                "/plans",
                "{\"reference\": \"ACCESS-CON-PLAN\", \"title\": \"A plan\", \"locality\":"
                        + " \"E08000003\"}");
        manchester.secretary.does("/consultations", planned.formatted("ACCESS-CON-1"));
        manchester.secretary.does("/communications", told.formatted("ACCESS-COM-1"));
        things.named("consultation", "ACCESS-CON-1")
                .named("communication", "ACCESS-COM-1")
                .json(consultations, planned.formatted("ACCESS-CON-2"))
                .csv(
                        consultations,
                        """
                        reference,title,audience,aboutType,about,locality
                        ACCESS-CON-3,Staff,STAFF,PLAN,ACCESS-CON-PLAN,E08000003
                        """)
                .json(consultations + "/{consultation}/commence", "{}")
                .json(consultations + "/{consultation}/formal", "{}")
                .json(consultations + "/{consultation}/conclude", "{}")
                .json(communications, told.formatted("ACCESS-COM-2"))
                .csv(
                        communications,
                        """
                        reference,title,audience,dueOn,locality
                        ACCESS-COM-3,Go live,PUBLIC,2015-04,E08000003
                        """)
                .json(communications + "/{communication}/done", "{}");
    }
}
