package locality.governance.agreement;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls agreements with.
public final class AgreementsToWalk {

    private AgreementsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var agreements = "POST /api/governance/v1/agreements";
        var version = agreements + "/{agreement}/versions/{number}";
        var drafted =
                """
                {"reference": "%s", "title": "A fund", "kind": "SECTION_75",
                 "locality": "E08000003", "noticeDays": 30, "establishes": "%s",
                 "first": {"label": "1", "summary": "First", "draftedOn": "2014-06-30",
                           "parties": [{"organisation": "%s"}, {"organisation": "%s"}]}}
                """;
        manchester.secretary.does("/agreements", of(drafted, manchester, "ACCESS-AGR-1"));
        things.named("agreement", "ACCESS-AGR-1")
                .with("number", "1")
                .json(agreements, of(drafted, manchester, "ACCESS-AGR-2"))
                .csv(
                        agreements,
                        """
                        reference,title,kind,locality,parties
                        ACCESS-AGR-3,A fund,SECTION_75,E08000003,%s
                        """
                                .formatted(manchester.ccg))
                .json(
                        agreements + "/{agreement}/versions",
                        """
                        {"label": "2", "summary": "Next",
                         "parties": [{"organisation": "%s"}]}
                        """
                                .formatted(manchester.ccg))
                .json(version + "/review", "{}")
                .json(version + "/return", "{\"reason\": \"Queries\"}")
                .json(version + "/reviewed", "{\"organisation\": \"%s\"}".formatted(manchester.ccg))
                .json(version + "/submit", "{}")
                .json(
                        version + "/sign",
                        "{\"organisation\": \"%s\", \"post\": \"Chair\"}".formatted(manchester.ccg))
                .json(version + "/start", "{}")
                .json(version + "/working-approval", "{\"by\": \"The group\"}")
                .json(version + "/review-held", "{\"outcome\": \"Goes on\"}")
                .json(
                        version + "/terminate",
                        "{\"effectiveOn\": \"2016-04-01\", \"reason\": \"Over\"}");
    }

    private static String of(String drafted, Manchester manchester, String reference) {
        return drafted.formatted(reference, manchester.board, manchester.council, manchester.ccg);
    }
}
