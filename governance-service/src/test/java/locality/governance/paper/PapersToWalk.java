package locality.governance.paper;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls papers with: one of a meeting of the board.
public final class PapersToWalk {

    private PapersToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var secretary = manchester.secretary;
        var meeting = manchester.meets(manchester.board);
        secretary.does("/meetings/%s/items".formatted(meeting), "{\"title\": \"A report\"}");
        var paper =
                """
                {"frontSheet": {"title": "A report", "reportOf": "City Wide Leadership Group",
                                "recommendations": [{"verb": "NOTE", "text": "The report"}]}}
                """;
        var reference = secretary.makes("/meetings/%s/items/1/papers".formatted(meeting), paper);
        secretary.uploads("/papers/%s/content".formatted(reference), "# A report");
        things.named("paper", reference)
                .json("POST /api/governance/v1/meetings/{meeting}/items/{item}/papers", paper);
    }
}
