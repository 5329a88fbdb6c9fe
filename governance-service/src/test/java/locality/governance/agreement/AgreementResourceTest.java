package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The register of agreements over HTTP.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AgreementResourceTest {

    @Inject AgroalDataSource database;
    @Inject Clock clock;

    @Test
    @Tag("G26")
    void theRegisterIsListedByKindPartyAndStatePageByPage() {
        var bury = Partners.of(Locality.BURY);
        bury.drafts(bury.named("A"), "RISK_SHARE", "", ", \"draftedOn\": \"2018-01-10\"");
        bury.drafts(bury.named("B"), "INVESTMENT", "", ", \"draftedOn\": \"2018-01-10\"");
        bury.drafts(bury.named("C"), "RISK_SHARE", "", ", \"draftedOn\": \"2018-02-10\"");
        bury.does(bury.named("C"), 1, "review", "{\"effectiveOn\": \"2018-03-01\"}");
        var mine = "/agreements?party=%s&".formatted(bury.trust);

        assertThat(listed(bury, mine + "on=2018-03-01"))
                .containsExactly(bury.named("A"), bury.named("B"), bury.named("C"));
        assertThat(listed(bury, mine + "on=2018-01-31"))
                .containsExactly(bury.named("A"), bury.named("B"));
        assertThat(listed(bury, mine + "kind=RISK_SHARE"))
                .containsExactly(bury.named("A"), bury.named("C"));
        assertThat(listed(bury, mine + "state=IN_REVIEW&on=2018-03-01"))
                .containsExactly(bury.named("C"));
        assertThat(listed(bury, mine + "state=IN_REVIEW&on=2018-02-28")).isEmpty();
        assertThat(listed(bury, mine + "locality=E08000010")).isEmpty();
        var page = bury.secretary.get(mine + "limit=2").extract().jsonPath();
        assertThat(page.getList("items.reference")).hasSize(2);
        assertThat(listed(bury, mine + "limit=2&after=" + page.getString("next")))
                .containsExactly(bury.named("C"));
    }

    @Test
    @Tag("G26")
    void anAgreementIsHiddenFromOtherPlacesAndChangedByWhoReadIt() {
        var trafford = Partners.of(Locality.TRAFFORD);
        var fund = trafford.named("TRA-S75");
        trafford.drafts(fund, "RISK_SHARE", "", ", \"draftedOn\": \"2018-01-10\"");
        var elsewhere = Caller.secretaryOf(Locality.WIGAN);

        elsewhere.get("/agreements/" + fund).statusCode(404);
        elsewhere.post("/agreements/%s/versions/1/review".formatted(fund), "{}").statusCode(404);
        trafford.secretary.get("/agreements/%s?on=2018-01-09".formatted(fund)).statusCode(404);
        trafford.asks(fund, 2, "review", "{}").statusCode(404);
        trafford.secretary
                .post(
                        "/agreements/%s/versions/1/review".formatted(fund),
                        "{}",
                        Map.of("If-Match", "\"99\""))
                .statusCode(412);
        var before = trafford.secretary.get("/agreements/" + fund).extract().header("ETag");
        var after =
                trafford.does(fund, 1, "review", "{\"effectiveOn\": \"2018-02-01\"}")
                        .body("inForce", nullValue())
                        .extract()
                        .header("ETag");
        assertThat(after).isNotEqualTo(before);
        assertThat(trafford.secretary.get("/agreements/" + fund).extract().header("ETag"))
                .isEqualTo(after);
    }

    @Test
    @Tag("G26")
    void whatIsStillToComeIsNotRecorded() {
        var bury = Partners.of(Locality.BURY);
        var fund = bury.named("FUT");
        bury.drafts(fund, "SECTION_75", "", ", \"draftedOn\": \"2018-01-10\"");
        var tomorrow = BusinessClock.today(clock).plusDays(1);

        bury.asks(fund, 1, "review", "{\"effectiveOn\": \"%s\"}".formatted(tomorrow))
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("given", equalTo(tomorrow.toString()));
        bury.secretary
                .post(
                        "/agreements/%s/versions".formatted(fund),
                        """
                        {"label": "2", "summary": "Next", "draftedOn": "%s", "parties": %s}
                        """
                                .formatted(tomorrow, bury.parties()))
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        bury.secretary
                .post(
                        "/agreements",
                        """
                        {"reference": "%s", "title": "Again", "kind": "COMPACT",
                         "locality": "E08000002",
                         "first": {"label": "1", "summary": "First", "parties": %s}}
                        """
                                .formatted(fund, bury.parties()))
                .statusCode(409)
                .body("code", equalTo("AGREEMENT_REFERENCE_TAKEN"));
    }

    /// The chair of the federation of general practices signs the partnership agreement and is a
    /// member of the board (*Twelve Month Review*, 3.1.1).
    @Test
    @Tag("G27")
    void whoeverSignsWhatSetsUpABoardSitsInIt() {
        var rochdale = Partners.of(Locality.ROCHDALE);
        var agreement = rochdale.named("ROC-LCO");
        rochdale.body(rochdale.named("LCO"), null, false);
        seat(rochdale, "RHA", "Chair", rochdale.ccg);
        rochdale.drafts(
                agreement,
                "PARTNERSHIP",
                ", \"establishes\": \"%s\", \"partiesReview\": false"
                        .formatted(rochdale.named("LCO")),
                ", \"draftedOn\": \"2018-02-01\"");
        rochdale.reviewed(agreement, 1, "2018-02-10");
        rochdale.submitted(agreement, 1, "2018-03-01");

        rochdale.signs(agreement, 1, rochdale.ccg, "2018-03-29");
        rochdale.asks(
                        agreement,
                        1,
                        "sign",
                        """
                        {"organisation": "%s", "post": "Chair", "signedOn": "2018-04-03"}
                        """
                                .formatted(rochdale.council))
                .statusCode(422)
                .body("code", equalTo("SIGNATORY_WITHOUT_SEAT"))
                .body("body", equalTo(rochdale.named("LCO")));
        var seats = seats(rochdale, agreement);
        assertThat(seats.getBoolean("match")).isFalse();
        assertThat(seats.getList("partiesWithoutSeat"))
                .containsExactly(rochdale.council, rochdale.trust);
        assertThat(seats.getList("signatoriesWithoutSeat")).isEmpty();

        seat(rochdale, "COUNCIL", "Chair", rochdale.council);
        seat(rochdale, "TRUST", "Chief Executive", rochdale.trust);
        rochdale.signs(agreement, 1, rochdale.council, "2018-04-03");
        assertThat(seats(rochdale, agreement).getBoolean("match")).isTrue();
    }

    @Test
    @Tag("G26")
    void itIsEndedWithNoticeOrAsItsPartiesDecide() {
        var bolton = Partners.of(Locality.BOLTON);
        var fund = bolton.named("BOL-RISK");
        bolton.drafts(
                fund,
                "RISK_SHARE",
                ", \"ratifiedBy\": \"SIGNATURE\", \"noticeDays\": 180",
                ", \"effectiveOn\": \"2018-04-01\", \"draftedOn\": \"2018-01-10\"");
        bolton.reviewed(fund, 1, "2018-01-20");
        bolton.submitted(fund, 1, "2018-02-01");
        bolton.signs(fund, 1, bolton.council, "2018-03-01");
        bolton.signs(fund, 1, bolton.ccg, "2018-03-01");

        bolton.asks(fund, 1, "terminate", ending(bolton.ccg, "2018-12-31"))
                .statusCode(422)
                .body("code", equalTo("NOTICE_TOO_SHORT"))
                .body("earliest", equalTo("2019-01-01"));
        bolton.asks(fund, 1, "terminate", "{\"effectiveOn\": \"2019-01-01\", \"reason\": \"Over\"}")
                .statusCode(422)
                .body("code", equalTo("END_NOT_DECIDED"))
                .body("parties", contains(bolton.council, bolton.ccg));
        var subject = "agreement-termination:%s/1".formatted(fund);
        bolton.decides(bolton.cabinet, "2018-09-03", subject, bolton.council);
        bolton.decides(bolton.governingBody, "2018-09-05", subject, bolton.ccg);
        bolton.does(
                        fund,
                        1,
                        "terminate",
                        "{\"effectiveOn\": \"2018-10-01\", \"reason\": \"Another fund\"}")
                .body("state", equalTo("TERMINATED"));

        assertThat(bolton.shown(fund, "2018-09-04").getMap("versions[0].termination")).isNull();
        assertThat(bolton.shown(fund, "2018-09-05").getString("versions[0].termination.decidedOn"))
                .isEqualTo("2018-09-05");
        assertThat(bolton.shown(fund, "2018-09-30").getString("state")).isEqualTo("IN_FORCE");
        var over = bolton.shown(fund, "2018-10-01");
        assertThat(over.getString("state")).isEqualTo("TERMINATED");
        assertThat(over.getString("versions[0].termination.reason")).isEqualTo("Another fund");
        assertThat(Told.of(database, over.getString("id")))
                .extracting(Told::data)
                .filteredOn(told -> "2018-09-30".equals(told.getString("endsOn")))
                .extracting(told -> told.getString("effectiveOn") + " " + told.getString("state"))
                .containsExactly("2018-09-05 IN_FORCE", "2018-10-01 TERMINATED");
        bolton.asks(fund, 1, "terminate", ending(bolton.ccg, "2019-01-01")).statusCode(409);
    }

    @Test
    @Tag("G29")
    void whoeverSignsAtOnceHasSigned() throws Exception {
        var wigan = Partners.of(Locality.WIGAN);
        var fund = wigan.named("WIG-C");
        wigan.drafts(
                fund,
                "COMPACT",
                ", \"ratifiedBy\": \"SIGNATURE\"",
                ", \"draftedOn\": \"2018-01-10\"");
        wigan.reviewed(fund, 1, "2018-01-20");
        wigan.submitted(fund, 1, "2018-02-01");

        AtOnce.call(
                3,
                Stream.of(wigan.council, wigan.ccg, wigan.trust)
                        .<Callable<Integer>>map(
                                party ->
                                        () -> {
                                            wigan.signs(fund, 1, party, "2018-03-01");
                                            return 1;
                                        })
                        .toList());

        var shown = wigan.shown(fund, "2018-03-01");
        assertThat(shown.getString("state")).isEqualTo("IN_FORCE");
        assertThat(shown.getList("versions[0].signatures")).hasSize(3);
        assertThat(told(shown.getString("id"))).filteredOn("RATIFIED"::equals).hasSize(1);
    }

    private static String ending(String party, String on) {
        return """
        {"effectiveOn": "%s", "reason": "Over", "noticeBy": "%s", "noticeGivenOn": "2018-07-05"}
        """
                .formatted(on, party);
    }

    private static List<String> listed(Partners partners, String path) {
        return partners.secretary
                .get(path)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.reference");
    }

    private List<String> told(String agreement) {
        return Told.of(database, agreement).stream()
                .map(one -> one.data().getString("state"))
                .toList();
    }

    private static void seat(Partners partners, String seat, String post, String organisation) {
        partners.secretary.does(
                "/bodies/%s/memberships".formatted(partners.named("LCO")),
                """
                {"seat": "%s", "post": "%s", "organisation": "%s", "from": "2018-02-01"}
                """
                        .formatted(seat, post, organisation));
    }

    private static JsonPath seats(Partners partners, String agreement) {
        return partners.secretary
                .get("/agreements/%s/seats?on=2018-04-03".formatted(agreement))
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
