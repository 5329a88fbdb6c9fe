package locality.governance.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SeatRuleResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.ROCHDALE);

    @Test
    @Tag("G7")
    void reciprocalSeatsAreCountedOnTheDayAskedFor() {
        record("ROC-FSMP", "PARTNERSHIP_BOARD");
        record("ROC-LCO", "PARTNERSHIP_BOARD");
        seat("ROC-FSMP", "LCO-1,Rep,2018-01-01,post:lco-1\nLCO-2,Rep,2018-01-01,post:lco-2\n");
        seat("ROC-FSMP", "LCO-3,Rep,2018-03-01,post:lco-3\n");
        seat(
                "ROC-LCO",
                """
                M1,Member,2018-01-01,post:lco-1
                M2,Member,2018-01-01,post:lco-2
                M3,Member,2018-01-01,post:lco-3
                """);
        rule(
                "ROC-FSMP",
                "{\"kind\": \"RECIPROCAL\", \"other\": \"ROC-LCO\", \"atLeast\": 3,"
                        + " \"from\": \"2018-01-01\"}");
        rule(
                "ROC-LCO",
                "{\"kind\": \"RECIPROCAL\", \"other\": \"ROC-FSMP\", \"atLeast\": 4,"
                        + " \"from\": \"2018-01-01\"}");

        secretary
                .get("/bodies/ROC-FSMP/breaches?on=2018-02-28")
                .body("items.rule", contains("ROC-FSMP/1"))
                .body("items[0].wanted", equalTo(3))
                .body("items[0].has", equalTo(2));
        secretary.get("/bodies/ROC-FSMP/breaches?on=2018-03-01").body("items", empty());
        secretary.get("/bodies/ROC-FSMP/breaches?on=2017-12-31").body("items", empty());
        secretary
                .get("/seat-breaches?locality=E08000005&on=2018-03-01&limit=1&after=ROC-L")
                .body("items.rule", contains("ROC-LCO/1"))
                .body("items.has", contains(3));
        assertThat(secretary.read("/seat-breaches?locality=E08000005&on=2018-03-01", "text/csv"))
                .startsWith("rule,kind,body,seats,wanted,has,words\r\n")
                .contains("ROC-LCO/1,RECIPROCAL,ROC-LCO,,4,3,");
    }

    @Test
    @Tag("G4")
    void theLeadOfAWorkGroupThatIsNoMemberOfTheTeamIsNamed() {
        record("ROC-PMT", "PROGRAMME_BOARD");
        record("ROC-WG-1", "WORKING_GROUP");
        record("ROC-WG-2", "WORKING_GROUP");
        seat("ROC-PMT", "M1,Member,2018-01-01,post:lead-1\n");
        seat("ROC-WG-1", "LEAD,Lead,2018-01-01,post:lead-1\n");
        seat("ROC-WG-2", "LEAD,Lead,2018-01-01,post:lead-2\n");
        for (var group : new String[] {"ROC-WG-1", "ROC-WG-2"}) {
            secretary.does(
                    "/bodies/%s/relations".formatted(group),
                    "{\"kind\": \"ACCOUNTABLE_TO\", \"to\": \"ROC-PMT\", \"from\":"
                            + " \"2018-01-01\"}");
        }
        rule(
                "ROC-PMT",
                "{\"kind\": \"MEMBERS_OF\", \"other\": \"ROC-PMT\", \"ofWorkGroups\": true,"
                        + " \"seats\": [\"LEAD\"], \"from\": \"2018-01-01\"}");

        secretary
                .get("/bodies/ROC-PMT/breaches?on=2018-02-01")
                .body("items[0].seats", contains("ROC-WG-2/LEAD"))
                .body("items[0].wanted", equalTo(2))
                .body("items[0].has", equalTo(1));
        secretary.does("/bodies/ROC-WG-2/dissolve", "{\"effectiveOn\": \"2018-03-01\"}");
        secretary.get("/bodies/ROC-PMT/breaches?on=2018-03-01").body("items", empty());
    }

    @Test
    @Tag("G9")
    void theSponsorsChairIsTheOneTheTermsName() {
        record("ROC-HWB", "STATUTORY_BOARD");
        record("ROC-CWLG", "LEADERSHIP_TEAM");
        seat("ROC-HWB", "M1,Member,2018-01-01,post:sponsor\n");
        seat(
                "ROC-CWLG",
                "SPONSOR,Sponsor,2018-01-01,post:sponsor\nCHAIR,Chair,2018-01-01,post:other\n");
        rule(
                "ROC-CWLG",
                "{\"kind\": \"SPONSOR\", \"seats\": [\"SPONSOR\"], \"sitsIn\": [\"ROC-HWB\"],"
                        + " \"chairs\": \"ROC-CWLG\", \"from\": \"2018-01-01\"}");

        secretary
                .get("/bodies/ROC-CWLG/breaches?on=2018-02-01")
                .body("items[0].wanted", equalTo(2))
                .body("items[0].has", equalTo(1));
        secretary.does(
                "/bodies/ROC-CWLG/terms-of-reference",
                """
                {"effectiveOn": "2018-03-01", "quorum": {"number": 1},
                 "votingRule": "SIMPLE_MAJORITY", "chair": "SPONSOR"}
                """);
        secretary.get("/bodies/ROC-CWLG/breaches?on=2018-03-01").body("items", empty());
    }

    @Test
    void aRuleIsWholeAndEndsFromADay() {
        record("ROC-RULE", "COMMITTEE");
        record("ROC-OTHER", "COMMITTEE");
        var rules = "/bodies/ROC-RULE/seat-rules";
        secretary
                .post(rules, "{\"kind\": \"RECIPROCAL\", \"from\": \"2018-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("SEAT_RULE_INCOMPLETE"))
                .body("missing", contains("atLeast", "other"));
        secretary
                .post(
                        rules,
                        "{\"kind\": \"RECIPROCAL\", \"other\": \"ROC-RULE\", \"atLeast\": 1,"
                                + " \"from\": \"2018-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("SEAT_RULE_ABOUT_ITSELF"));
        secretary
                .post(
                        rules,
                        "{\"kind\": \"SPONSOR\", \"seats\": [\"NOBODY\"], \"chairs\":"
                                + " \"ROC-OTHER\", \"from\": \"2018-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_SEAT"))
                .body("seat", equalTo("NOBODY"));
        secretary
                .post(
                        rules,
                        "{\"kind\": \"RECIPROCAL\", \"other\": \"ROC-OTHER\", \"atLeast\": 1,"
                                + " \"from\": \"2018-01-01\", \"until\": \"2017-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("ENDS_BEFORE_IT_BEGINS"));

        rule(
                "ROC-RULE",
                "{\"kind\": \"RECIPROCAL\", \"other\": \"ROC-OTHER\", \"atLeast\": 1,"
                        + " \"from\": \"2018-01-01\"}");
        secretary.does(rules + "/1/end", "{\"effectiveOn\": \"2018-06-01\"}");

        secretary
                .get(rules + "?on=2018-05-31")
                .body("items.number", contains(1))
                .body("items[0].other", equalTo("ROC-OTHER"))
                .body("items[0].until", equalTo("2018-05-31"));
        secretary.get(rules + "?on=2018-06-01").body("items", empty());
        secretary
                .post(rules + "/1/end", "{\"effectiveOn\": \"2018-07-01\"}")
                .statusCode(422)
                .body("code", equalTo("SEAT_RULE_NOT_IN_FORCE"))
                .body("on", equalTo("2018-06-30"));
        secretary.post(rules + "/9/end", "{}").statusCode(404);
    }

    @Test
    void twoRulesRecordedAtOnceGetTwoNumbers() throws Exception {
        record("ROC-ONCE", "COMMITTEE");
        record("ROC-TWICE", "COMMITTEE");
        Callable<Integer> recording =
                () ->
                        secretary
                                .does(
                                        "/bodies/ROC-ONCE/seat-rules",
                                        "{\"kind\": \"RECIPROCAL\", \"other\": \"ROC-TWICE\","
                                                + " \"atLeast\": 1, \"from\": \"2018-01-01\"}")
                                .extract()
                                .path("number");

        var numbers = AtOnce.call(2, List.of(recording, recording));

        assertThat(numbers).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void ofTwoWhoEndARuleAsTheyReadItOneDoes() throws Exception {
        record("ROC-ENDS", "COMMITTEE");
        record("ROC-ENDED", "COMMITTEE");
        rule(
                "ROC-ENDS",
                "{\"kind\": \"RECIPROCAL\", \"other\": \"ROC-ENDED\", \"atLeast\": 1,"
                        + " \"from\": \"2018-01-01\"}");
        var path = "/bodies/ROC-ENDS/seat-rules/1/end";
        Callable<Integer> ending =
                () ->
                        secretary
                                .post(
                                        path,
                                        "{\"effectiveOn\": \"2018-06-01\"}",
                                        Map.of("If-Match", "\"0\""))
                                .extract()
                                .statusCode();

        var statuses = AtOnce.call(2, List.of(ending, ending));

        assertThat(statuses).containsOnlyOnce(200).containsAnyOf(409, 412);
    }

    @Test
    @Tag("G7")
    void aVacantSeatIsListedSinceTheDayNobodySatInIt() {
        record("ROC-CPAP", "COMMITTEE");
        seat("ROC-CPAP", "CHAIR,Chair,2018-04-01,\nGP,General practice,2018-04-01,post:gp\n");
        secretary.does("/bodies/ROC-CPAP/memberships/GP/end", "{\"effectiveOn\": \"2018-05-01\"}");
        var asked = "/vacancies?locality=E08000005&after=ROC-CPAO&limit=2&on=";

        secretary
                .get(asked + "2018-04-30")
                .body("items.reference", hasItem("ROC-CPAP/CHAIR"))
                .body("items.reference", not(hasItem("ROC-CPAP/GP")));
        secretary
                .get(asked + "2018-05-10")
                .body("items.reference", contains("ROC-CPAP/CHAIR", "ROC-CPAP/GP"))
                .body("items.since", contains("2018-04-01", "2018-05-01"))
                .body("items.post", contains("Chair", "General practice"));
        assertThat(secretary.read("/vacancies?locality=E08000005&on=2018-05-10", "text/csv"))
                .contains("ROC-CPAP/CHAIR,ROC-CPAP,ROC-CPAP,CHAIR,Chair,true,,2018-04-01");

        seat("ROC-CPAP", "CHAIR,Chair,2018-06-01,post:chair\n");
        secretary.get(asked + "2018-06-01").body("items.reference", not(hasItem("ROC-CPAP/CHAIR")));
        secretary.does("/bodies/ROC-CPAP/dissolve", "{\"effectiveOn\": \"2018-07-01\"}");
        secretary.get(asked + "2018-07-01").body("items.body", not(hasItem("ROC-CPAP")));
    }

    private void rule(String body, String rule) {
        secretary.does("/bodies/%s/seat-rules".formatted(body), rule);
    }

    private void seat(String body, String members) {
        secretary
                .postCsv(
                        "/bodies/%s/memberships".formatted(body),
                        "seat,post,from,personReference\n" + members)
                .statusCode(201);
    }

    private void record(String reference, String classification) {
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "%s", "classification": "%s",
                 "spatialLevel": "LOCALITY", "locality": "E08000005",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2017-01-01"}]}
                """
                        .formatted(reference, reference, classification));
    }
}
