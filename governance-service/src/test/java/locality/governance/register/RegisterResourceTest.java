package locality.governance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Map;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.assertj.core.api.AbstractIntegerAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RegisterResourceTest {

    private Bury bury;
    private Caller secretary;

    @BeforeEach
    void thereIsBury() {
        bury = Bury.in2016();
        secretary = bury.secretary;
    }

    @Test
    @Tag("G42")
    void buryHasElevenRisksSevenAssumptionsAndFourHeadsOfRiskShare() {
        secretary
                .postCsv("/register-entries", bury.spreadsheet())
                .statusCode(200)
                .body("added", equalTo(22));

        list("register=%s&kind=RISK", bury.register)
                .body("items", hasSize(11))
                .body("items.residualScore", everyItem(nullValue()))
                .body("items.state", everyItem(equalTo("OPEN")))
                .body("items.body", everyItem(equalTo(bury.programme)))
                .body("items.provenance.kind", everyItem(equalTo("STATED")))
                .body("items.provenance.section", everyItem(equalTo("12")));
        list("register=%s&kind=ASSUMPTION", bury.register).body("items", hasSize(7));
        list("register=%s&kind=RISK", bury.register + " risk share").body("items", hasSize(4));
        list("register=%s&on=2016-10-18", bury.register).body("items", empty());
        list("body=%s&limit=1000", bury.programme).body("items", hasSize(22));
        secretary
                .get("/register-entries/heat-map?kind=RISK&register=" + encoded(bury.register))
                .statusCode(200)
                .body("cells", hasSize(25))
                .body("cells.count", everyItem(equalTo(0)))
                .body("unscored", hasSize(11))
                .body("items", hasSize(11));
    }

    @Test
    @Tag("G43")
    void aRiskGoesUpToTheJointLeadershipTeamFirstWhichAcceptsIt() {
        var risk = bury.enters("RISK", "");
        show(risk).body("escalationPath", contains(bury.jointLeadership, bury.cabinet));

        does(risk, "escalate", "{\"reason\": \"Beyond us\", \"effectiveOn\": \"2016-11-01\"}")
                .body("state", equalTo("ESCALATED"))
                .body("body", equalTo(bury.programme))
                .body("escalatedTo", equalTo(bury.jointLeadership));
        does(risk, "accept", "{\"note\": \"Ours\", \"effectiveOn\": \"2016-11-08\"}")
                .body("state", equalTo("OPEN"))
                .body("body", equalTo(bury.jointLeadership))
                .body("escalatedTo", nullValue())
                .body("escalationPath", contains(bury.cabinet))
                .body("history.what", contains("RECORDED", "ESCALATED", "ACCEPTED"));
        list("body=%s&on=2016-11-07", bury.programme)
                .body("items.reference", contains(risk))
                .body("items.state", contains("ESCALATED"));
        list("body=%s&on=2016-11-08", bury.jointLeadership).body("items.reference", contains(risk));
    }

    @Test
    @Tag("G43")
    void theBodyAboveReturnsARiskWithAReason() {
        var risk = bury.enters("RISK", "");
        does(risk, "escalate", "{\"reason\": \"Beyond us\"}");

        post(risk, "return", "{\"reason\": \" \"}").statusCode(400);
        does(risk, "return", "{\"reason\": \"Score it first\"}")
                .body("state", equalTo("OPEN"))
                .body("body", equalTo(bury.programme))
                .body("history[-1].note", equalTo("Score it first"));
        post(risk, "accept", "{}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("from", equalTo("OPEN"));
    }

    @Test
    @Tag("G43")
    void anEntryGoesUpOneStepAndNowhereElse() {
        var risk = bury.enters("RISK", "");
        post(risk, "escalate", "{\"reason\": \"High\", \"to\": \"%s\"}".formatted(bury.cabinet))
                .statusCode(422)
                .body("code", equalTo("NOT_THE_BODY_ABOVE"))
                .body("above", contains(bury.jointLeadership));
        var top = bury.entersAt(bury.cabinet, "RISK", "");
        post(top, "escalate", "{\"reason\": \"High\"}")
                .statusCode(422)
                .body("code", equalTo("NOWHERE_TO_ESCALATE"))
                .body("body", equalTo(bury.cabinet));
        show(top).body("escalationPath", empty());
    }

    @Test
    @Tag("G42")
    void aFailedAssumptionBecomesARisk() {
        var assumption = bury.enters("ASSUMPTION", ", \"reviewOn\": \"2017-01-25\"");

        var risk =
                does(
                                assumption,
                                "fail",
                                """
                                {"title": "Information cannot be shared",
                                 "effectiveOn": "2016-12-01"}
                                """)
                        .body("state", equalTo("MATERIALISED"))
                        .body("causes", hasSize(1))
                        .extract()
                        .<String>path("causes[0]");

        show(risk)
                .body("kind", equalTo("RISK"))
                .body("state", equalTo("OPEN"))
                .body("title", equalTo("Information cannot be shared"))
                .body("causedBy", equalTo(assumption))
                .body("body", equalTo(bury.programme))
                .body("recordedOn", equalTo("2016-12-01"))
                .body("residualScore", nullValue());
        post(assumption, "fail", "{}").statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        post(risk, "fail", "{}").statusCode(422).body("code", equalTo("WRONG_KIND"));
    }

    @Test
    @Tag("G42")
    void aRiskThatHappenedBecomesAnIssue() {
        var risk = bury.enters("RISK", ", \"residual\": {\"likelihood\": 4, \"impact\": 5}");

        var issue =
                does(risk, "materialise", "{\"note\": \"The forecast of June\"}")
                        .body("state", equalTo("MATERIALISED"))
                        .extract()
                        .<String>path("causes[0]");

        show(issue)
                .body("kind", equalTo("ISSUE"))
                .body("title", equalTo("Loss of financial control"))
                .body("causedBy", equalTo(risk))
                .body("residualScore", nullValue());
        does(risk, "close", "{\"note\": \"It is an issue now\"}").body("state", equalTo("CLOSED"));
        does(risk, "reopen", "{\"reason\": \"It may happen again\"}")
                .body("state", equalTo("OPEN"));
    }

    @Test
    @Tag("G42")
    void everyScoreIsKeptWithItsDay() {
        var risk = bury.enters("RISK", "");
        does(
                risk,
                "score",
                """
                {"inherent": {"likelihood": 5, "impact": 5},
                 "residual": {"likelihood": 4, "impact": 3},
                 "target": {"likelihood": 2, "impact": 3}, "effectiveOn": "2016-11-01"}
                """);
        does(
                        risk,
                        "score",
                        """
                        {"residual": {"likelihood": 2, "impact": 3}, "effectiveOn": "2017-02-01"}
                        """)
                .body("inherentScore", equalTo(25))
                .body("residualScore", equalTo(6));

        show(risk + "?on=2016-10-31").body("residualScore", nullValue());
        show(risk + "?on=2016-11-01").body("residualScore", equalTo(12));
        show(risk + "?on=2017-02-01").body("residualScore", equalTo(6));
        secretary.get("/register-entries/" + risk + "?on=2016-10-18").statusCode(404);
        heatMap("2016-11-01", "RESIDUAL", 4, 3).isEqualTo(1);
        heatMap("2017-02-01", "RESIDUAL", 4, 3).isZero();
        heatMap("2017-02-01", "RESIDUAL", 2, 3).isEqualTo(1);
        heatMap("2017-02-01", "INHERENT", 5, 5).isEqualTo(1);
        post(risk, "score", "{\"residual\": {\"likelihood\": 6, \"impact\": 3}}")
                .statusCode(422)
                .body("code", equalTo("SCORE_OUT_OF_RANGE"))
                .body("given", equalTo(6));
        post(risk, "score", "{}").statusCode(422).body("code", equalTo("NOTHING_SCORED"));
        post(
                        risk,
                        "score",
                        """
                        {"residual": {"likelihood": 1, "impact": 3}, "effectiveOn": "2017-01-31"}
                        """)
                .statusCode(422)
                .body("code", equalTo("STEP_OUT_OF_ORDER"))
                .body("lastStepOn", equalTo("2017-02-01"));
        post(
                        risk,
                        "score",
                        """
                        {"residual": {"likelihood": 1, "impact": 3}, "effectiveOn": "2099-01-31"}
                        """)
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
    }

    @Test
    @Tag("G42")
    void whatIsToleratedIsOpenTheDayAfterItsLast() {
        var risk = bury.enters("RISK", "");
        does(
                        risk,
                        "tolerate",
                        """
                        {"until": "2017-03-31", "reason": "So be it", "effectiveOn": "2016-11-01"}
                        """)
                .body("history[-1].toleratedUntil", equalTo("2017-03-31"))
                .body("state", equalTo("OPEN"));

        show(risk + "?on=2017-03-31").body("state", equalTo("TOLERATED"));
        show(risk + "?on=2017-04-01").body("state", equalTo("OPEN"));
        list("body=%s&state=TOLERATED&on=2017-03-31", bury.programme)
                .body("items.reference", contains(risk));
        list("body=%s&state=OPEN&on=2017-04-01", bury.programme)
                .body("items.reference", contains(risk));
        does(risk, "review", "{\"effectiveOn\": \"2017-05-01\"}")
                .body("state", equalTo("OPEN"))
                .body("history.what", hasItem("TOLERANCE_ENDED"));
    }

    @Test
    @Tag("G42")
    void controlsOwnersAndLinksStandWithTheEntry() {
        var risk = bury.enters("RISK", "");
        var other = bury.enters("ISSUE", "");
        does(risk, "control", "{\"text\": \"A monthly report\"}");
        does(risk, "control", "{\"number\": 1, \"text\": \"A report\", \"effective\": false}")
                .body("controls", hasSize(1))
                .body("controls[0].effective", equalTo(false));
        post(risk, "control", "{\"number\": 2, \"text\": \"Another\"}")
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_CONTROL"));
        does(
                        risk,
                        "assign",
                        "{\"post\": \"Chief Finance Officer\", \"organisation\": \"%s\"}"
                                .formatted(bury.council))
                .body("post", equalTo("Chief Finance Officer"))
                .body("organisation", equalTo(bury.council));
        var link = "{\"type\": \"register-entry\", \"id\": \"%s\"}";
        does(risk, "link", link.formatted(other)).body("links.id", contains(other));
        post(risk, "link", link.formatted(other))
                .statusCode(409)
                .body("code", equalTo("LINKED_ALREADY"));
        post(risk, "link", link.formatted(risk))
                .statusCode(422)
                .body("code", equalTo("LINKED_TO_ITSELF"));
        post(risk, "link", link.formatted("NOT-THERE")).statusCode(404);
        does(risk, "link", "{\"type\": \"milestone\", \"id\": \"BRY-M-1\"}")
                .body("links", hasSize(2));
    }

    @Test
    @Tag("G47")
    @Tag("G53")
    void aDependencyWaitsForGuidanceUntilADay() {
        var guidance = "GUID-" + bury.council;
        Caller.secretaryOf(Locality.GREATER_MANCHESTER)
                .does(
                        "/awaited-guidance",
                        """
                        {"reference": "%s", "title": "ICS Design framework", "issuer": "NHS",
                         "status": "AWAITED", "statedOn": "2016-10-01"}
                        """
                                .formatted(guidance));
        var waits =
                bury.enters(
                        "DEPENDENCY",
                        """
                        , "neededOn": "2017-01-31",
                          "dependent": {"type": "workstream", "id": "System development"},
                          "dependsOn": {"type": "guidance", "id": "%s"}
                        """
                                .formatted(guidance));

        show(waits + "?on=2017-01-31")
                .body("late", equalTo(false))
                .body("guidance", contains("AWAITED"))
                .body("dependent.id", equalTo("System development"));
        show(waits + "?on=2017-02-01").body("late", equalTo(true));
        secretary
                .post(
                        "/register-entries",
                        """
                        {"register": "R", "kind": "RISK", "title": "T", "locality": "E08000002",
                         "neededOn": "2017-01-31"}
                        """)
                .statusCode(422)
                .body("code", equalTo("ONLY_DEPENDENCIES_WAIT"));
        secretary
                .post(
                        "/register-entries",
                        """
                        {"register": "R", "kind": "DEPENDENCY", "title": "T",
                         "locality": "E08000002",
                         "dependsOn": {"type": "guidance", "id": "NOT-THERE"}}
                        """)
                .statusCode(404);
    }

    @Test
    @Tag("G42")
    void aRegisterComesBackAsItWasExportedAndChangesWhatWasEdited() {
        secretary.postCsv("/register-entries", bury.spreadsheet()).statusCode(200);
        var sheet = export();

        secretary
                .postCsv("/register-entries", sheet)
                .statusCode(200)
                .body("unchanged", equalTo(18))
                .body("changed", equalTo(0))
                .body("added", equalTo(0));
        var edited =
                sheet.replace("Loss of financial control", "Loss of control of the money")
                        .replace("Managing political message", "Managing the message");
        secretary
                .postCsv("/register-entries?dryRun=true", edited)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("changed", equalTo(2));
        assertThat(export()).isEqualTo(sheet);
        secretary
                .postCsv("/register-entries", edited)
                .statusCode(200)
                .body("changed", equalTo(2))
                .body("unchanged", equalTo(16));
        secretary
                .postCsv("/register-entries", edited)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows", hasSize(2));
    }

    @Test
    @Tag("G42")
    void aSpreadsheetScoresAndNamesEveryRowThatARuleRefuses() {
        var risk = bury.enters("RISK", "");
        var header = "reference,version,title,residualLikelihood,residualImpact,state\n";
        secretary
                .postCsv("/register-entries", header + risk + ",0,Loss of financial control,4,4,\n")
                .statusCode(200)
                .body("changed", equalTo(1));
        show(risk).body("residualScore", equalTo(16));
        secretary
                .postCsv(
                        "/register-entries",
                        header + risk + ",1,Loss of financial control,4,9,\n,,New,,,\n")
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(2, 3))
                .body("rows.code", contains("SCORE_OUT_OF_RANGE", "MALFORMED"));
        secretary
                .postCsv(
                        "/register-entries",
                        header + risk + ",1,Loss of financial control,4,4,CLOSED\n")
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        secretary
                .postCsv("/register-entries", header + (risk + ",1,A,4,4,\n").repeat(2))
                .statusCode(422)
                .body("rows.line", contains(3))
                .body("rows.code", contains("ROW_NAMED_TWICE"))
                .body("rows[0].detail", equalTo("Line 2 and line 3 both name " + risk));
        secretary.postCsv("/register-entries", "title,colour\nA,red\n").statusCode(400);
        secretary
                .postCsv(
                        "/register-entries", header + "NOT-THERE-1,1,A,,,\n" + risk + ",1,A,4,9,\n")
                .statusCode(422)
                .body("rows.line", contains(2, 3))
                .body("rows.code", contains("NOT_FOUND", "SCORE_OUT_OF_RANGE"));
        secretary
                .postCsv("/register-entries", header + risk + ",1,Loss of financial control,,,\n")
                .statusCode(200)
                .body("changed", equalTo(1));
        show(risk).body("residualScore", nullValue());
    }

    @Test
    @Tag("G42")
    void whatASpreadsheetDoesNotChangeIsNeverSwallowed() {
        var risk = bury.enters("RISK", "");
        does(
                risk,
                "tolerate",
                """
                {"until": "2099-03-31", "reason": "So be it", "effectiveOn": "2016-11-01"}
                """);
        var row = risk + ",1,Loss of financial control,";

        notInASpreadsheet("toleratedUntil", row + "2099-06-30");
        notInASpreadsheet("toleratedUntil", row);
        notInASpreadsheet("escalatedTo", row + bury.cabinet);
        notInASpreadsheet("body", row);
        notInASpreadsheet("neededOn", row + "2099-01-01");
        notInASpreadsheet("document", row + "Another document");
        secretary
                .postCsv(
                        "/register-entries",
                        "reference,version,title,toleratedUntil\n" + row + "2099-03-31\n")
                .statusCode(200)
                .body("unchanged", equalTo(1));
    }

    private void notInASpreadsheet(String column, String row) {
        secretary
                .postCsv(
                        "/register-entries",
                        "reference,version,title,%s\n%s\n".formatted(column, row))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"))
                .body("rows[0].detail", containsString(column));
    }

    @Test
    @Tag("G42")
    void anEntryIsRefusedPrecisely() {
        var risk = bury.enters("RISK", ", \"reference\": \"%s-R\"".formatted(bury.council));
        secretary
                .post("/register-entries", entry("\"reference\": \"%s\"".formatted(risk)))
                .statusCode(409)
                .body("code", equalTo("ENTRY_REFERENCE_TAKEN"))
                .body("reference", equalTo(risk));
        secretary
                .post("/register-entries", entry("\"organisation\": \"NOBODY\""))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
        secretary
                .post("/register-entries", entry("\"recordedOn\": \"2099-01-01\""))
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("field", equalTo("recordedOn"));
        secretary.post("/register-entries", entry("\"body\": \"NOT-THERE\"")).statusCode(404);
        Caller.secretaryOf(Locality.ROCHDALE).get("/register-entries/" + risk).statusCode(404);
        Caller.secretaryOf(Locality.ROCHDALE)
                .post("/register-entries/" + risk + "/close", "{\"note\": \"Gone\"}")
                .statusCode(404);
        Caller.secretaryOf(Locality.BURY, Locality.ROCHDALE)
                .post(
                        "/register-entries",
                        """
                        {"register": "R", "kind": "RISK", "title": "T", "locality": "E08000005",
                         "body": "%s"}
                        """
                                .formatted(bury.programme))
                .statusCode(422)
                .body("code", equalTo("BODY_OF_ANOTHER_PLACE"))
                .body("bodyOf", equalTo("E08000002"));
        secretary
                .post(
                        "/register-entries/" + risk + "/close",
                        "{\"note\": \"Gone\"}",
                        Map.of("If-Match", "\"7\""))
                .statusCode(412);
    }

    private static String entry(String more) {
        return """
        {"register": "R", "kind": "RISK", "title": "T", "locality": "E08000002", %s}
        """
                .formatted(more);
    }

    private String export() {
        var all =
                secretary.read("/register-entries?register=" + encoded(bury.register), "text/csv");
        assertThat(all.lines()).hasSize(19);
        return all;
    }

    private AbstractIntegerAssert<?> heatMap(String on, String score, int likelihood, int impact) {
        int count =
                secretary
                        .get(
                                "/register-entries/heat-map?register=%s&on=%s&score=%s"
                                        .formatted(encoded(bury.register), on, score))
                        .statusCode(200)
                        .extract()
                        .path(
                                "cells.find { it.likelihood == %d && it.impact == %d }.count"
                                        .formatted(likelihood, impact));
        return assertThat(count);
    }

    private ValidatableResponse list(String query, Object... values) {
        return secretary
                .get(
                        "/register-entries?"
                                + query.formatted(
                                        Arrays.stream(values)
                                                .map(value -> encoded(value.toString()))
                                                .toArray()))
                .statusCode(200);
    }

    private static String encoded(String text) {
        return text.replace(" ", "%20");
    }

    private ValidatableResponse show(String reference) {
        return secretary.get("/register-entries/" + reference).statusCode(200);
    }

    private ValidatableResponse does(String reference, String verb, String json) {
        return secretary.does("/register-entries/%s/%s".formatted(reference, verb), json);
    }

    private ValidatableResponse post(String reference, String verb, String json) {
        return secretary.post("/register-entries/%s/%s".formatted(reference, verb), json);
    }
}
