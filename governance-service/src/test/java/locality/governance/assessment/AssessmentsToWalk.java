package locality.governance.assessment;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls assessments with.
public final class AssessmentsToWalk {

    private AssessmentsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var frameworks = "POST /api/governance/v1/assessment-frameworks";
        var assessments = "POST /api/governance/v1/assessments";
        var assessment = assessments + "/{assessment}";
        var code = "WALK-" + manchester.board;
        var framework =
                """
                {"code": "%s", "title": "Conditions", "kind": "ASSURANCE",
                 "locality": "E08000003", "effectiveOn": "2014-01-01", "scale": ["RED", "GREEN"],
                 "domains": [{"title": "Finance", "criteria": [{"title": "Capital costs"}]}]}
                """;
        manchester.secretary.does("/assessment-frameworks", framework.formatted(code));
        var planned =
                """
                {"title": "Feedback", "framework": "%s", "locality": "E08000003",
                 "plannedSince": "2014-02-14"}
                """
                        .formatted(code);
        things.named("framework", code)
                .named("assessment", manchester.secretary.makes("/assessments", planned))
                .json(frameworks, framework.formatted(code + "-2"))
                .json(assessments, planned)
                .json(assessment + "/conduct", "{\"conductedOn\": \"2014-03-10\"}")
                .json(
                        assessment + "/ratings",
                        "{\"ratings\": [{\"criterion\": \"1.1\", \"reviewer\": \"RED\"}]}")
                .json(assessment + "/share", "{\"sharedOn\": \"2014-03-14\"}")
                .json(assessment + "/agree", "{\"agreedOn\": \"2014-03-20\"}")
                .json(assessment + "/close", "{\"closedOn\": \"2014-04-04\"}")
                .json(
                        assessment + "/findings",
                        "{\"findings\": [{\"kind\": \"STRENGTH\", \"text\": \"A plan\"}]}")
                .json(assessment + "/links", "{\"assessments\": [\"NONE\"]}")
                .json(assessment + "/actions", "{\"post\": \"Finance lead\"}");
    }
}
