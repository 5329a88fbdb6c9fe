package locality.governance.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PostResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.TAMESIDE);

    @Inject DataSource database;

    /// Once is enough: a second time they are refused.
    @BeforeEach
    void theyHaveACouncilAndACcgWithItsBody() {
        organisation("TPCOUNC", "COUNCIL");
        organisation("TPCCG", "CCG");
        secretary.post(
                "/bodies",
                """
                {"reference": "TP-GB", "name": "Governing Body", "classification": "GOVERNING_BODY",
                 "spatialLevel": "LOCALITY", "organisation": "TPCCG", "topOfOrganisation": true,
                 "locality": "E08000008",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """);
    }

    @Test
    @Tag("G8")
    void whoHoldsAJointPostIsKnownOnADate() {
        post("TP-JAO", "\"TPCOUNC\", \"TPCCG\"");
        hold("TP-JAO", "tp:first", "2013-04-01");
        secretary.does("/posts/TP-JAO/holders/end", "{\"effectiveOn\": \"2016-04-01\"}");
        hold("TP-JAO", "tp:second", "2016-10-01");

        secretary
                .get("/posts/TP-JAO?on=2016-03-31")
                .body("organisations", contains("TPCCG", "TPCOUNC"))
                .body("joint", equalTo(true))
                .body("state", equalTo("FILLED"))
                .body("holders.personReference", contains("tp:first"));
        secretary
                .get("/posts/TP-JAO?on=2016-04-01")
                .body("vacant", equalTo(true))
                .body("holders", empty());
        secretary
                .get("/posts/TP-JAO?on=2016-10-01")
                .body("holders.personReference", contains("tp:second"))
                .body("history", hasSize(2));
        secretary.get("/posts/TP-JAO?on=2013-03-31").body("state", nullValue());
    }

    @Test
    @Tag("G8")
    void aChiefOperatingOfficerReportsToTwo() {
        post("TP-CEO", "\"TPCOUNC\"");
        post("TP-COO", "\"TPCCG\"");
        secretary.does(
                "/posts/TP-COO/reports-to",
                "{\"to\": [\"TP-GB\"], \"effectiveOn\": \"2013-04-01\"}");

        secretary.does(
                "/posts/TP-COO/reports-to",
                "{\"to\": [\"TP-CEO\", \"TP-GB\"], \"effectiveOn\": \"2017-04-01\"}");

        secretary
                .get("/posts/TP-COO?on=2017-03-31")
                .body("reportsTo.reference", contains("TP-GB"))
                .body("reportsTo.kind", contains("BODY"));
        secretary
                .get("/posts/TP-COO?on=2017-04-01")
                .body("reportsTo.reference", contains("TP-CEO", "TP-GB"));
        secretary
                .post(
                        "/posts/TP-CEO/reports-to",
                        "{\"to\": [\"TP-COO\"], \"effectiveOn\": \"2018-04-01\"}")
                .statusCode(422)
                .body("code", equalTo("REPORTS_IN_A_CIRCLE"))
                .body("to", equalTo("TP-COO"));
        secretary.post("/posts/TP-CEO/reports-to", "{\"to\": [\"TP-NOBODY\"]}").statusCode(404);
    }

    @Test
    @Tag("G8")
    void whatElseAHolderHoldsIsShown() {
        post("TP-DUAL-1", "\"TPCCG\"");
        post("TP-DUAL-2", "\"TPCOUNC\"");
        hold("TP-DUAL-1", "tp:dual", "2014-04-01");
        hold("TP-DUAL-2", "tp:dual", "2015-04-01");
        secretary.does(
                "/bodies/TP-GB/memberships",
                """
                {"seat": "DUAL", "post": "Member", "personReference": "tp:dual",
                 "from": "2015-04-01"}
                """);

        secretary.get("/posts/TP-DUAL-1?on=2015-03-31").body("holders[0].alsoHolds", empty());
        secretary
                .get("/posts/TP-DUAL-1?on=2015-04-01")
                .body("holders[0].alsoHolds.reference", contains("TP-DUAL-2", "TP-GB/DUAL"))
                .body("holders[0].alsoHolds.kind", contains("POST", "SEAT"));
    }

    @Test
    void whatWasKnownAtAMomentStaysTheAnswer() {
        post("TP-KNOWN", "\"TPCCG\"");
        hold("TP-KNOWN", "tp:known", "2014-04-01");
        var moment =
                secretary
                        .get("/posts/TP-KNOWN?on=2016-01-01&knownAt=2100-01-01T00:00:00Z")
                        .extract()
                        .<String>path("knownAt");
        assertThat(Instant.parse(moment)).isBefore(Instant.parse("2100-01-01T00:00:00Z"));
        var asked = "/posts/TP-KNOWN?on=2016-01-01&knownAt=" + moment;
        var before = secretary.get(asked).extract().jsonPath().getList("holders");

        secretary.does("/posts/TP-KNOWN/holders/end", "{\"effectiveOn\": \"2015-04-01\"}");
        secretary.does("/posts/TP-KNOWN/abolish", "{\"effectiveOn\": \"2016-01-01\"}");

        var after = secretary.get(asked).body("state", equalTo("FILLED"));
        assertThat(after.extract().jsonPath().getList("holders")).isEqualTo(before).hasSize(1);
        secretary.get("/posts/TP-KNOWN?on=2016-01-01").body("state", equalTo("ABOLISHED"));
        secretary.get("/posts/TP-KNOWN?knownAt=2010-01-01T00:00:00Z").statusCode(404);
        secretary.get("/posts/TP-KNOWN?knownAt=yesterday").statusCode(400);
    }

    @Test
    @Tag("G8")
    void vacantPostsAreFound() {
        post("TP-VAC-1", "\"TPCCG\"");
        post("TP-VAC-2", "\"TPCCG\"");
        hold("TP-VAC-2", "tp:vac", "2014-04-01");
        var asked = "/posts?organisation=TPCCG&on=2014-04-01&after=TP-VAC&limit=2&vacant=";

        secretary.get(asked + true).body("items.reference", hasItem("TP-VAC-1"));
        secretary.get(asked + false).body("items.reference", contains("TP-VAC-2"));
        secretary
                .get("/posts?organisation=TPCCG&on=2014-03-31&after=TP-VAC&vacant=true")
                .body("items.reference", containsInAnyOrder("TP-VAC-1", "TP-VAC-2"));
    }

    @Test
    void aSpreadsheetComesOutAsItWentIn() {
        var header =
                "reference,title,kind,organisations,locality,from,until,reportsTo,holder,acting,"
                        + "holderFrom,holderUntil,version\r\n";
        var rows =
                "TP-ZCSV-1,Director,EXECUTIVE,TPCCG;TPCOUNC,E08000008,2014-04-01,,TP-GB,tp:csv,"
                        + "true,2014-05-01,,\r\n"
                        + "TP-ZCSV-2,Clinical lead,CLINICAL,TPCCG,E08000008,2014-04-01,2030-03-31,"
                        + "TP-ZCSV-1,,,,,\r\n";

        secretary.postCsv("/posts", header + rows).statusCode(201).body("imported", equalTo(2));

        var written =
                secretary
                        .getCsv("/posts?on=2014-05-01")
                        .statusCode(200)
                        .header("Content-Disposition", containsString("posts.csv"))
                        .extract()
                        .asString();
        assertThat(written).startsWith(header).endsWith(rows);
        assertThat(
                        Caller.of("viewer", Locality.TAMESIDE)
                                .getCsv("/posts?on=2014-05-01")
                                .extract()
                                .asString())
                .endsWith(rows.replace("tp:csv", ""));
        secretary
                .postCsv("/posts", header.strip() + "\r\nTP-ZCSV-3,,CHIEF,TPCCG,x,y,,,,,,,\r\n")
                .statusCode(400)
                .body("errors.where", hasItem("line 2, from"));
    }

    @Test
    @Tag("G8")
    void anExportIsEditedAndSentBack() {
        post("TP-ZBACK", "\"TPCCG\", \"TPCOUNC\"");
        hold("TP-ZBACK", "tp:back", "2014-04-01");
        post("TP-ZBACK-2", "\"TPCCG\"");
        var sheet = exported("TP-ZBACK");
        assertThat(sheet)
                .contains(
                        "TP-ZBACK,A post,EXECUTIVE,TPCCG;TPCOUNC,E08000008,2013-04-01,,,tp:back,");

        secretary
                .postCsv("/posts", sheet)
                .statusCode(201)
                .body("imported", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(2));
        secretary
                .postCsv(
                        "/posts",
                        sheet.replace("ZBACK-2,A post,EXECUTIVE", "ZBACK-2,Lead,CLINICAL")
                                .replace(",false,", ",FALSE,"))
                .statusCode(201)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));

        secretary
                .get("/posts/TP-ZBACK-2")
                .body("title", equalTo("Lead"))
                .body("kind", equalTo("CLINICAL"));
        secretary
                .postCsv("/posts", sheet.replace("TP-ZBACK-2,A post", "TP-ZBACK-2,Stale"))
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.line", contains(3))
                .body("rows.reference", contains("TP-ZBACK-2"))
                .body("rows.version", contains(0))
                .body("rows.current", contains(1));
        secretary.postCsv("/posts", exported("TP-ZBACK")).body("unchanged", equalTo(2));
    }

    @Test
    void whatASheetDoesNotChangeIsRefusedRowByRow() {
        post("TP-ONLY", "\"TPCCG\"");
        hold("TP-ONLY", "tp:only", "2014-04-01");
        post("TP-ONLY-2", "\"TPCCG\"");
        var sheet = exported("TP-ONLY");
        var last = sheet.lines().skip(2).findFirst().orElseThrow();

        secretary
                .postCsv(
                        "/posts",
                        sheet.replace("tp:only", "tp:other").replace("2014-04-01", "2014-05-01")
                                + last
                                + "\r\n"
                                + last.replace("TP-ONLY-2", "TP-ONLY-3").replaceAll("\\d+$", ""))
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body(
                        "rows.collect { it.line + ' ' + it.code }",
                        contains("2 NOT_IN_A_SPREADSHEET", "4 POST_NAMED_TWICE"))
                .body("rows[0].detail", containsString("not holder, holderFrom"));
        secretary.get("/posts/TP-ONLY-3").statusCode(404);
        secretary
                .postCsv("/posts", sheet.replace(",A post,", ",Ask x@nhs.net,"))
                .statusCode(422)
                .body("rows.line", contains(2, 3))
                .body("rows.code", contains("PERSONAL_DATA", "PERSONAL_DATA"));
        Caller.secretaryOf(Locality.ROCHDALE).postCsv("/posts", sheet).statusCode(404);
    }

    @Test
    void whatAPostWasCalledIsKnownForTheMomentsBefore() {
        post("TP-ZCALL", "\"TPCCG\"");
        post("TP-ZCALL-2", "\"TPCCG\"");
        secretary.does(
                "/posts/TP-ZCALL-2/reports-to",
                "{\"to\": [\"TP-ZCALL\"], \"effectiveOn\": \"2013-04-01\"}");
        var asked = "/posts/TP-ZCALL-2?on=2016-01-01&knownAt=";
        var moment =
                secretary.get(asked + "2100-01-01T00:00:00Z").extract().<String>path("knownAt");

        secretary
                .postCsv("/posts", exported("TP-ZCALL").replace(",A post,", ",Another,"))
                .statusCode(201)
                .body("changed", equalTo(2));

        secretary
                .get(asked + moment)
                .body("title", equalTo("A post"))
                .body("reportsTo.title", contains("A post"));
        secretary
                .get("/posts/TP-ZCALL-2?on=2016-01-01")
                .body("title", equalTo("Another"))
                .body("reportsTo.title", contains("Another"));
    }

    /// The sheet of today, of posts whose references begin like this.
    private String exported(String reference) {
        return secretary
                .getCsv("/posts")
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("reference,") || line.startsWith(reference))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    @Test
    void whatAPostMayNotBeIsRefusedForItsReason() {
        post("TP-NO", "\"TPCCG\"");
        hold("TP-NO", "tp:no", "2014-04-01");

        secretary
                .post("/posts/TP-NO/holders", holder("tp:other", "2015-04-01"))
                .statusCode(409)
                .body("code", equalTo("POST_TAKEN"))
                .body("from", equalTo("2014-04-01"));
        secretary
                .post("/posts/TP-NO/holders", holder("tp:other", "2012-04-01"))
                .statusCode(422)
                .body("code", equalTo("OUTSIDE_THE_POST"))
                .body("postFrom", equalTo("2013-04-01"));
        secretary
                .post(
                        "/posts/TP-NO/holders",
                        holder("tp:no", "2014-04-01"),
                        Map.of("If-Match", "\"0\""))
                .statusCode(412);
        secretary
                .post("/posts", json("TP-NO", "\"TPCCG\""))
                .statusCode(409)
                .body("code", equalTo("POST_REFERENCE_TAKEN"));
        secretary
                .post("/posts", json("TP-NO-2", "\"NOWHERE\""))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
        Caller.secretaryOf(Locality.ROCHDALE).get("/posts/TP-NO").statusCode(404);
    }

    @Test
    void ofTwoWhoAreAppointedAtOnceOneIs() throws Exception {
        post("TP-ONCE", "\"TPCCG\"");
        Callable<Integer> first =
                () ->
                        secretary
                                .post("/posts/TP-ONCE/holders", holder("tp:one", "2014-04-01"))
                                .extract()
                                .statusCode();
        Callable<Integer> second =
                () ->
                        secretary
                                .post("/posts/TP-ONCE/holders", holder("tp:two", "2014-04-01"))
                                .extract()
                                .statusCode();

        assertThat(AtOnce.call(2, List.of(first, second))).containsExactlyInAnyOrder(200, 409);

        secretary.get("/posts/TP-ONCE?on=2014-04-01").body("holders", hasSize(1));
    }

    @Test
    @Tag("G8")
    void ofTwoPostsThatWouldReportToEachOtherAtOnceOneDoes() throws Exception {
        post("TP-ROUND-1", "\"TPCCG\"");
        post("TP-ROUND-2", "\"TPCCG\"");

        var statuses =
                AtOnce.call(
                        2,
                        List.of(
                                () -> reports("TP-ROUND-1", "TP-ROUND-2"),
                                () -> reports("TP-ROUND-2", "TP-ROUND-1")));

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }

    private int reports(String post, String to) {
        return secretary
                .post(
                        "/posts/%s/reports-to".formatted(post),
                        "{\"to\": [\"%s\"], \"effectiveOn\": \"2014-04-01\"}".formatted(to))
                .extract()
                .statusCode();
    }

    @Test
    void whatBecomesOfAPostIsToldWithoutItsHolder() {
        post("TP-TOLD", "\"TPCCG\"");
        hold("TP-TOLD", "tp:told", "2014-04-01");
        secretary.does("/posts/TP-TOLD/abolish", "{\"effectiveOn\": \"2015-04-01\"}");
        var id = secretary.get("/posts/TP-TOLD").extract().<String>path("id");

        var told = Told.of(database, id);

        assertThat(told)
                .extracting(one -> one.data().getString("state"))
                .containsExactly("VACANT", "FILLED", "ABOLISHED");
        assertThat(told).noneMatch(one -> one.data().prettify().contains("tp:told"));
    }

    private void organisation(String code, String kind) {
        secretary.post(
                "/organisations",
                """
                {"code": "%s", "name": "Organisation", "kind": "%s", "locality": "E08000008",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(code, kind));
    }

    private void post(String reference, String organisations) {
        secretary.does("/posts", json(reference, organisations));
    }

    private static String json(String reference, String organisations) {
        return """
        {"reference": "%s", "title": "A post", "kind": "EXECUTIVE",
         "organisations": [%s], "locality": "E08000008", "from": "2013-04-01"}
        """
                .formatted(reference, organisations);
    }

    private void hold(String post, String person, String from) {
        secretary.does("/posts/%s/holders".formatted(post), holder(person, from));
    }

    private static String holder(String person, String from) {
        return """
        {"personReference": "%s", "from": "%s"}
        """
                .formatted(person, from);
    }
}
