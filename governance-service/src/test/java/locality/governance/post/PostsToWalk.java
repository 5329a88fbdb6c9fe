package locality.governance.post;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls posts with.
public final class PostsToWalk {

    private PostsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var posts = "POST /api/governance/v1/posts";
        var post =
                """
                {"reference": "%s", "title": "A post", "organisations": ["%s"],
                 "locality": "E08000003", "from": "2013-04-01"}
                """;
        manchester.secretary.does("/posts", post.formatted("ACC-POST-1", manchester.council));
        var on = "{\"effectiveOn\": \"2014-06-01\"}";
        things.named("post", "ACC-POST-1")
                .json(posts, post.formatted("ACC-POST-2", manchester.council))
                .csv(
                        posts,
                        """
                        reference,title,kind,organisations,locality,from
                        ACC-POST-3,A post,OTHER,%s,E08000003,2013-04-01
                        """
                                .formatted(manchester.council))
                .json(
                        posts + "/{post}/holders",
                        "{\"personReference\": \"post:acc\", \"from\": \"2013-04-01\"}")
                .json(posts + "/{post}/holders/end", on)
                .json(
                        posts + "/{post}/reports-to",
                        "{\"to\": [\"%s\"]}".formatted(manchester.board))
                .json(posts + "/{post}/abolish", on);
    }
}
