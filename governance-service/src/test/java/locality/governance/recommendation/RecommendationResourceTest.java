package locality.governance.recommendation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RecommendationResourceTest {

    @Inject DataSource database;

    private Manchester manchester;
    private Caller secretary;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
    }

    @Test
    @Tag("G21")
    void whatAPaperRecommendsIsFollowedToTheDecisionThatAnsweredIt() {
        var meeting = manchester.meets(manchester.board);
        secretary.does(
                "/meetings/%s/items".formatted(meeting),
                "{\"title\": \"Progress\", \"decision\": {\"type\": \"NOTE\"}}");
        secretary.does(
                "/meetings/%s/items/1/papers".formatted(meeting),
                """
                {"frontSheet": {"title": "Progress", "reportOf": "A group", "recommendations": [
                   {"verb": "NOTE", "text": "The progress"},
                   {"verb": "SUPPORT", "text": "The governance"}]}}
                """);
        var paper = meeting + "/1/P1";

        secretary
                .get("/recommendations?body=" + manchester.board)
                .body("items.reference", contains(paper + "/R1", paper + "/R2"))
                .body("items.verb", contains("NOTE", "SUPPORT"))
                .body("items.madeOn", contains(Manchester.DAY, Manchester.DAY))
                .body("items.outcome", contains(nullValue(), nullValue()));
        var id =
                secretary
                        .does(
                                "/recommendations/%s/R1/answer".formatted(paper),
                                """
                                {"outcome": "ACCEPTED", "decision": "%s/1",
                                 "answeredOn": "2014-05-14"}
                                """
                                        .formatted(meeting))
                        .body("outcome", equalTo("ACCEPTED"))
                        .body("decision", notNullValue())
                        .extract()
                        .<String>path("id");

        secretary
                .get("/recommendations?decision=%s/1".formatted(meeting))
                .body("items.reference", contains(paper + "/R1"));
        secretary
                .get("/recommendations/progress?body=" + manchester.board)
                .body("items.source", contains(paper))
                .body("items[0].recommendations", equalTo(2))
                .body("items[0].acceptedPercent", equalTo(50.0f));
        assertThat(Told.of(database, id))
                .extracting(told -> told.data().getString("outcome"))
                .containsExactly(null, "ACCEPTED");
        secretary
                .post(
                        "/recommendations/%s/R1/answer".formatted(paper),
                        "{\"outcome\": \"NOT_ACCEPTED\"}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", contains("IMPLEMENTED", "SUPERSEDED"));
    }

    /// *Twelve Month Review*, 3.1.2: seven, accepted by the LCO Board in October 2017; which of
    /// them are implemented is read from the action to date.
    @Test
    @Tag("G40")
    void sevenRecommendationsAreImplementedAsOfADay() {
        var document = "Organisational development " + manchester.board;
        secretary
                .postCsv(
                        "/recommendations",
                        """
                        reference,number,verb,text,document,section,body,madeOn
                        %1$s-OD-1,1,IMPLEMENT,Create a Memorandum of Understanding,%2$s,3.1.2,%1$s,2017-10-02
                        %1$s-OD-2,2,IMPLEMENT,Identify and secure the right leadership,%2$s,3.1.2,%1$s,2017-10-02
                        %1$s-OD-3,3,IMPLEMENT,Develop leadership capacity and capability,%2$s,3.1.2,%1$s,2017-10-02
                        %1$s-OD-4,4,IMPLEMENT,Develop operational capacity and capability,%2$s,3.1.2,%1$s,2017-10-02
                        %1$s-OD-5,5,IMPLEMENT,Establish a safe environment,%2$s,3.1.2,%1$s,2017-10-02
                        %1$s-OD-6,6,IMPLEMENT,Co-ordinate activities,%2$s,3.1.2,%1$s,2017-10-02
                        %1$s-OD-7,7,IMPLEMENT,Develop communications and engagement,%2$s,3.1.2,%1$s,2017-10-02
                        """
                                .formatted(manchester.board, document))
                .statusCode(201);
        for (int i = 1; i <= 7; i++) {
            answers(i, "ACCEPTED", "2017-10-31", "Action to date");
        }
        answers(1, "IMPLEMENTED", "2018-04-30", "A Partnership Agreement is in place");
        answers(2, "IMPLEMENTED", "2018-04-30", "A new board is established");

        var progress = "/recommendations/progress?body=%s&on=".formatted(manchester.board);
        secretary
                .get(progress + "2018-04-30")
                .body("items.recommendations", contains(7))
                .body("items.acceptedPercent", contains(100.0f))
                .body("items.implementedPercent", contains(28.6f));
        secretary
                .get(progress + "2018-04-29")
                .body("items.answered", contains(7))
                .body("items.implementedPercent", contains(0.0f));
        secretary.get(progress + "2017-10-30").body("items.answered", contains(0));
        secretary.get(progress + "2017-10-01").body("items", empty());
        secretary
                .get("/recommendations/%s-OD-1".formatted(manchester.board))
                .body("history.outcome", contains("ACCEPTED", "IMPLEMENTED"))
                .body("history.note[0]", equalTo("Action to date"));
    }

    private void answers(int number, String outcome, String on, String note) {
        secretary.does(
                "/recommendations/%s-OD-%d/answer".formatted(manchester.board, number),
                "{\"outcome\": \"%s\", \"answeredOn\": \"%s\", \"note\": \"%s\"}"
                        .formatted(outcome, on, note));
    }

    @Test
    @Tag("G21")
    void aSpreadsheetOfADocumentsRecommendationsIsRecordedInOrder() {
        var document = "Locality Plan Update " + manchester.board;
        secretary
                .postCsv(
                        "/recommendations",
                        """
                        number,verb,text,document,section,body,madeOn
                        2,SUPPORT,The programme,%1$s,front page,%2$s,2016-06-08
                        1,NOTE,The progress,%1$s,front page,%2$s,2016-06-08
                        """
                                .formatted(document, manchester.board))
                .statusCode(201)
                .body("added", equalTo(2));
        var list = "/recommendations?answered=false&body=" + manchester.board;

        secretary
                .get(list)
                .body("items.number", contains(1, 2))
                .body(
                        "items.source",
                        contains(document + ", front page", document + ", front page"));
        var next = secretary.get(list + "&limit=1").extract().<String>path("next");
        secretary.get(list + "&limit=1&after=" + next).body("items.number", contains(2));
        secretary
                .get("/recommendations?answered=true&body=" + manchester.board)
                .body("items", empty());
        var csv =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                        .accept("text/csv")
                        .get("/api/governance/v1/recommendations?body=" + manchester.board)
                        .asString();
        assertThat(csv.lines().map(line -> line.replaceFirst("^REC-\\w+", "REC")))
                .containsExactly(
                        "reference,version,source,number,verb,text,body,madeOn,outcome,answeredOn,"
                                + "decision,note",
                        "REC,0,\"%s, front page\",1,NOTE,The progress,%s,2016-06-08,,,,"
                                .formatted(document, manchester.board),
                        "REC,0,\"%s, front page\",2,SUPPORT,The programme,%s,2016-06-08,,,,"
                                .formatted(document, manchester.board));
        secretary
                .postCsv("/recommendations", csv)
                .statusCode(201)
                .body("added", equalTo(0))
                .body("unchanged", equalTo(2));
        var edited = csv.replace("NOTE,The progress", "APPROVE,The progress made");
        secretary
                .postCsv("/recommendations", edited)
                .statusCode(201)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));
        secretary.get(list).body("items.verb", contains("APPROVE", "SUPPORT"));
        secretary
                .postCsv("/recommendations", edited)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.line", contains(2));
        var second = secretary.get(list).extract().<String>path("items[1].reference");
        secretary
                .postCsv(
                        "/recommendations",
                        "reference,version,number,verb,text,outcome\n%s,0,2,SUPPORT,X,ACCEPTED\n"
                                .formatted(second))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        secretary
                .postCsv(
                        "/recommendations",
                        "number,verb,text,document,body\n0,note,X,%s,%s\n"
                                .formatted(document, manchester.board))
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, number"));
        secretary
                .postCsv(
                        "/recommendations",
                        """
                        reference,version,number,verb,text,document,body
                        ,,3,NOTE,Of nobody,%1$s,NO-SUCH
                        ,,1,NOTE,Of a number taken,"%1$s, front page",%2$s
                        NO-SUCH,0,1,NOTE,Gone,,
                        %3$s,0,2,SUPPORT,The programme,,
                        %3$s,0,2,SUPPORT,The programme itself,,
                        """
                                .formatted(document, manchester.board, second))
                .statusCode(422)
                .body(
                        "rows.collect { it.line + ' ' + it.code }",
                        contains(
                                "2 NOT_FOUND",
                                "3 RECOMMENDATION_NUMBER_TAKEN",
                                "4 NOT_FOUND",
                                "5 NOT_IN_A_SPREADSHEET",
                                "6 ROW_NAMED_TWICE"));
    }

    @Test
    void badInputIsRefusedByName() {
        refused("\"document\": \"A\", \"paper\": \"B\"", "ONE_SOURCE", 422);
        refused("\"body\": \"%s\"".formatted(manchester.board), "ONE_SOURCE", 422);
        refused("\"document\": \"A\"", "OF_NO_PLACE", 422);
        refused(
                "\"document\": \"Ask x@nhs.net\", \"locality\": \"E08000003\"",
                "PERSONAL_DATA",
                422);
        refused("\"document\": \"A\", \"locality\": \"E08000005\"", "NOT_FOUND", 404);
        var document = "\"document\": \"D %s\", \"locality\": \"E08000003\"";
        var taken = document.formatted(manchester.board);
        secretary.does(
                "/recommendations",
                recommendation(taken + ", \"reference\": \"%s-R\"".formatted(manchester.board)));
        refused(taken, "RECOMMENDATION_NUMBER_TAKEN", 409);
        refused(
                document.formatted("x" + manchester.board)
                        + ", \"reference\": \"%s-R\"".formatted(manchester.board),
                "RECOMMENDATION_REFERENCE_TAKEN",
                409);
        var answer = "/recommendations/%s-R/answer".formatted(manchester.board);
        secretary
                .post(answer, "{\"outcome\": \"ACCEPTED\", \"answeredOn\": \"2999-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        secretary
                .post(answer, "{\"outcome\": \"ACCEPTED\", \"answeredOn\": \"2000-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("ANSWERED_OUT_OF_ORDER"));
    }

    private void refused(String more, String code, int status) {
        secretary
                .post("/recommendations", recommendation(more))
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static String recommendation(String more) {
        return "{\"number\": 1, \"verb\": \"NOTE\", \"text\": \"It\", %s}".formatted(more);
    }
}
