package locality.governance.closedown;

import io.restassured.path.json.JsonPath;
import java.util.List;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import org.junit.jupiter.api.BeforeEach;

/// A commissioning group that closes on the last day of March 2017, and the one that takes over.
abstract class ACcgIsToClose {

    static final String BEFORE = "2017-03-31";
    static final String AFTER = "2017-04-01";
    Manchester manchester;
    Caller secretary;
    String ccg;
    String successor;

    /// A commissioning group that closes with its governing body, a delegation from it, a seat at
    /// the council's board, a duty, a post and a team; and the one that takes over.
    @BeforeEach
    void aCcgIsToClose() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
        ccg = manchester.ccg;
        successor = "S" + ccg;
        manchester.organisation(successor, "CCG");
        secretary.does(
                "/bodies/%s/memberships".formatted(manchester.board),
                """
                {"seat": "CCG", "post": "Chair of the CCG", "personReference": "post:%1$s-chair",
                 "organisation": "%1$s", "from": "2013-04-01"}
                """
                        .formatted(ccg));
        secretary.does(
                "/duties",
                """
                {"reference": "DUTY-%1$s", "text": "Align commissioning", "organisation": "%1$s",
                 "from": "2014-05-14"}
                """
                        .formatted(ccg));
        secretary.does(
                "/posts",
                """
                {"reference": "POST-%1$s", "title": "Accountable Officer", "kind": "STATUTORY",
                 "organisations": ["%1$s"], "locality": "E08000003", "from": "2013-04-01",
                 "holder": {"personReference": "post:%1$s-ao"}}
                """
                        .formatted(ccg));
        secretary.does(
                "/teams",
                """
                {"reference": "TEAM-%1$s", "name": "Commissioning", "organisation": "%1$s",
                 "functions": ["commissioning"], "from": "2013-04-01"}
                """
                        .formatted(ccg));
    }

    void close() {
        secretary.does(
                "/organisations/%s/close".formatted(ccg),
                """
                {"endsOn": "%s", "successors": ["%s"]}
                """
                        .formatted(BEFORE, successor));
    }

    JsonPath closedown(String on) {
        return closedown(ccg, on);
    }

    JsonPath closedown(String organisation, String on) {
        return secretary
                .get("/organisations/%s/closedown?on=%s".formatted(organisation, on))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static List<String> kinds(JsonPath closedown) {
        return closedown.getList("items.kind");
    }
}
