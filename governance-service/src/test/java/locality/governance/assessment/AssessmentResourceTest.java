package locality.governance.assessment;

import static locality.governance.assessment.AssessmentStoryTest.conducted;
import static locality.governance.assessment.AssessmentStoryTest.planned;
import static locality.governance.assessment.AssessmentStoryTest.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.governance.story.Rochdale;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AssessmentResourceTest {

    private static final String RATINGS_HEADER =
            "reference,version,domain,criterion,title,self,reviewer,agreed,by";

    @Inject DataSource database;

    private final Caller everywhere = Caller.secretaryOf(Locality.values());
    private final Caller bolton = Caller.secretaryOf(Locality.BOLTON);
    private String framework;
    private String assessment;
    private String path;

    @BeforeEach
    void thereIsAnAssessment() {
        framework = Frameworks2014To2018.dueDiligence();
        assessment = planned(bolton, framework, "E08000001", "2017-01-02", "");
        path = "/assessments/" + assessment;
    }

    @Test
    @Tag("G36")
    void aDayShowsWhatWasSaidByThen() {
        conducted(bolton, assessment, "2017-02-01");
        rates("DD1", "AMBER", "2017-02-01");
        rates("DD1", "RED", "2017-02-15");
        shared(bolton, assessment, "2017-03-01");

        bolton.get(path + "?on=2017-01-01").statusCode(404);
        bolton.get(path + "?on=2017-02-14")
                .body("state", equalTo("CONDUCTED"))
                .body("criteria[0].word", equalTo("AMBER"))
                .body("criteria[0].red", equalTo(false))
                .body("history", hasSize(2));
        bolton.get(path + "?on=2017-02-15")
                .body("criteria[0].reviewer.word", equalTo("RED"))
                .body("criteria[0].reviewer.ratedOn", equalTo("2017-02-15"));
        bolton.get("/assessments?on=2017-02-14&framework=" + framework)
                .body("items.state", contains("CONDUCTED"))
                .body("items.red", contains(0));
        bolton.get("/assessments?state=CONDUCTED&framework=" + framework).body("items", empty());
        bolton.get("/assessments?on=2017-01-01&framework=" + framework).body("items", empty());
    }

    @Test
    @Tag("G36")
    void whoRatesIsAQuestionOfItsState() {
        rates("DD1", "GREEN", "2017-01-02", "reviewer")
                .statusCode(409)
                .body("code", equalTo("ASSESSMENT_NOT_IN_STATE"))
                .body("allowed", contains("CONDUCTED", "DRAFT_SHARED"));
        rates("DD1", "GREEN", "2017-01-02", "agreed").statusCode(409);
        rates("DD1", "GREEN", "2017-01-02", "self").statusCode(200).body("rated", equalTo(1));
        rates("DD1", "GREEN", "2017-01-03", "self")
                .body("rated", equalTo(0))
                .body("unchanged", equalTo(1));
        conducted(bolton, assessment, "2017-02-01");
        rates("DD1", "RED", "2017-01-31", "reviewer")
                .statusCode(422)
                .body("code", equalTo("STEP_OUT_OF_ORDER"))
                .body("last", equalTo("2017-02-01"));
        rates("DD1", "RED", "2999-01-31", "reviewer")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        rates("DD1", "PURPLE", "2017-02-01", "reviewer")
                .statusCode(422)
                .body("code", equalTo("NOT_ON_SCALE"))
                .body("scale", contains("RED", "AMBER", "GREEN"));
        rates("DD9", "RED", "2017-02-01", "reviewer")
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_CRITERION"));
    }

    @Test
    @Tag("G36")
    void aSheetOfRatingsIsFilledInAndSentBack() {
        conducted(bolton, assessment, "2017-02-01");
        var sheet = bolton.read(path + "/ratings", "text/csv");
        assertThat(sheet.lines()).hasSize(6).first().isEqualTo(RATINGS_HEADER);
        bolton.postCsv(path + "/ratings", sheet)
                .statusCode(200)
                .body("rated", equalTo(0))
                .body("unchanged", equalTo(5));
        var filled =
                sheet.replace("Complete financial audit,,,", "Complete financial audit,,AMBER,")
                        .replace("management arrangements,,,", "management arrangements,,UNKNOWN,");

        bolton.postCsv(path + "/ratings?dryRun=true", filled)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("rated", equalTo(2));
        bolton.get(path).body("criteria[0].reviewer", nullValue());
        bolton.postCsv(path + "/ratings", filled).statusCode(200).body("rated", equalTo(2));
        bolton.get(path)
                .body("criteria[0].reviewer.word", equalTo("AMBER"))
                .body("criteria[3].reviewer.word", equalTo("UNKNOWN"))
                .body("criteria[3].word", nullValue())
                .body("criteria[1].reviewer", nullValue());
        bolton.get(path + "/ratings").body("items", hasSize(5));
        bolton.postCsv(path + "/ratings", filled)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.line", contains(2, 3, 4, 5, 6));
    }

    @Test
    @Tag("G36")
    void aSheetAtFaultChangesNothing() {
        conducted(bolton, assessment, "2017-02-01");

        bolton.postCsv(path + "/ratings", "criterion,reviewer\nDD1,GREEN\nDD2,PURPLE\nDD9,RED\n")
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(3, 4))
                .body("rows.code", contains("NOT_ON_SCALE", "NO_SUCH_CRITERION"));
        bolton.postCsv(path + "/ratings", "criterion,colour\nDD1,GREEN\n")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
        bolton.postCsv(path + "/ratings", "reference,criterion,reviewer\nOTHER,DD1,GREEN\n")
                .statusCode(400);
        bolton.get(path).body("criteria[0].reviewer", nullValue());
    }

    @Test
    @Tag("G36")
    void aSheetOfAssessmentsIsEditedAndSentBack() {
        var reference = Frameworks2014To2018.code("BOL-DD");
        bolton.postCsv(
                        "/assessments",
                        """
                        reference,title,framework,locality,plannedOn
                        %s,Due diligence,%s,E08000001,2999-03-31
                        """
                                .formatted(reference, framework))
                .statusCode(200)
                .body("planned", equalTo(1));
        var sheet = bolton.read("/assessments?framework=" + framework, "text/csv");
        assertThat(sheet.lines().skip(1)).hasSize(2);
        var edited = sheet.replace("Due diligence,", "Due diligence of 2999,");

        bolton.postCsv("/assessments?dryRun=true", edited)
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("dryRun", equalTo(true));
        bolton.get("/assessments/" + reference).body("title", equalTo("Due diligence"));
        bolton.postCsv("/assessments", edited).statusCode(200).body("changed", equalTo(1));
        bolton.get("/assessments/" + reference).body("title", equalTo("Due diligence of 2999"));
        bolton.postCsv("/assessments", sheet.replace("Due diligence,", "Another,"))
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.reference", contains(reference));
        bolton.does("/assessments/%s/conduct".formatted(reference), "{}");
        var later = bolton.read("/assessments?framework=" + framework, "text/csv");
        bolton.postCsv("/assessments", later.replace("of 2999,", "of 3000,"))
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.code", contains("ASSESSMENT_NOT_IN_STATE"));
        bolton.postCsv("/assessments", later.replace(framework, "OTHER"))
                .statusCode(422)
                .body("rows.code", hasItem("NOT_IN_A_SPREADSHEET"));
        bolton.postCsv("/assessments", "title,framework\nNo place,%s\n".formatted(framework))
                .statusCode(400);
    }

    @Test
    @Tag("G36")
    void anAssessmentGoesByTheVersionOfItsDay() {
        everywhere.does(
                "/assessment-frameworks",
                """
                {"code": "%s", "title": "Due diligence, revised", "kind": "DUE_DILIGENCE",
                 "locality": "E47000001", "effectiveOn": "2018-01-01",
                 "domains": [{"title": "All", "criteria": [{"title": "All of it"}]}]}
                """
                        .formatted(framework));
        var later = planned(bolton, framework, "E08000001", "2018-01-01", "");

        bolton.get(path).body("frameworkFrom", equalTo("2014-01-01")).body("criteria", hasSize(5));
        bolton.get("/assessments/" + later)
                .body("frameworkFrom", equalTo("2018-01-01"))
                .body("criteria", hasSize(1));
        bolton.get("/assessment-frameworks/%s?on=2017-12-31".formatted(framework))
                .body("criteria", equalTo(5));
        bolton.get("/assessment-frameworks?limit=1000&on=2018-01-01")
                .body(
                        "items.findAll { it.code == '%s' }.criteria".formatted(framework),
                        contains(1));
        bolton.get("/assessment-frameworks/%s?on=2013-12-31".formatted(framework))
                .statusCode(422)
                .body("code", equalTo("NO_FRAMEWORK_YET"))
                .body("first", equalTo("2014-01-01"));
        everywhere
                .post(
                        "/assessment-frameworks",
                        """
                        {"code": "%s", "title": "Again", "kind": "DUE_DILIGENCE",
                         "locality": "E47000001", "effectiveOn": "2018-01-01",
                         "domains": [{"title": "All"}]}
                        """
                                .formatted(framework))
                .statusCode(409)
                .body("code", equalTo("FRAMEWORK_OUT_OF_ORDER"));
        bolton.post(
                        "/assessment-frameworks",
                        """
                        {"code": "%s", "title": "Ours", "kind": "DUE_DILIGENCE",
                         "locality": "E08000001", "effectiveOn": "2019-01-01",
                         "domains": [{"title": "All"}]}
                        """
                                .formatted(framework))
                .statusCode(422)
                .body("code", equalTo("FRAMEWORK_DIFFERS"));
    }

    @Test
    @Tag("G36")
    void frameworksAreExportedAndReadAsASheet() {
        var own = Frameworks2014To2018.code("BOL-CHECK");
        bolton.postCsv(
                        "/assessment-frameworks",
                        """
                        framework,title,kind,locality,effectiveOn,scale,domain,criterion
                        %1$s,Closedown,CHECKLIST,E08000001,2021-04-01,OPEN;DONE,Records,Data cleanse
                        %1$s,,,,,,Records,Records management
                        %1$s,,,,,,People,
                        """
                                .formatted(own))
                .statusCode(201)
                .body("adopted.criteria", contains(2));

        assertThat(
                        bolton.read("/assessment-frameworks?locality=E08000001", "text/csv")
                                .lines()
                                .filter(line -> line.startsWith(own)))
                .containsExactly(
                        own
                                + ",Closedown,CHECKLIST,E08000001,2021-04-01,OPEN;DONE,,,Records,"
                                + "1.1,Data cleanse",
                        own
                                + ",Closedown,CHECKLIST,E08000001,2021-04-01,OPEN;DONE,,,Records,"
                                + "1.2,Records management",
                        own + ",Closedown,CHECKLIST,E08000001,2021-04-01,OPEN;DONE,,,People,,");
        Caller.secretaryOf(Locality.BURY).get("/assessment-frameworks/" + own).statusCode(404);
        bolton.postCsv(
                        "/assessment-frameworks",
                        """
                        framework,title,kind,locality,scale,domain,criterion
                        %1$s-B,Closedown,CHECKLIST,E08000001,OPEN;DONE,Records,Data cleanse
                        %1$s-B,Other,,,,Records,Records management
                        """
                                .formatted(own))
                .statusCode(400)
                .body("errors.where", contains("line 3, title"));
        bolton.post(
                        "/assessment-frameworks",
                        """
                        {"code": "%s-C", "title": "C", "kind": "CHECKLIST",
                         "locality": "E08000001", "scale": ["OPEN", "DONE"], "red": ["DONE"],
                         "domains": [{"title": "All"}]}
                        """
                                .formatted(own))
                .statusCode(422)
                .body("code", equalTo("SCALE_UNCLEAR"));
        bolton.post(
                        "/assessment-frameworks",
                        """
                        {"code": "%s-D", "title": "D", "kind": "CHECKLIST",
                         "locality": "E08000001", "domains": [{"title": "All"}, {"title": "All"}]}
                        """
                                .formatted(own))
                .statusCode(422)
                .body("code", equalTo("NAMED_TWICE"));
    }

    @Test
    @Tag("G34")
    void whatIsFoundMissingMakesAnActionOfTheBodyThatIsNamed() {
        var rochdale = Rochdale.in2018();
        var secretary = rochdale.secretary;
        var one =
                planned(
                        secretary,
                        Frameworks2014To2018.conversationSpine(),
                        "E08000005",
                        "2018-01-02",
                        "");
        conducted(secretary, one, "2018-02-01");
        var findings = "/assessments/%s/findings".formatted(one);
        secretary
                .post(findings, "{\"findings\": [{\"kind\": \"GAP\", \"text\": \"No plan\"}]}")
                .statusCode(422)
                .body("code", equalTo("GAP_OF_NO_CRITERION"));
        secretary
                .post(
                        findings,
                        """
                        {"findings": [{"kind": "THREAT", "domain": "Threats", "text": "Time"}]}
                        """)
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_DOMAIN"));
        secretary.does(
                findings,
                """
                {"foundOn": "2018-02-01",
                 "findings": [{"kind": "GAP", "criterion": "Finance", "text": "No plan"}]}
                """);
        shared(secretary, one, "2018-02-02");
        var actions = "/assessments/%s/actions".formatted(one);
        var post = "\"post\": \"Finance lead\", \"dueOn\": \"2018-03\"";

        secretary
                .post(actions, "{%s}".formatted(post))
                .statusCode(422)
                .body("code", equalTo("NO_BODY_ACTS"));
        secretary
                .does(actions, "{\"body\": \"%s\", %s}".formatted(rochdale.icb, post))
                .body("given", hasSize(1))
                .body("given[0]", startsWith(rochdale.icb));
        secretary.get("/assessments/" + one).body("criteria[3].gap", equalTo(true));
    }

    @Test
    @Tag("G36")
    void twoWhoActOnGapsAtOnceGiveEachGapOneAction() throws Exception {
        var rochdale = Rochdale.in2018();
        var secretary = rochdale.secretary;
        var one =
                planned(
                        secretary,
                        Frameworks2014To2018.peerReview(),
                        "E08000005",
                        "2018-04-01",
                        ", \"body\": \"%s\"".formatted(rochdale.icb));
        conducted(secretary, one, "2018-04-30");
        secretary.does(
                "/assessments/%s/ratings".formatted(one),
                """
                {"ratedOn": "2018-04-30",
                 "ratings": [{"criterion": "Engagement", "reviewer": "EMERGING"}]}
                """);
        shared(secretary, one, "2018-05-14");

        Callable<String> acts =
                () ->
                        secretary
                                .does(
                                        "/assessments/%s/actions".formatted(one),
                                        "{\"post\": \"Programme Director\", \"dueOn\":"
                                                + " \"2018-06\"}")
                                .extract()
                                .path("assessment.criteria[1].action");
        var given = AtOnce.call(4, List.of(acts, acts, acts, acts));

        assertThat(given).containsOnly(rochdale.icb + "-A-1");

        secretary.get("/actions?body=" + rochdale.icb).body("items", hasSize(1));
    }

    @Test
    void anotherPlaceSeesNothingOfIt() {
        var bury = Caller.secretaryOf(Locality.BURY);

        bury.get(path).statusCode(404);
        bury.get(path + "/ratings").statusCode(404);
        bury.post(path + "/conduct", "{}").statusCode(404);
        bury.get("/assessments?limit=1000").body("items.reference", not(hasItem(assessment)));
        bury.post(
                        "/assessments",
                        """
                        {"title": "Theirs", "framework": "%s", "locality": "E08000001"}
                        """
                                .formatted(framework))
                .statusCode(404);
        bury.post(
                        "/assessments",
                        """
                        {"title": "Drawn", "framework": "%s", "locality": "E08000002",
                         "drawsOn": ["%s"]}
                        """
                                .formatted(framework, assessment))
                .statusCode(404);
    }

    @Test
    void whatIsPlannedIsNamedOnceAndWhole() {
        bolton.post(
                        "/assessments",
                        """
                        {"reference": "%s", "title": "Again", "framework": "%s",
                         "locality": "E08000001"}
                        """
                                .formatted(assessment, framework))
                .statusCode(409)
                .body("code", equalTo("ASSESSMENT_REFERENCE_TAKEN"));
        bolton.post(
                        "/assessments",
                        """
                        {"title": "Half", "framework": "%s", "locality": "E08000001",
                         "subjectType": "body"}
                        """
                                .formatted(framework))
                .statusCode(422)
                .body("code", equalTo("SUBJECT_HALF_NAMED"));
        bolton.post(
                        "/assessments",
                        "{\"title\": \"None\", \"framework\": \"NO\", \"locality\": \"E08000001\"}")
                .statusCode(404);
        bolton.post(path + "/share", "{}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", contains("CONDUCTED"));
        bolton.post(path + "/conduct", "{}", Map.of("If-Match", "\"99\"")).statusCode(412);
    }

    @Test
    void theDatabaseKeepsWordsToTheirScaleAndStepsInTheirOrder() {
        conducted(bolton, assessment, "2017-02-01");
        rates("DD1", "AMBER", "2017-02-01");
        var id = bolton.get(path).extract().<String>path("id");

        List.of(
                        Map.entry(
                                "assessment_rating_is_a_word_of_its_scale",
                                "insert into assessment_rating select assessment_id, 99, criterion,"
                                        + " rater, 'PURPLE', scale, rated_on, post, provenance"
                                        + " from assessment_rating where assessment_id ="),
                        Map.entry(
                                "assessment_takes_every_step",
                                "insert into assessment_step select assessment_id, 3, 'CLOSED',"
                                        + " effective_on, note, provenance from assessment_step"
                                        + " where ordinal = 2 and assessment_id ="),
                        Map.entry(
                                "assessment_subject_is_whole",
                                "update assessment set subject_type = 'body' where id ="))
                .forEach(
                        each ->
                                assertThatThrownBy(() -> execute(each.getValue(), id))
                                        .hasMessageContaining(each.getKey()));
    }

    private void execute(String statement, String id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement + " cast(? as uuid)")) {
            update.setString(1, id);
            update.executeUpdate();
        }
    }

    private void rates(String criterion, String word, String on) {
        rates(criterion, word, on, "reviewer").statusCode(200);
    }

    private ValidatableResponse rates(String criterion, String word, String on, String rater) {
        return bolton.post(
                path + "/ratings",
                "{\"ratedOn\": \"%s\", \"ratings\": [{\"criterion\": \"%s\", \"%s\": \"%s\"}]}"
                        .formatted(on, criterion, rater, word));
    }
}
