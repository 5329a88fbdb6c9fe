package locality.governance.paper;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
class PaperResourceTest {

    @Inject DataSource database;

    private final Caller viewer = Caller.of("viewer", Locality.MANCHESTER);
    private Manchester manchester;
    private String meeting;

    @BeforeEach
    void thereIsAMeeting() {
        manchester = Manchester.in2014();
        meeting = manchester.meets(manchester.board);
        manchester.secretary.does(
                "/meetings/%s/items".formatted(meeting),
                "{\"title\": \"Progress\", \"decision\": {\"type\": \"NOTE\"}}");
    }

    @Test
    @Tag("G20")
    void anItemHasManyPapersWithTheirFrontSheets() {
        var first = published("\"publishedOn\": \"2014-05-06\"");
        var second = published("\"publishedOn\": \"2014-05-12\", \"kind\": \"APPENDIX\"");

        assertThat(first).isEqualTo(meeting + "/1/P1");
        assertThat(second).isEqualTo(meeting + "/1/P2");
        viewer.get("/meetings/%s/items/1/papers".formatted(meeting))
                .body("items.reference", contains(first, second))
                .body("items.late", contains(false, true));
        viewer.get("/papers/" + first)
                .statusCode(200)
                .body("title", equalTo("Progress Update"))
                .body("priorities", contains("All"))
                .body("recommendations.verb", contains("NOTE", "SUPPORT"))
                .body("contactPosts.title", contains("Director of Public Health"))
                .body("background", equalTo(1))
                .body("backgroundUntil", nullValue())
                .body("contents", empty());
        viewer.get("/meetings/%s/items/9/papers".formatted(meeting)).statusCode(404);
    }

    @Test
    @Tag("G22")
    void thePapersThatLedToADecisionAreFound() {
        var paper = published("\"kind\": \"REPORT\"");
        manchester.secretary.does(
                "/meetings/%s/items".formatted(meeting), "{\"title\": \"Another\"}");
        manchester.secretary.does(
                "/meetings/%s/items/2/papers".formatted(meeting), paper("\"kind\": \"PLAN\""));

        viewer.get("/papers?decision=%s/1".formatted(meeting))
                .body("items.reference", contains(paper));
        viewer.get("/papers?kind=PLAN&body=" + manchester.board).body("items.item", contains(2));
        viewer.get("/papers?meeting=" + meeting)
                .body("items.reference", contains(paper, meeting + "/2/P1"));
        viewer.get("/papers?decision=%s/2".formatted(meeting)).statusCode(404);
        viewer.get("/papers?locality=E08000005&meeting=" + meeting).body("items", empty());
    }

    @Test
    @Tag("G20")
    void accessToBackgroundPapersEndsWhenTheStatedPeriodDoes() {
        var ended = published("\"backgroundYears\": 4");
        var open = published("\"backgroundYears\": 100");
        var unstated = published("\"kind\": \"REPORT\"");

        viewer.get("/papers/%s/background".formatted(ended))
                .statusCode(410)
                .body("code", equalTo("BACKGROUND_ACCESS_ENDED"))
                .body("until", equalTo("2018-05-14"));
        viewer.get("/papers/%s/background".formatted(open))
                .statusCode(200)
                .body("until", equalTo("2114-05-14"))
                .body("items.title", contains("The Blueprint"))
                .body("items.keptWhere", contains("Town Hall"));
        viewer.get("/papers/%s/background".formatted(unstated))
                .statusCode(200)
                .body("until", nullValue());
    }

    @Test
    @Tag("G20")
    void anExemptPaperIsForTheSecretariesAndAuditorsOfThePlace() {
        var exempt =
                published("\"exempt\": {\"paragraph\": 3, \"reason\": \"A provider's finances\"}");
        manchester.secretary.uploads("/papers/%s/content".formatted(exempt), "# Secret");
        var list = "/meetings/%s/items/1/papers".formatted(meeting);

        viewer.get(list).body("items", empty());
        viewer.get("/papers?meeting=" + meeting).body("items", empty());
        for (var path : new String[] {"", "/content", "/background"}) {
            viewer.get("/papers/" + exempt + path)
                    .statusCode(403)
                    .body("code", equalTo("PAPER_EXEMPT"))
                    .body("paragraph", equalTo(3));
        }
        viewer.get("/recommendations/%s/R1".formatted(exempt)).statusCode(404);
        viewer.get("/recommendations?body=" + manchester.board).body("items", empty());
        Caller.of("gm-observer").get("/papers/" + exempt).statusCode(403);
        for (var reader :
                new Caller[] {
                    manchester.secretary, Caller.of("auditor"),
                }) {
            reader.get(list).body("items.reference", contains(exempt));
            reader.get("/papers/%s/content".formatted(exempt)).statusCode(200);
        }
        var recommendation =
                manchester
                        .secretary
                        .get("/recommendations/%s/R1".formatted(exempt))
                        .body("text", equalTo("The update"))
                        .extract()
                        .<String>path("id");
        assertThat(Told.of(database, recommendation))
                .extracting(told -> told.data().getString("text"))
                .containsExactly("Exempt from publication");
    }

    @Test
    @Tag("G20")
    void everyUploadIsAVersionOfItsOwn() {
        var paper = published("\"kind\": \"REPORT\"");
        var content = "/papers/%s/content".formatted(paper);
        viewer.get(content).statusCode(404);

        manchester.secretary.uploads(content, "# First");
        manchester
                .secretary
                .upload(content, "application/pdf", "%PDF-1.7 second".getBytes(UTF_8))
                .statusCode(201)
                .body("contents.number", contains(1, 2))
                .body("contents.mediaType", contains("text/markdown", "application/pdf"));

        viewer.get(content)
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Disposition", containsString("P1-2.pdf"));
        assertThat(viewer.get(content + "?number=1").extract().asString()).isEqualTo("# First");
        viewer.get(content + "?number=3").statusCode(404);
        manchester
                .secretary
                .upload(content, "application/pdf", "<html>".getBytes(UTF_8))
                .statusCode(422)
                .body("code", equalTo("CONTENT_NOT_AS_SAID"));
        manchester
                .secretary
                .upload(
                        content + "?sha256=" + "0".repeat(64),
                        "text/markdown",
                        "# Third".getBytes(UTF_8))
                .statusCode(422)
                .body("code", equalTo("CONTENT_DIFFERS"));
        manchester
                .secretary
                .upload(content, "application/pdf", new byte[Content.MOST_BYTES + 1])
                .statusCode(422)
                .body("code", equalTo("CONTENT_TOO_LARGE"))
                .body("most", equalTo(10_485_760));
    }

    @Test
    void contentKeptElsewhereIsSentThere() {
        var link =
                "\"link\": {\"url\": \"https://example.org/p.pdf\", \"sha256\": \"%s\","
                        + " \"mediaType\": \"application/pdf\"}";
        var paper = published(link.formatted("a".repeat(64)));

        given().auth()
                .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get("/api/governance/v1/papers/%s/content".formatted(paper))
                .then()
                .statusCode(303)
                .header("Location", equalTo("https://example.org/p.pdf"));
        manchester.secretary.post(papers(), paper(link.formatted("short"))).statusCode(400);
    }

    @Test
    @Tag("G20")
    void aPaperIsToldWhenItIsPublished() {
        var id =
                manchester
                        .secretary
                        .does(papers(), paper("\"backgroundYears\": 4"))
                        .extract()
                        .<String>path("id");

        assertThat(Told.of(database, id))
                .extracting(Told::type, told -> told.data().getString("backgroundUntil"))
                .containsExactly(tuple("governance.paper-published.v1", "2018-05-14"));
    }

    @Test
    void papersAreExported() {
        var paper = published("\"publishedOn\": \"2014-05-12\"");

        var csv =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                        .accept("text/csv")
                        .get("/api/governance/v1/papers?meeting=" + meeting)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(csv.lines())
                .containsExactly(
                        "reference,meeting,item,kind,title,reportOf,publishedOn,late,open,"
                                + "backgroundUntil",
                        "%s,%s,1,REPORT,Progress Update,City Wide Leadership Group,2014-05-12,true,true,"
                                .formatted(paper, meeting));
    }

    @Test
    void peopleAndTheFutureAreRefused() {
        manchester
                .secretary
                .post(papers(), paper("\"kind\": \"REPORT\"").replace("Town Hall", "0161 234 3952"))
                .statusCode(422)
                .body("code", equalTo("PERSONAL_DATA"))
                .body("field", equalTo("backgroundPapers[0].keptWhere"));
        manchester
                .secretary
                .post(papers(), paper("\"publishedOn\": \"2999-01-01\""))
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        manchester
                .secretary
                .post(papers(), paper("\"exempt\": {\"paragraph\": 8, \"reason\": \"None\"}"))
                .statusCode(400);
    }

    @Test
    @Tag("G20")
    void aMeetingThatIsMovedTakesItsPapersAlongAndTellsSo() {
        meeting = planned();
        var paper = published("\"publishedOn\": \"2014-05-12\", \"backgroundYears\": 4");
        viewer.get("/papers/" + paper).body("late", equalTo(true));

        manchester.secretary.does(
                "/meetings/%s/move".formatted(meeting),
                "{\"startsAt\": \"2014-06-11T10:00\", \"reason\": \"No room\"}");

        var id =
                viewer.get("/papers/" + paper)
                        .body("heldOn", equalTo("2014-06-11"))
                        .body("late", equalTo(false))
                        .extract()
                        .<String>path("id");
        assertThat(Told.of(database, id))
                .filteredOn(told -> told.type().equals("governance.paper-published.v1"))
                .extracting(told -> told.data().getString("backgroundUntil"))
                .containsExactly("2018-05-14", "2018-06-11");
    }

    @Test
    @Tag("G20")
    void aMeetingThatGoesOnLaterLeavesItsPapersAsTheyWere() {
        var paper = published("\"publishedOn\": \"2014-05-12\", \"backgroundYears\": 4");
        manchester.secretary.does(
                "/meetings/%s/adjourn".formatted(meeting),
                "{\"at\": \"2014-05-14T11:00\", \"reason\": \"No time\"}");
        manchester.secretary.does(
                "/meetings/%s/reconvene".formatted(meeting),
                "{\"startsAt\": \"2014-06-11T10:00\"}");

        viewer.get("/papers/" + paper)
                .body("heldOn", equalTo("2014-05-14"))
                .body("late", equalTo(true))
                .body("backgroundUntil", equalTo("2018-05-14"));
        var later = published("\"publishedOn\": \"2014-05-20\"");
        viewer.get("/papers/" + later).body("heldOn", equalTo("2014-05-14"));
    }

    private String planned() {
        var planned =
                manchester
                        .secretary
                        .does(
                                "/meetings",
                                "{\"body\": \"%s\", \"startsAt\": \"2014-05-14T14:00\"}"
                                        .formatted(manchester.board))
                        .extract()
                        .<String>path("reference");
        manchester.secretary.does(
                "/meetings/%s/items".formatted(planned), "{\"title\": \"Progress\"}");
        return planned;
    }

    private String papers() {
        return "/meetings/%s/items/1/papers".formatted(meeting);
    }

    private String published(String more) {
        return manchester.secretary.does(papers(), paper(more)).extract().path("reference");
    }

    private static String paper(String more) {
        return """
        {"frontSheet": {
           "title": "Progress Update", "reportOf": "City Wide Leadership Group",
           "priorities": ["All"],
           "recommendations": [{"verb": "NOTE", "text": "The update"},
                               {"verb": "SUPPORT", "text": "The governance"}],
           "contactPosts": [{"title": "Director of Public Health", "organisation": "E08000003"}],
           "backgroundPapers": [{"title": "The Blueprint", "keptWhere": "Town Hall"}]},
         %s}
        """
                .formatted(more);
    }
}
