package locality.governance.recommendation;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls recommendations with: the one that the paper makes.
public final class RecommendationsToWalk {

    private RecommendationsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var recommendations = "POST /api/governance/v1/recommendations";
        things.named("recommendation", things.thing("paper") + "/R1")
                .json(
                        recommendations,
                        """
                        {"number": 1, "verb": "NOTE", "text": "The plan", "document": "A document",
                         "body": "%s"}
                        """
                                .formatted(manchester.board))
                .csv(
                        recommendations,
                        """
                        number,verb,text,document,body
                        2,NOTE,The plan,A document,%s
                        """
                                .formatted(manchester.board))
                .json(recommendations + "/{recommendation}/answer", "{\"outcome\": \"ACCEPTED\"}");
    }
}
