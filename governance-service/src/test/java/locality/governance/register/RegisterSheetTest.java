package locality.governance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A register goes out as a spreadsheet, is edited, and comes back.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RegisterSheetTest extends RegisterOfBury {

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
        String id = show(risk).extract().path("id");
        secretary
                .postCsv("/register-entries", header + risk + ",1,A,4,4,\n" + id + ",1,B,4,4,\n")
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

    private String export() {
        var all =
                secretary.read("/register-entries?register=" + encoded(bury.register), "text/csv");
        assertThat(all.lines()).hasSize(19);
        return all;
    }
}
