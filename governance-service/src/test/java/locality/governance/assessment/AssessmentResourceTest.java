package locality.governance.assessment;

import static locality.governance.assessment.Assessed.conducted;
import static locality.governance.assessment.Assessed.planned;
import static locality.governance.assessment.Assessed.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AssessmentResourceTest extends DueDiligenceOfBolton {

    @Inject DataSource database;

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
