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
import java.time.LocalDate;
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

/// Agreements of the source documents, from draft to end.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AgreementStoryTest {

    @Inject AgroalDataSource database;
    @Inject AgreementsInForce inForce;
    @Inject Clock clock;

    /// Drafted for the end of June 2014, signed by March 2015, live on 1 April 2015 (*Living
    /// Longer, Living Better: Progress Update*, 3.2.5 and key milestones).
    @Test
    @Tag("G29")
    void manchestersSection75IsLiveOnceItIsSignedAndItsDayHasCome() {
        var manchester = Partners.of(Locality.MANCHESTER);
        var fund = manchester.named("MCR-S75");
        manchester.drafts(
                fund,
                "SECTION_75",
                "",
                ", \"effectiveOn\": \"2015-04-01\", \"draftedOn\": \"2014-06-30\"");
        manchester.reviewed(fund, 1, "2014-12-01", manchester.council, manchester.ccg);
        manchester.submitted(fund, 1, "2015-01-28");

        manchester
                .asks(fund, 1, "start", "{\"effectiveOn\": \"2015-04-01\"}")
                .statusCode(422)
                .body("code", equalTo("UNSIGNED"))
                .body("parties.organisation", contains(manchester.council, manchester.ccg))
                .body("parties.lacks", contains(both(), both()));
        manchester.signs(fund, 1, manchester.ccg, "2015-03-20");
        manchester
                .asks(fund, 1, "start", "{}")
                .statusCode(422)
                .body("code", equalTo("UNSIGNED"))
                .body("parties[0].organisation", equalTo(manchester.council));
        manchester.signs(fund, 1, manchester.council, "2015-03-25");
        manchester
                .asks(fund, 1, "start", "{}")
                .statusCode(422)
                .body("code", equalTo("NOT_RATIFIED"));
        var subject = "agreement:%s/1".formatted(fund);
        manchester.decides(manchester.cabinet, "2015-03-11", subject, manchester.council);
        var last =
                manchester.decides(manchester.governingBody, "2015-03-18", subject, manchester.ccg);
        manchester
                .asks(fund, 1, "start", "{\"effectiveOn\": \"2015-03-31\"}")
                .statusCode(422)
                .body("code", equalTo("NOT_YET_EFFECTIVE"))
                .body("effectiveOn", equalTo("2015-04-01"));

        assertThat(manchester.shown(fund, "2014-07-01").getString("state")).isEqualTo("DRAFT");
        assertThat(manchester.shown(fund, "2015-03-24").getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        assertThat(manchester.shown(fund, "2015-03-31").getString("state")).isEqualTo("RATIFIED");
        var live = manchester.shown(fund, "2015-04-01");
        assertThat(live.getString("state")).isEqualTo("IN_FORCE");
        assertThat(live.getBoolean("retrospective")).isFalse();
        assertThat(live.getString("versions[0].ratifiedOn")).isEqualTo("2015-03-25");
        assertThat(live.getString("versions[0].parties[1].decision"))
                .isEqualTo(last.getString("id"));
        assertThat(inForce.find(Locality.MANCHESTER, fund, LocalDate.of(2015, 3, 31))).isEmpty();
        assertThat(inForce.find(Locality.MANCHESTER, fund, LocalDate.of(2015, 4, 1)))
                .map(AgreementsInForce.InForce::version)
                .contains(1);
        assertThat(inForce.find(Locality.BURY, fund, LocalDate.of(2015, 4, 1))).isEmpty();

        manchester.does(fund, 1, "start", "{}").body("state", equalTo("IN_FORCE"));
        assertThat(told(live.getString("id"))).endsWith("RATIFIED", "IN_FORCE", "IN_FORCE");
        assertThat(Told.of(database, live.getString("id")).getLast().data())
                .returns("2015-03-25", one -> one.getString("parties[0].signedOn"))
                .returns(last.getString("id"), one -> one.getString("parties[1].decisionId"))
                .returns(false, one -> one.getBoolean("retrospective"));
    }

    /// "End August – Full ratification of Section 75 pooled budget expansion for 2021/22"
    /// (*Transition to ICS Update for Governing Body*, timeline).
    @Test
    @Tag("G30")
    void oldhamsSection75Of202122IsRatifiedByTheEndOfAugustAndRetrospective() {
        var oldham = Partners.of(Locality.OLDHAM);
        var fund = oldham.named("OLD-S75");
        oldham.drafts(
                fund,
                "SECTION_75",
                "",
                """
                , "effectiveOn": "2021-04-01", "expiresOn": "2022-03-31",
                  "draftedOn": "2021-06-01"
                """);
        oldham.reviewed(fund, 1, "2021-06-18", oldham.council, oldham.ccg);
        oldham.submitted(fund, 1, "2021-07-01");
        oldham.signs(fund, 1, oldham.council, "2021-08-31");
        oldham.signs(fund, 1, oldham.ccg, "2021-08-24");
        var subject = "agreement:%s/1".formatted(fund);
        oldham.decides(oldham.cabinet, "2021-08-23", subject, oldham.council);
        oldham.decides(oldham.governingBody, "2021-08-26", subject, oldham.ccg);

        var before = oldham.shown(fund, "2021-08-30");
        assertThat(before.getString("state")).isEqualTo("FOR_RATIFICATION");
        assertThat(before.getBoolean("retrospective")).isFalse();
        var ratified = oldham.shown(fund, "2021-08-31");
        assertThat(ratified.getString("state")).isEqualTo("IN_FORCE");
        assertThat(ratified.getBoolean("retrospective")).isTrue();
        assertThat(ratified.getString("versions[0].ratifiedOn")).isEqualTo("2021-08-31");
        assertThat(ratified.getString("versions[0].inForceFrom")).isEqualTo("2021-08-31");
        assertThat(ratified.getLong("versions[0].retrospectiveDays")).isEqualTo(152);
        assertThat(oldham.shown(fund, "2022-03-31").getString("state")).isEqualTo("IN_FORCE");
        assertThat(oldham.shown(fund, "2022-04-01").getString("state")).isEqualTo("EXPIRED");
    }

    /// "Garner formal sign up of all full and associate parties to the in-year / interim
    /// Integration Agreement"; version 5 is out for review (*Transition to ICS Update for Governing
    /// Body*).
    @Test
    @Tag("G28")
    void versionFiveOfTheIntegrationAgreementIsUnsignedAndVersionSixVoidsWhatWasSigned() {
        var oldham = Partners.of(Locality.OLDHAM);
        var agreement = oldham.named("OLD-IA");
        oldham.drafts(
                agreement,
                "INTEGRATION",
                ", \"associatesRatify\": true",
                ", \"draftedOn\": \"2021-04-01\"");
        for (int version = 2; version <= 5; version++) {
            next(oldham, agreement, version, "2021-05-%02d".formatted(version));
        }
        oldham.does(
                agreement,
                5,
                "review",
                "{\"effectiveOn\": \"2021-06-01\", \"reviewBy\": \"2021-06-18\"}");
        oldham.does(
                agreement,
                5,
                "reviewed",
                "{\"organisation\": \"%s\", \"reviewedOn\": \"2021-06-11\"}"
                        .formatted(oldham.council));
        oldham.asks(agreement, 5, "submit", "{\"effectiveOn\": \"2021-06-18\"}")
                .statusCode(422)
                .body("code", equalTo("NOT_REVIEWED"))
                .body("reviewBy", equalTo("2021-06-18"))
                .body("parties.organisation", contains(oldham.ccg, oldham.trust));
        for (var party : List.of(oldham.ccg, oldham.trust)) {
            oldham.does(
                    agreement,
                    5,
                    "reviewed",
                    "{\"organisation\": \"%s\", \"reviewedOn\": \"2021-06-18\"}".formatted(party));
        }
        oldham.submitted(agreement, 5, "2021-06-18");
        oldham.signs(agreement, 5, oldham.council, "2021-06-30");

        assertThat(oldham.unsigned(oldham.council, "2021-06-30").getList("items.lacks"))
                .containsExactly(List.of("DECISION"));
        assertThat(oldham.unsigned(oldham.council, "2021-06-29").getList("items.lacks"))
                .containsExactly(both());
        var trust = oldham.unsigned(oldham.trust, "2021-06-30");
        assertThat(trust.getInt("items[0].version")).isEqualTo(5);
        assertThat(trust.getString("items[0].capacity")).isEqualTo("ASSOCIATE");
        assertThat(trust.getList("items.lacks")).containsExactly(both());

        next(oldham, agreement, 6, "2021-07-05");

        var shown = oldham.shown(agreement, "2021-07-05");
        assertThat(shown.getInt("latest")).isEqualTo(6);
        assertThat(shown.getString("versions[4].state")).isEqualTo("SUPERSEDED");
        assertThat(shown.getBoolean("versions[4].signatures[0].isVoid")).isTrue();
        assertThat(shown.getList("versions[5].signatures")).isEmpty();
        var council = oldham.unsigned(oldham.council, "2021-07-05");
        assertThat(council.getInt("items[0].version")).isEqualTo(6);
        assertThat(council.getInt("items[0].signedVersion")).isEqualTo(5);
        assertThat(council.<String>getList("items[0].lacks")).contains("SIGNATURE");
        oldham.asks(
                        agreement,
                        5,
                        "sign",
                        "{\"organisation\": \"%s\", \"post\": \"Chair\"}".formatted(oldham.ccg))
                .statusCode(409)
                .body("code", equalTo("SIGNED_OTHER_VERSION"))
                .body("latest", equalTo(agreement + "/6"));
        assertThat(
                        oldham.secretary.read(
                                "/agreements/unsigned-parties?on=2021-07-05&party="
                                        + oldham.council,
                                "text/csv"))
                .contains(agreement + ",")
                .contains(",6,6,DRAFT,NONE," + oldham.council + ",FULL,");
    }

    /// "Approved: Yes", and all six signatures blank (*One Commissioning Organisation*, approvals).
    @Test
    @Tag("G31")
    void burysDocumentWithSixUnsignedSignatoriesIsWorkingAndNotFinal() {
        var bury = Partners.of(Locality.BURY);
        var document = bury.named("BUR-OCO-PID");
        bury.secretary.does(
                "/agreements",
                """
                {"reference": "%s", "title": "One Commissioning Organisation",
                 "kind": "PROGRAMME_INITIATION_DOCUMENT", "locality": "E08000002",
                 "first": %s}
                """
                        .formatted(document, pid(bury, 1, "Version 1", "2016-08-31", "")));
        bury.secretary.does(
                "/agreements/%s/versions".formatted(document),
                pid(bury, 2, "Includes changes agreed with Programme Managers", "2016-09-09", ""));
        bury.secretary.does(
                "/agreements/%s/versions".formatted(document),
                pid(
                        bury,
                        3,
                        "Includes initial arrangements for form and governance from 1 April 2017",
                        "2016-10-01",
                        ", \"reviewOn\": \"2017-01-25\", \"reviewEveryMonths\": 3"));
        bury.does(document, 3, "review", "{\"effectiveOn\": \"2016-10-01\"}");
        bury.submitted(document, 3, "2016-10-19");
        bury.does(
                document,
                3,
                "working-approval",
                "{\"by\": \"Joint Leadership Team\", \"approvedOn\": \"2016-10-19\"}");

        var shown = bury.shown(document, "2017-01-25");
        assertThat(shown.getString("approval")).isEqualTo("WORKING");
        assertThat(shown.getList("versions.approval")).containsExactly("NONE", "NONE", "WORKING");
        assertThat(shown.getList("versions[2].outstanding.unsigned.flatten()")).hasSize(6);
        assertThat(shown.getString("versions[2].reviewOn")).isEqualTo("2017-01-25");
        assertThat(shown.getString("versions[2].reviewOnByInterval")).isEqualTo("2017-01-19");
        assertThat(shown.getBoolean("versions[2].reviewOverdue")).isFalse();
        assertThat(bury.shown(document, "2017-01-26").getBoolean("versions[2].reviewOverdue"))
                .isTrue();
        assertThat(bury.shown(document, "2016-10-18").getString("approval")).isEqualTo("NONE");
        assertThat(bury.shown(document, "2016-09-15").getInt("latest")).isEqualTo(2);
        bury.asks(document, 3, "start", "{}").statusCode(422).body("code", equalTo("UNSIGNED"));

        for (var post : COUNCIL_POSTS) {
            signs(bury, document, bury.council, post);
        }
        for (var post : CCG_POSTS.subList(0, 2)) {
            signs(bury, document, bury.ccg, post);
        }
        assertThat(bury.shown(document, "2017-03-31").getString("approval")).isEqualTo("WORKING");
        signs(bury, document, bury.ccg, CCG_POSTS.getLast());
        assertThat(bury.shown(document, "2017-03-31").getString("approval")).isEqualTo("FINAL");
    }

    private static final List<String> COUNCIL_POSTS =
            List.of("Leader", "Chief Executive", "Executive Director, Communities and Well Being");
    private static final List<String> CCG_POSTS =
            List.of("Chair", "Chief Officer", "Deputy Chief Officer");

    /// A joint board decides for each owner whose power reaches it and that its decision names.
    @Test
    @Tag("G28")
    void oneDecisionOfAJointBoardRatifiesForTheOwnersItNames() {
        var rochdale = Partners.of(Locality.ROCHDALE);
        var fund = rochdale.named("ROC-S75");
        rochdale.grant(rochdale.cabinet, rochdale.jointBoard);
        rochdale.grant(rochdale.governingBody, rochdale.jointBoard);
        rochdale.drafts(fund, "SECTION_75", "", ", \"draftedOn\": \"2018-01-10\"");
        rochdale.reviewed(fund, 1, "2018-01-20", rochdale.council, rochdale.ccg);
        rochdale.submitted(fund, 1, "2018-02-01");
        rochdale.signs(fund, 1, rochdale.council, "2018-03-27");
        rochdale.signs(fund, 1, rochdale.ccg, "2018-03-27");
        var subject = "agreement:%s/1".formatted(fund);

        rochdale.decides(rochdale.jointBoard, "2018-03-27", subject, rochdale.council);
        assertThat(rochdale.shown(fund, "2018-04-01").getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        rochdale.decides(
                rochdale.jointBoard, "2018-04-10", subject, rochdale.council, rochdale.ccg);

        var shown = rochdale.shown(fund, "2018-04-10");
        assertThat(shown.getString("state")).isEqualTo("IN_FORCE");
        assertThat(shown.getString("versions[0].ratifiedOn")).isEqualTo("2018-04-10");
    }

    @Test
    @Tag("G28")
    void aDecisionWithoutAuthorityOrRescindedBeforeTheLastSignatureRatifiesNothing() {
        var bolton = Partners.of(Locality.BOLTON);
        var fund = bolton.named("BOL-S75");
        bolton.drafts(fund, "SECTION_75", "", ", \"draftedOn\": \"2018-01-10\"");
        bolton.reviewed(fund, 1, "2018-01-20", bolton.council, bolton.ccg);
        bolton.submitted(fund, 1, "2018-02-01");
        bolton.signs(fund, 1, bolton.council, "2018-02-05");
        var subject = "agreement:%s/1".formatted(fund);
        bolton.decides(bolton.cabinet, "2018-02-01", subject, bolton.council);
        var invalid = bolton.decides(bolton.jointBoard, "2018-02-01", subject, bolton.ccg);
        assertThat(invalid.getString("state")).isEqualTo("INVALID");
        var taken = bolton.decides(bolton.governingBody, "2018-02-02", subject, bolton.ccg);
        var back =
                bolton.decides(
                        bolton.governingBody,
                        "2018-02-20",
                        "decision:" + taken.getString("reference"),
                        bolton.ccg);
        bolton.secretary.does(
                "/decisions/%s/rescind".formatted(taken.getString("id")),
                "{\"byDecision\": \"%s\", \"reason\": \"Costs\"}"
                        .formatted(back.getString("reference")));

        bolton.signs(fund, 1, bolton.ccg, "2018-02-20");

        assertThat(bolton.shown(fund, "2018-03-01").getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        assertThat(bolton.unsigned(bolton.ccg, "2018-03-01").getList("items.lacks"))
                .containsExactly(List.of("DECISION"));
        bolton.decides(bolton.governingBody, "2018-03-07", subject, bolton.ccg);
        assertThat(bolton.shown(fund, "2018-03-07").getString("state")).isEqualTo("IN_FORCE");
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

        assertThat(bolton.shown(fund, "2018-09-30").getString("state")).isEqualTo("IN_FORCE");
        var over = bolton.shown(fund, "2018-10-01");
        assertThat(over.getString("state")).isEqualTo("TERMINATED");
        assertThat(over.getString("versions[0].termination.reason")).isEqualTo("Another fund");
        bolton.asks(fund, 1, "terminate", ending(bolton.ccg, "2019-01-01")).statusCode(409);
    }

    private static String ending(String party, String on) {
        return """
        {"effectiveOn": "%s", "reason": "Over", "noticeBy": "%s", "noticeGivenOn": "2018-07-05"}
        """
                .formatted(on, party);
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

    /// "All expect some form of accountability or responsibility agreement to be in place between
    /// GM ICS and the locality" (*Transition to ICS Update for Governing Body*).
    @Test
    @Tag("G26")
    void whatBelongsToGreaterManchesterIsRatifiedByDecisionsOfItsPlacesAndReadByAll() {
        var bolton = Partners.of(Locality.BOLTON);
        var agreement = bolton.named("GM-ACC");
        var region = Caller.secretaryOf(Locality.GREATER_MANCHESTER);
        region.does(
                "/agreements",
                """
                {"reference": "%s", "title": "Accountability", "kind": "ACCOUNTABILITY",
                 "locality": "E47000001", "partiesReview": false,
                 "first": {"label": "1", "summary": "First", "draftedOn": "2021-06-01",
                           "parties": [{"organisation": "%s"}, {"organisation": "%s"}]}}
                """
                        .formatted(agreement, bolton.council, bolton.ccg));
        var version = "/agreements/%s/versions/1/".formatted(agreement);
        region.does(version + "review", "{\"effectiveOn\": \"2021-06-02\"}");
        region.does(version + "submit", "{\"effectiveOn\": \"2021-06-03\"}");
        for (var party : List.of(bolton.council, bolton.ccg)) {
            region.does(
                    version + "sign",
                    """
                    {"organisation": "%s", "post": "Chair", "signedOn": "2021-07-01"}
                    """
                            .formatted(party));
        }
        var subject = "agreement:%s/1".formatted(agreement);
        bolton.decides(bolton.cabinet, "2021-07-05", subject, bolton.council);
        bolton.decides(bolton.governingBody, "2021-07-06", subject, bolton.ccg);

        Caller.secretaryOf(Locality.WIGAN)
                .get("/agreements/%s?on=2021-07-06".formatted(agreement))
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"));
        Caller.secretaryOf(Locality.WIGAN).post(version + "review", "{}").statusCode(404);
        assertThat(inForce.find(Locality.BURY, agreement, LocalDate.of(2021, 7, 6))).isPresent();
    }

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

    /// What is carried waits for scrutiny, and what scrutiny called in is in effect once it is
    /// upheld.
    @Test
    @Tag("G28")
    void aDecisionThatWasCalledInRatifiesNothingUntilItIsUpheld() {
        var salford = Partners.of(Locality.SALFORD);
        var today = BusinessClock.today(clock);
        var fund = salford.named("SAL-S75");
        salford.scrutinised(salford.cabinet);
        salford.drafts(fund, "SECTION_75", "", ", \"draftedOn\": \"2018-01-10\"");
        salford.reviewed(fund, 1, "2018-01-20", salford.council, salford.ccg);
        salford.submitted(fund, 1, "2018-02-01");
        salford.signs(fund, 1, salford.council, "2018-03-01");
        salford.signs(fund, 1, salford.ccg, "2018-03-01");
        var subject = "agreement:%s/1".formatted(fund);
        salford.decides(salford.governingBody, "2018-03-07", subject, salford.ccg);
        var taken = salford.decides(salford.cabinet, today.toString(), subject, salford.council);
        assertThat(taken.getString("state")).isEqualTo("CARRIED");
        var until = LocalDate.parse(taken.getString("callInUntil"));

        assertThat(salford.shown(fund, until.toString()).getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        assertThat(salford.shown(fund, until.plusDays(1).toString()).getString("state"))
                .isEqualTo("IN_FORCE");
        var calledIn =
                "{\"by\": \"%s\", \"reason\": \"Costs\", \"on\": \"%s\"}"
                        .formatted(salford.named("SCR"), today);
        var decision = "/decisions/%s/".formatted(taken.getString("id"));
        salford.secretary.does(decision + "call-in", calledIn);
        assertThat(salford.shown(fund, until.plusDays(1).toString()).getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        salford.secretary.does(decision + "uphold", calledIn);
        assertThat(salford.shown(fund, today.toString()).getString("state")).isEqualTo("IN_FORCE");
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

    private static List<String> both() {
        return List.of("DECISION", "SIGNATURE");
    }

    private static void next(Partners partners, String agreement, int version, String on) {
        partners.secretary.does(
                "/agreements/%s/versions".formatted(agreement),
                """
                {"label": "%d", "summary": "Version %d", "parties": %s, "draftedOn": "%s"}
                """
                        .formatted(version, version, partners.parties(), on));
    }

    private static String pid(Partners bury, int label, String summary, String on, String more) {
        return """
        {"label": "%d", "summary": "%s", "draftedOn": "%s"%s,
         "parties": [{"organisation": "%s", "signatories": ["%s"]},
                     {"organisation": "%s", "signatories": ["%s"]}]}
        """
                .formatted(
                        label,
                        summary,
                        on,
                        more,
                        bury.council,
                        String.join("\", \"", COUNCIL_POSTS),
                        bury.ccg,
                        String.join("\", \"", CCG_POSTS));
    }

    private static void signs(Partners partners, String agreement, String party, String post) {
        partners.does(
                agreement,
                3,
                "sign",
                "{\"organisation\": \"%s\", \"post\": \"%s\", \"signedOn\": \"2017-03-31\"}"
                        .formatted(party, post));
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
