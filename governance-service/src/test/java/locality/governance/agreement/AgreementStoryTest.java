package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Agreements of the source documents, from draft to end.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AgreementStoryTest {

    @Inject AgroalDataSource database;

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
        assertThat(manchester.shown(fund, "2015-03-31").getString("inForce")).isNull();
        assertThat(live.getInt("inForce")).isEqualTo(1);
        Caller.secretaryOf(Locality.BURY)
                .get("/agreements/%s?on=2015-04-01".formatted(fund))
                .statusCode(404);

        manchester.does(fund, 1, "start", "{}").body("state", equalTo("IN_FORCE"));
        assertThat(manchester.unsigned(manchester.council, "2015-03-24").getList("items.agreement"))
                .containsExactly(fund);
        assertThat(manchester.unsigned(manchester.council, "2015-03-25").getList("items"))
                .isEmpty();
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
}
