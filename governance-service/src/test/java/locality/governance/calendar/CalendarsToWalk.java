package locality.governance.calendar;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls calendars with: the board meets monthly, and missed
/// some.
public final class CalendarsToWalk {

    private CalendarsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var body = "POST /api/governance/v1/bodies/{body}";
        manchester.secretary.does(
                "/bodies/%s/terms-of-reference".formatted(manchester.board),
                """
                {"effectiveOn": "2014-04-01", "quorum": {"number": 2},
                 "votingRule": "SIMPLE_MAJORITY", "frequency": {"every": 1, "unit": "MONTHS"}}
                """);
        things.query("GET /api/governance/v1/missed-cycles", "on=2014-05-31")
                .json(
                        body + "/calendar",
                        """
                        {"from": "2015-04-01", "to": "2016-03-31", "first": "2015-04-14T10:00"}
                        """)
                .json(
                        body + "/attendance-cycles",
                        "{\"seat\": \"S1\", \"everyMonths\": 3, \"from\": \"2014-04-01\"}");
    }
}
