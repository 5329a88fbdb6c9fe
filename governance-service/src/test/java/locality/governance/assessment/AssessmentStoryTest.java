package locality.governance.assessment;

import static locality.governance.assessment.Assessed.conducted;
import static locality.governance.assessment.Assessed.planned;
import static locality.governance.assessment.Assessed.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import locality.governance.story.Caller;
import locality.governance.story.Rochdale;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The assessments that the source documents tell of.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AssessmentStoryTest {

    @Inject DataSource database;
    @Inject Standings standings;

    private final Caller manchester = Caller.secretaryOf(Locality.MANCHESTER);

    @Test
    @Tag("G39")
    void capitalCostsAreTheOnlyKnownRedOf36Conditions() {
        var framework = Frameworks2014To2018.conditions();
        manchester
                .get("/assessment-frameworks/" + framework)
                .body("domains", hasSize(10))
                .body("criteria", equalTo(36))
                .body("domains[2].criteria[6].code", equalTo("3.7"))
                .body("domains[2].criteria[6].title", equalTo("Capital costs"))
                .body("scale.red", contains(true, false, false))
                .body("scale.gap", contains(true, true, false));
        var assessment = planned(manchester, framework, "E08000003", "2014-02-14", "");
        conducted(manchester, assessment, "2014-03-14");
        manchester.does(
                "/assessments/%s/ratings".formatted(assessment),
                """
                {"ratings": [{"criterion": "Capital costs", "reviewer": "RED"}],
                 "ratedOn": "2014-03-14"}
                """);
        shared(manchester, assessment, "2014-03-14");

        var shown =
                manchester
                        .get("/assessments/" + assessment)
                        .body("counts.byWord.RED", equalTo(1))
                        .body("counts.byWord.AMBER", equalTo(0))
                        .body("counts.byWord.GREEN", equalTo(0))
                        .body("counts.unknown", equalTo(35))
                        .body("open", hasSize(36))
                        .body("criteria.findAll { it.red }.title", contains("Capital costs"))
                        .body("criteria.findAll { it.gap }.title", contains("Capital costs"))
                        .extract()
                        .<String>path("id");
        manchester
                .get("/assessments?framework=" + framework)
                .body("items.unrated", contains(35))
                .body("items.red", contains(1))
                .body("items.gaps", contains(1));
        assertThat(standings.require(assessment, Locality.MANCHESTER))
                .satisfies(
                        standing ->
                                assertThat(standing.red())
                                        .containsExactly(
                                                new Standings.Named("3.7", "Capital costs")))
                .satisfies(standing -> assertThat(standing.unrated()).hasSize(35))
                .returns(AssessmentState.DRAFT_SHARED, Standings.Standing::state)
                .returns(framework, Standings.Standing::framework);
        assertThatThrownBy(() -> standings.require(assessment, Locality.BURY))
                .isInstanceOf(NotFound.class);
        assertThat(Told.of(database, shown).getLast())
                .returns("governance.assessment-changed.v1", Told::type)
                .returns(
                        List.of("RED", "AMBER", "GREEN"),
                        told -> told.data().<String>getList("scale"))
                .returns(36, told -> told.data().getList("ratings").size())
                .returns(
                        List.of("Capital costs"),
                        told ->
                                told.data()
                                        .<String>getList(
                                                "ratings.findAll { it.reviewer }.criterion"));
    }

    @Test
    @Tag("G39")
    void strengthsWeaknessesOpportunitiesAndThreatsAreEightEightNineAndFive() {
        var assessment =
                planned(manchester, Frameworks2014To2018.swot(), "E08000003", "2014-02-14", "");
        conducted(manchester, assessment, "2014-03-14");

        manchester
                .does(
                        "/assessments/%s/findings".formatted(assessment),
                        Frameworks2014To2018.read("bcf-swot-findings.json"))
                .body("findingsByKind.STRENGTH", equalTo(8))
                .body("findingsByKind.WEAKNESS", equalTo(8))
                .body("findingsByKind.OPPORTUNITY", equalTo(9))
                .body("findingsByKind.THREAT", equalTo(5))
                .body(
                        "findings.findAll { it.domain == 'Threats' }.kind.unique()",
                        contains("THREAT"));
        manchester
                .get("/assessments/%s?on=2014-03-13".formatted(assessment))
                .body("state", equalTo("PLANNED"))
                .body("findings", empty());
    }

    @Test
    @Tag("G36")
    void gapsToMaturingMakeActionsOnce() {
        var rochdale = Rochdale.in2018();
        var secretary = rochdale.secretary;
        var assessment =
                planned(
                        secretary,
                        Frameworks2014To2018.peerReview(),
                        "E08000005",
                        "2018-04-01",
                        """
                        , "subjectType": "body", "subjectId": "%1$s", "body": "%1$s"
                        """
                                .formatted(rochdale.icb));
        var path = "/assessments/%s/".formatted(assessment);
        conducted(secretary, assessment, "2018-04-30");
        secretary.does(
                path + "ratings",
                """
                {"ratedOn": "2018-04-30", "ratings": [
                  {"criterion": "Design and set up", "reviewer": "DEVELOPING",
                   "by": "Peer review lead"},
                  {"criterion": "Engagement", "reviewer": "MATURING"},
                  {"criterion": "Technical enablers", "reviewer": "EMERGING"}]}
                """);
        var gaps =
                """
                {"post": "Programme Director", "dueOn": "2018-06", "givenOn": "2018-05-14"}
                """;
        secretary
                .post(path + "actions", gaps)
                .statusCode(409)
                .body("code", equalTo("ASSESSMENT_NOT_IN_STATE"));
        shared(secretary, assessment, "2018-05-14");

        var given =
                secretary
                        .does(path + "actions", gaps)
                        .body("assessment.state", equalTo("DRAFT_SHARED"))
                        .body("given", hasSize(2))
                        .extract()
                        .<List<String>>path("given");

        secretary.does(path + "actions", gaps).body("given", empty());
        secretary
                .get("/assessments/" + assessment)
                .body("criteria.action", contains(given.get(0), null, given.get(1)))
                .body("criteria[0].reviewer.by", equalTo("Peer review lead"));
        secretary
                .get("/actions/" + given.getFirst())
                .body(
                        "title",
                        equalTo(
                                "Design and set up: from DEVELOPING to MATURING (%s, 1.1)"
                                        .formatted(assessment)))
                .body("post", equalTo("Programme Director"))
                .body("dueOn", equalTo("2018-06-30"))
                .body("body", equalTo(rochdale.icb));
        secretary
                .post(
                        path + "actions",
                        """
                        {"criteria": ["Engagement"], "post": "Programme Director"}
                        """)
                .statusCode(422)
                .body("code", equalTo("NOT_A_GAP"))
                .body("word", equalTo("MATURING"));
    }

    @Test
    @Tag("G37")
    void aPeerReviewInWordsInformsDueDiligence() {
        var rochdale = Rochdale.in2018();
        var secretary = rochdale.secretary;
        var review =
                planned(
                        secretary,
                        Frameworks2014To2018.conversationSpine(),
                        "E08000005",
                        "2017-11-01",
                        "");
        conducted(secretary, review, "2017-11-30");
        secretary
                .does(
                        "/assessments/%s/findings".formatted(review),
                        """
                        {"foundOn": "2017-11-30", "findings": [{"kind": "NARRATIVE",
                          "text": "A very positive conversation; the LCO had developed quickly"}]}
                        """)
                .body("criteria.title", hasSize(4))
                .body("scale", empty())
                .body("open", hasSize(4));
        secretary
                .post(
                        "/assessments/%s/ratings".formatted(review),
                        """
                        {"ratings": [{"criterion": "Finance", "reviewer": "GREEN"}]}
                        """)
                .statusCode(422)
                .body("code", equalTo("NOT_ON_SCALE"));
        shared(secretary, review, "2017-12-15");
        secretary
                .does(
                        "/assessments/%s/agree".formatted(review),
                        """
                        {"agreedOn": "2017-12-15", "ratings": [
                          {"criterion": "Capability to deliver", "agreed": "UNKNOWN"},
                          {"criterion": "Governance", "agreed": "UNKNOWN"},
                          {"criterion": "Finance", "agreed": "UNKNOWN"},
                          {"criterion": "In scope services and transformational schemes",
                           "agreed": "UNKNOWN"}]}
                        """)
                .body("state", equalTo("AGREED"));

        var diligence =
                planned(
                        secretary,
                        Frameworks2014To2018.dueDiligence(),
                        "E08000005",
                        "2018-01-02",
                        ", \"drawsOn\": [\"%s\"]".formatted(review));

        secretary.get("/assessments/" + diligence).body("drawsOn", contains(review));
        secretary.get("/assessments/" + review).body("informs", contains(diligence));
        var other =
                planned(
                        secretary,
                        Frameworks2014To2018.dueDiligence(),
                        "E08000005",
                        "2018-01-02",
                        "");
        secretary
                .does(
                        "/assessments/%s/links".formatted(other),
                        "{\"assessments\": [\"%s\"]}".formatted(review))
                .body("drawsOn", contains(review));
        secretary
                .post(
                        "/assessments/%s/links".formatted(other),
                        "{\"assessments\": [\"%s\"]}".formatted(other))
                .statusCode(422)
                .body("code", equalTo("DRAWS_ON_ITSELF"));
    }

    @Test
    @Tag("G34")
    void burysFiveStrandsOfDueDiligenceAreRatedBeforeAllIsAgreed() {
        var bury = Caller.secretaryOf(Locality.BURY);
        var assessment =
                planned(bury, Frameworks2014To2018.dueDiligence(), "E08000002", "2016-11-01", "");
        conducted(bury, assessment, "2016-11-14");
        bury.postCsv(
                        "/assessments/%s/ratings?ratedOn=2016-11-30".formatted(assessment),
                        """
                        criterion,reviewer
                        DD1,GREEN
                        DD2,AMBER
                        DD3,AMBER
                        DD4,RED
                        """)
                .statusCode(200)
                .body("rated", equalTo(4));
        assertThat(standings.require(assessment, Locality.BURY))
                .satisfies(
                        standing ->
                                assertThat(standing.unrated())
                                        .extracting(Standings.Named::code)
                                        .containsExactly("DD5"))
                .satisfies(
                        standing ->
                                assertThat(standing.red())
                                        .extracting(Standings.Named::code)
                                        .containsExactly("DD4"))
                .satisfies(standing -> assertThat(standing.open()).hasSize(5));
        shared(bury, assessment, "2016-12-01");
        var words =
                """
                {"agreedOn": "2016-12-15", "ratings": [
                  {"criterion": "DD1", "agreed": "GREEN"}, {"criterion": "DD2", "agreed": "AMBER"},
                  {"criterion": "DD3", "agreed": "AMBER"}, {"criterion": "DD4", "agreed": "RED"}%s]}
                """;

        bury.post("/assessments/%s/agree".formatted(assessment), words.formatted(""))
                .statusCode(422)
                .body("code", equalTo("CRITERIA_OPEN"))
                .body("open", equalTo(1))
                .body("criteria", contains("DD5"));
        bury.does(
                        "/assessments/%s/agree".formatted(assessment),
                        words.formatted(", {\"criterion\": \"DD5\", \"agreed\": \"UNKNOWN\"}"))
                .body("state", equalTo("AGREED"))
                .body("counts.unknown", equalTo(1));
        bury.post("/assessments/%s/close".formatted(assessment), "{\"closedOn\": \"2017-01-31\"}")
                .statusCode(422)
                .body("code", equalTo("GAPS_WITHOUT_ACTION"))
                .body("criteria", contains("DD2", "DD3", "DD4"));
        bury.does(
                        "/assessments/%s/close".formatted(assessment),
                        """
                        {"closedOn": "2017-01-31", "note": "They are steps of the programme's plan"}
                        """)
                .body("state", equalTo("CLOSED"))
                .body(
                        "history.state",
                        contains("PLANNED", "CONDUCTED", "DRAFT_SHARED", "AGREED", "CLOSED"));
    }
}
