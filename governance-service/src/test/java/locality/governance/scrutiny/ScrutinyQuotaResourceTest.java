package locality.governance.scrutiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.governance.story.Statements;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ScrutinyQuotaResourceTest {

    @Inject EntityManagerFactory entities;

    private Manchester manchester;
    private Caller secretary;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
    }

    @Test
    @Tag("G24")
    void aQuotaIsMetByReportsToMeetingsThatWereHeldInThePeriod() {
        var quota = set(manchester.board);
        reported("2014-04-09", true, "SCRUTINY_REPORT");
        shown(quota, "2014-04-09", 1, false, "1 of 2");
        reported("2014-05-14", true, "REPORT");
        reported("2014-06-11", false, "SCRUTINY_REPORT");
        reported("2014-03-12", true, "SCRUTINY_REPORT");
        shown(quota, "2015-03-31", 1, false, "1 of 2");

        reported("2014-07-09", true, "SCRUTINY_REPORT");

        shown(quota, "2014-07-08", 1, false, "1 of 2");
        shown(quota, "2014-07-09", 2, true, "2 of 2");
        secretary
                .get("/scrutiny-quotas/" + quota)
                .body(
                        "reports",
                        contains(
                                manchester.board + "-2014-04-09/1/P1",
                                manchester.board + "-2014-07-09/1/P1"));
        secretary
                .get("/scrutiny-quotas?on=2015-04-01&body=" + manchester.board)
                .body("items", empty());
    }

    @Test
    @Tag("G24")
    void quotasAreSetFromASpreadsheetAndOnlyOnceForASubject() {
        secretary
                .postCsv(
                        "/scrutiny-quotas",
                        """
                        body,subject,reportsWanted,from,until
                        %s,The three pillars,2,2014-04-01,2015-03-31
                        %s,The three pillars,2,2014-04-01,2015-03-31
                        """
                                .formatted(manchester.board, manchester.governingBody))
                .statusCode(201)
                .body("imported", equalTo(2));

        secretary
                .post("/scrutiny-quotas", quota(manchester.board, "the three pillars"))
                .statusCode(409)
                .body("code", equalTo("QUOTA_ALREADY_SET"))
                .body("quota", equalTo(manchester.board + "-SQ-1"));
        secretary
                .post(
                        "/scrutiny-quotas",
                        quota(manchester.board, "Other").replace("2015-03-31", "2014-03-31"))
                .statusCode(422)
                .body("code", equalTo("ENDS_BEFORE_IT_BEGINS"));
        secretary
                .postCsv(
                        "/scrutiny-quotas",
                        "body,subject,reportsWanted,from,until\n%s,X,0,2014-04-01,2015-03-31\n"
                                .formatted(manchester.board))
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, reportsWanted"));
    }

    @Test
    @Tag("G24")
    void ofSeveralQuotasAReportCountsForTheOneItNames() {
        var pillars = set(manchester.board);
        var winter =
                secretary
                        .does("/scrutiny-quotas", quota(manchester.board, "Winter"))
                        .extract()
                        .<String>path("reference");
        reported("2014-04-09", true, "SCRUTINY_REPORT");
        reported("2014-05-14", true, "SCRUTINY_REPORT", winter);

        secretary
                .get("/scrutiny-quotas/" + winter)
                .body("reports", contains(manchester.board + "-2014-05-14/1/P1"))
                .body("unassigned", contains(manchester.board + "-2014-04-09/1/P1"));
        secretary
                .get("/scrutiny-quotas/" + pillars)
                .body("inWords", equalTo("0 of 2"))
                .body("reports", empty())
                .body("unassigned", contains(manchester.board + "-2014-04-09/1/P1"));
        secretary
                .get("/scrutiny-quotas?body=" + manchester.board)
                .body("items.reference", contains(pillars, winter))
                .body("items.reportsHad", contains(0, 1))
                .body("items.unassigned.flatten().unique()", hasSize(1));
    }

    @Test
    void aListOfManyQuotasIsReadInAsManyStatementsAsAListOfOne() {
        set(manchester.governingBody);
        for (var subject : List.of("Winter", "Mental health", "Children")) {
            secretary.does("/scrutiny-quotas", quota(manchester.board, subject));
        }
        reported("2014-04-09", true, "SCRUTINY_REPORT");

        assertThat(statementsToList(manchester.board))
                .isEqualTo(statementsToList(manchester.governingBody));
    }

    private long statementsToList(String body) {
        return Statements.toGet("/scrutiny-quotas?body=" + body, secretary, entities);
    }

    @Test
    @Tag("G24")
    void aReportCountsForAQuotaOfItsCommitteeInItsPeriod() {
        var quota = set(manchester.board);
        var other = set(manchester.governingBody);
        var before = meetingWithItem("2014-03-12");
        var meeting = meetingWithItem("2014-04-09");

        puts(meeting, "SCRUTINY_REPORT", other)
                .statusCode(422)
                .body("code", equalTo("QUOTA_OF_ANOTHER_BODY"))
                .body("body", equalTo(manchester.governingBody));
        puts(before, "SCRUTINY_REPORT", quota)
                .statusCode(422)
                .body("code", equalTo("OUTSIDE_THE_QUOTA"))
                .body("from", equalTo("2014-04-01"))
                .body("heldOn", equalTo("2014-03-12"));
        puts(meeting, "REPORT", quota)
                .statusCode(422)
                .body("code", equalTo("NOT_A_SCRUTINY_REPORT"));
        puts(meeting, "SCRUTINY_REPORT", "NO-SQ-1").statusCode(404);
    }

    /// Begun in the period and adjourned beyond its end.
    @Test
    @Tag("G24")
    void aMeetingCountsOnTheDayItSatFirst() {
        var quota = set(manchester.board);
        var meeting = meetingWithItem("2015-03-25");
        puts(meeting, "SCRUTINY_REPORT", quota).statusCode(201);
        secretary.does("/meetings/%s/notice".formatted(meeting), "{\"noticedOn\": \"2015-01-01\"}");
        secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        secretary.does(
                "/meetings/%s/adjourn".formatted(meeting),
                "{\"at\": \"2015-03-25T11:00\", \"reason\": \"No time\"}");
        secretary.does(
                "/meetings/%s/reconvene".formatted(meeting),
                "{\"startsAt\": \"2015-04-08T10:00\"}");
        secretary.does("/meetings/%s/close".formatted(meeting), "{}");

        shown(quota, "2015-03-31", 1, false, "1 of 2");
        secretary
                .get("/meetings?from=2015-03-01&to=2015-03-31&body=" + manchester.board)
                .body("items.reference", contains(meeting));
    }

    private void shown(String quota, String on, int had, boolean met, String inWords) {
        secretary
                .get("/scrutiny-quotas?on=%s&body=%s".formatted(on, manchester.board))
                .body("items.reference", contains(quota))
                .body("items[0].reportsHad", equalTo(had))
                .body("items[0].reportsWanted", equalTo(2))
                .body("items[0].met", equalTo(met))
                .body("items[0].inWords", equalTo(inWords));
    }

    private String set(String body) {
        return secretary
                .does("/scrutiny-quotas", quota(body, "The three pillars"))
                .extract()
                .path("reference");
    }

    private static String quota(String body, String subject) {
        return """
        {"body": "%s", "subject": "%s", "reportsWanted": 2, "from": "2014-04-01",
         "until": "2015-03-31"}
        """
                .formatted(body, subject);
    }

    private void reported(String day, boolean held, String kind) {
        reported(day, held, kind, null);
    }

    private void reported(String day, boolean held, String kind, @Nullable String quota) {
        var meeting = meetingWithItem(day);
        puts(meeting, kind, quota).statusCode(201);
        if (held) {
            secretary.does(
                    "/meetings/%s/notice".formatted(meeting), "{\"noticedOn\": \"2014-01-01\"}");
            secretary.does("/meetings/%s/open".formatted(meeting), "{}");
            secretary.does("/meetings/%s/close".formatted(meeting), "{}");
        }
    }

    private String meetingWithItem(String day) {
        var meeting =
                secretary
                        .does(
                                "/meetings",
                                "{\"body\": \"%s\", \"startsAt\": \"%sT10:00\"}"
                                        .formatted(manchester.board, day))
                        .extract()
                        .<String>path("reference");
        secretary.does("/meetings/%s/items".formatted(meeting), "{\"title\": \"Pillars\"}");
        return meeting;
    }

    private ValidatableResponse puts(String meeting, String kind, @Nullable String quota) {
        return secretary.post(
                "/meetings/%s/items/1/papers".formatted(meeting),
                """
                {"kind": "%s", "scrutinyQuota": %s,
                 "frontSheet": {"title": "Pillars", "reportOf": "The programme"}}
                """
                        .formatted(kind, quota == null ? "null" : "\"%s\"".formatted(quota)));
    }
}
