package locality.governance.strategy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class StrategyResourceTest {

    private static final String REVIEW =
            "Twelve Month Review of Single Commissioning Function Development, Local Care"
                    + " Organisation Development and Transformation";

    private Manchester manchester;
    private Caller secretary;
    private String strategy;
    private String meeting;
    private int item;

    @BeforeEach
    void aStrategyIsBeforeTheBoard() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
        strategy = "STRAT-" + manchester.board;
        secretary.does("/strategies", draft(strategy));
        meeting = manchester.meets(manchester.governingBody);
        item = tabled(strategy);
        manchester.attend(meeting, 4);
    }

    @Test
    @Tag("G56")
    void aStrategyIsApprovedByADecisionInEffectAndReviewed() {
        approve(strategy, "2014-06-01")
                .statusCode(422)
                .body("code", equalTo("DECISION_NOT_IN_EFFECT"))
                .body("state", equalTo("TABLED"));
        carry();
        approve(strategy, "2014-05-13")
                .statusCode(422)
                .body("code", equalTo("APPROVED_BEFORE_DECIDED"))
                .body("takenOn", equalTo(Manchester.DAY));

        approve(strategy, Manchester.DAY)
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approvedOn", equalTo(Manchester.DAY))
                .body("decision", equalTo(meeting + "/" + item))
                .body("reviewOn", equalTo("2015-05-14"))
                .body("reviewOverdue", equalTo(true));

        get("?on=2014-05-13").body("state", equalTo("DRAFT")).body("approvedOn", nullValue());
        get("?on=2015-05-14").body("reviewOverdue", equalTo(false));
        get("?on=2015-05-15").body("reviewOverdue", equalTo(true));
        does("review", "{\"nextReviewOn\": \"2016-05-14\", \"effectiveOn\": \"2015-06-01\"}");
        get("?on=2015-06-01").body("reviewOverdue", equalTo(false));
        secretary
                .get("/strategies?state=APPROVED&on=2014-05-14&limit=1000")
                .body("items.reference", hasItem(strategy));
        secretary
                .get("/strategies?state=APPROVED&on=2014-05-13&limit=1000")
                .body("items.reference", not(hasItem(strategy)));
        Caller.secretaryOf(Locality.BURY).get("/strategies/" + strategy).statusCode(404);
    }

    @Test
    @Tag("G56")
    void aDecisionAboutSomethingElseApprovesNone() {
        var other = strategy + "-OTHER";
        secretary.does("/strategies", draft(other));
        carry();

        approve(other, Manchester.DAY)
                .statusCode(422)
                .body("code", equalTo("DECISION_ABOUT_SOMETHING_ELSE"))
                .body("subject", equalTo("strategy " + strategy))
                .body("strategy", equalTo(other));
        secretary.get("/strategies/" + other).body("state", equalTo("DRAFT"));
    }

    @Test
    @Tag("G56")
    void aNewVersionTakesThePlaceOfTheOld() {
        carry();
        approve(strategy, Manchester.DAY).statusCode(200);
        var next = strategy + "-2";
        secretary.does("/strategies", draft(next));
        meeting = manchester.meets(manchester.governingBody);
        item = tabled(next);
        manchester.attend(meeting, 4);
        carry();
        post("supersede", "{\"by\": \"%s\"}".formatted(next))
                .statusCode(422)
                .body("code", equalTo("NO_SUCCESSOR"));
        approve(next, "2014-07-01").statusCode(200);

        does("supersede", "{\"by\": \"%s\", \"effectiveOn\": \"2014-07-01\"}".formatted(next))
                .body("state", equalTo("SUPERSEDED"));

        get("?on=2014-06-30").body("state", equalTo("APPROVED"));
        post("withdraw", "{\"reason\": \"Overtaken\"}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
        post("review", "{}").statusCode(409).body("code", equalTo("STRATEGY_ENDED"));
    }

    @Test
    @Tag("G56")
    void whatOneReviewSaysInTwoSectionsIsKeptSideBySide() {
        does("state", stated("2018-02", "2.1.6")).body("contradicted", equalTo(false));
        does("state", stated("2018-03", "5"))
                .body("contradicted", equalTo(true))
                .body("stated.approvedIn", contains("2018-02", "2018-03"))
                .body("stated.provenance.section", contains("2.1.6", "5"));
        post("state", stated("2018-03", "5")).statusCode(409).body("code", equalTo("SAID_ALREADY"));
        post("state", stated("spring", "5")).statusCode(422).body("code", equalTo("NOT_A_DATE"));
    }

    @Test
    @Tag("G56")
    void strategiesComeBackAsTheyWereExported() {
        var all = secretary.read("/strategies", "text/csv");
        var header = all.lines().findFirst().orElseThrow();
        var row = all.lines().filter(line -> line.startsWith(strategy + ",")).findFirst();
        var sheet = header + "\n" + row.orElseThrow() + "\n";

        secretary.postCsv("/strategies", sheet).statusCode(200).body("unchanged", equalTo(1));
        secretary
                .postCsv("/strategies", sheet.replace("Commissioning Strategy", "Plan"))
                .statusCode(200)
                .body("changed", equalTo(1));
        get("").body("title", equalTo("Integrated Plan"));
        secretary
                .postCsv(
                        "/strategies",
                        """
                        reference,version,title,kind,locality,document,section
                        %s,1,Integrated Plan,STRATEGY,E08000003,Another document,1
                        """
                                .formatted(strategy))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        secretary.postCsv("/strategies", sheet).statusCode(412).body("rows", hasSize(1));
        secretary
                .postCsv(
                        "/strategies",
                        "title,kind,locality,state\nA strategy,STRATEGY,E08000003,APPROVED\n")
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        secretary
                .post("/strategies", draft(strategy))
                .statusCode(409)
                .body("code", equalTo("STRATEGY_REFERENCE_TAKEN"));
    }

    @Test
    @Tag("G56")
    void anEditionIsKeptAsItsAuthorsWriteIt() {
        var second = strategy + "-SECOND";
        secretary.does(
                "/strategies",
                draft(second).replace("\"title\"", "\"edition\": \"2.1, final\", \"title\""));

        secretary.get("/strategies/" + second).body("edition", equalTo("2.1, final"));
        secretary
                .postCsv(
                        "/strategies",
                        """
                        reference,version,title,kind,locality,edition
                        %s,0,Integrated Commissioning Strategy,STRATEGY,E08000003,"2.1, final"
                        """
                                .formatted(second))
                .statusCode(200)
                .body("unchanged", equalTo(1));
        secretary
                .postCsv(
                        "/strategies",
                        """
                        reference,version,title,kind,locality,edition
                        %s,0,Integrated Commissioning Strategy,STRATEGY,E08000003,3
                        """
                                .formatted(second))
                .statusCode(200)
                .body("changed", equalTo(1));
        secretary.get("/strategies/" + second).body("edition", equalTo("3"));
    }

    private int tabled(String about) {
        return secretary
                .does(
                        "/meetings/%s/items".formatted(meeting),
                        """
                        {"title": "The strategy",
                         "decision": {"type": "APPROVE", "function": "pooled-budget",
                                      "valuePence": 100, "basis": "POOLED",
                                      "owners": [{"organisation": "%s"}],
                                      "subject": {"type": "strategy", "id": "%s"}}}
                        """
                                .formatted(manchester.ccg, about))
                .extract()
                .path("number");
    }

    private void carry() {
        manchester.vote(meeting, item, Manchester.all(4, "FOR"));
        manchester.outcome(meeting, item);
    }

    private static String draft(String reference) {
        return """
        {"reference": "%s", "title": "Integrated Commissioning Strategy", "kind": "STRATEGY",
         "locality": "E08000003", "draftedOn": "2014-04-01", "reviewOn": "2015-05-14"}
        """
                .formatted(reference);
    }

    private static String stated(String in, String section) {
        return """
        {"approvedIn": "%s",
         "provenance": {"kind": "STATED", "document": "%s", "section": "%s"}}
        """
                .formatted(in, REVIEW, section);
    }

    private ValidatableResponse approve(String which, String on) {
        return secretary.post(
                "/strategies/%s/approve".formatted(which),
                "{\"decision\": \"%s/%d\", \"effectiveOn\": \"%s\"}".formatted(meeting, item, on));
    }

    private ValidatableResponse get(String query) {
        return secretary.get("/strategies/" + strategy + query).statusCode(200);
    }

    private ValidatableResponse does(String verb, String json) {
        return secretary.does("/strategies/%s/%s".formatted(strategy, verb), json);
    }

    private ValidatableResponse post(String verb, String json) {
        return secretary.post("/strategies/%s/%s".formatted(strategy, verb), json);
    }
}
