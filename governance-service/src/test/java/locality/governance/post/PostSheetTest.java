package locality.governance.post;

import static locality.governance.post.TamesidePosts.hold;
import static locality.governance.post.TamesidePosts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Posts as a spreadsheet that goes out, is edited and comes back.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PostSheetTest {

    private final Caller secretary = Caller.secretaryOf(Locality.TAMESIDE);

    @BeforeEach
    void theyHaveACouncilAndACcgWithItsBody() {
        TamesidePosts.haveACouncilAndACcgWithItsBody();
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

        secretary.postCsv("/posts", header + rows).statusCode(201).body("added", equalTo(2));

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
                .body("added", equalTo(0))
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
                        contains("2 NOT_IN_A_SPREADSHEET", "4 ROW_NAMED_TWICE"))
                .body("rows[0].detail", containsString("not holder, holderFrom"));
        secretary.get("/posts/TP-ONLY-3").statusCode(404);
        secretary
                .postCsv("/posts", sheet.replace(",A post,", ",Ask x@nhs.net,"))
                .statusCode(422)
                .body("rows.line", contains(2, 3))
                .body("rows.code", contains("PERSONAL_DATA", "PERSONAL_DATA"));
        Caller.secretaryOf(Locality.ROCHDALE)
                .postCsv("/posts", sheet)
                .statusCode(422)
                .body("rows.line", contains(2, 3))
                .body("rows.code", contains("NOT_FOUND", "NOT_FOUND"));
        secretary
                .postCsv(
                        "/posts",
                        """
                        reference,title,kind,organisations,locality,from,reportsTo
                        TP-ONLY-4,Lead,OTHER,TPCCG,E08000008,2013-04-01,NO-SUCH
                        TP-ONLY-5,Lead,OTHER,TPNONE,E08000008,2013-04-01,
                        TP-ONLY-4,Lead,OTHER,TPCCG,E08000008,2013-04-01,
                        """)
                .statusCode(422)
                .body(
                        "rows.collect { it.line + ' ' + it.code }",
                        contains("2 NOT_FOUND", "3 UNKNOWN_ORGANISATION", "4 ROW_NAMED_TWICE"));
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
}
