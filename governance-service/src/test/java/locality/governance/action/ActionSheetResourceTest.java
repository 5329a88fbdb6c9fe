package locality.governance.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Actions as a spreadsheet that goes out, is edited and comes back.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ActionSheetResourceTest extends ActionsOfManchester {

    @Test
    @Tag("G22")
    void whatIsExportedIsEditedAndSentBack() {
        var late = given("\"dueOn\": \"2018-06\"");
        var done = given("\"dueOn\": \"2018-07-02\"");
        var same = given("\"precision\": \"ONGOING\"");
        var sheet = exported();
        assertThat(sheet)
                .startsWith("reference,version,title,")
                .contains(",2018-06,MONTH,", ",2018-07-02,DAY,");
        secretary.postCsv("/actions", sheet).statusCode(200).body("unchanged", equalTo(3));

        var edited =
                sheet.replace(",2018-06,MONTH,,OPEN,", ",2018-09,MONTH,,OPEN,Waits for money")
                        .replace(",2018-07-02,DAY,,OPEN,", ",2018-07-02,DAY,,COMPLETE,All signed");
        secretary
                .postCsv("/actions", edited)
                .statusCode(200)
                .body("added", equalTo(0))
                .body("changed", equalTo(2))
                .body("unchanged", equalTo(1));

        shown(late, "")
                .body("dueOn", equalTo("2018-09-30"))
                .body("history[1].note", equalTo("Waits for money"));
        shown(done, "").body("state", equalTo("COMPLETE")).body("note", equalTo("All signed"));
        shown(same, "").body("version", equalTo(0));
        secretary
                .postCsv("/actions", edited)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.reference", contains(late, done))
                .body("rows.line", contains(2, 3))
                .body("rows.current", contains(1, 1))
                .body("detail", containsString("line 2, line 3"));
    }

    @Test
    @Tag("G22")
    void whatASheetOfActionsDoesNotWriteIsNeverSwallowed() {
        given("\"dueOn\": \"2018-06\"");
        var sheet = exported();

        secretary
                .postCsv("/actions", sheet.replace(",MONTH,,OPEN,,", ",MONTH,,OPEN,Why not,"))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"))
                .body("rows[0].detail", containsString("note"));
        secretary
                .postCsv(
                        "/actions",
                        sheet.replace(",MONTH,,OPEN,,", ",MONTH,,IN_PROGRESS,,The minutes"))
                .statusCode(422)
                .body("rows[0].detail", containsString("evidence"));
        secretary
                .postCsv("/actions", sheet.replace("," + manchester.board + ",", ",,"))
                .statusCode(422)
                .body("rows.code", contains("ORIGIN_DIFFERS"));
    }

    @Test
    @Tag("G22")
    void anExportOfAPastDayIsReadAndNotSentBack() {
        var action = given("\"dueOn\": \"2018-06\", \"givenOn\": \"2018-05-14\"");
        var past =
                secretary
                        .getCsv("/actions?on=2018-07-01&body=" + manchester.board)
                        .statusCode(200)
                        .extract()
                        .asString();
        secretary
                .postCsv("/actions", past)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.reference", contains(action))
                .body("detail", containsString("without the version of today"));
    }

    @Test
    void rowsAtFaultAreNamedAndNothingIsChanged() {
        var action = given("\"dueOn\": \"2018-06\"");
        var board = manchester.board;
        secretary
                .postCsv(
                        "/actions",
                        """
                        reference,version,title,post,body,dueOn,state,note
                        ,,New,Chair,%s,2018-06,,
                        ,,Nobody's,,%s,2018-06,,
                        %s,0,An action,Chair,%s,2018-06,COMPLETE,
                        """
                                .formatted(board, board, action, board))
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(3, 4))
                .body("rows.code", contains("NOBODY_RESPONSIBLE", "COMPLETED_WITHOUT_NOTE"));
        secretary
                .postCsv(
                        "/actions",
                        """
                        reference,version,title,post,dueOn,state
                        %s,0,An action,Chief Officer,2018-06,SUPERSEDED
                        """
                                .formatted(action))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        var row = "%s,0,An action,Chief Officer,2018-06,%s,%s\n";
        secretary
                .postCsv(
                        "/actions",
                        "reference,version,title,post,dueOn,body,givenOn\n"
                                + row.formatted(action, "ELSEWHERE", "")
                                + row.formatted(action, "", "2001-01-01"))
                .statusCode(422)
                .body("rows.code", contains("ORIGIN_DIFFERS", "ROW_NAMED_TWICE"));
        secretary
                .postCsv(
                        "/actions",
                        "reference,version,title,post,dueOn\n,0,An action,Chief Officer,2018-06\n")
                .statusCode(400)
                .body("errors.where", contains("line 2, reference"));
        secretary
                .postCsv("/actions", "title,state\n,LATE\n")
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, title"));

        secretary
                .postCsv(
                        "/actions",
                        """
                        reference,version,title,post,body,dueOn
                        ,,New,Chair,NO-BODY,2018-06
                        NO-ACTION,0,Gone,Chair,,2018-06
                        ,,Nobody's,,%s,2018-06
                        """
                                .formatted(board))
                .statusCode(422)
                .body("rows.line", contains(2, 3, 4))
                .body("rows.code", contains("NOT_FOUND", "NOT_FOUND", "NOBODY_RESPONSIBLE"));

        listed("").body("items", hasSize(1));
        shown(action, "").body("version", equalTo(0));
    }

    private String exported() {
        return secretary
                .getCsv("/actions?body=" + manchester.board)
                .statusCode(200)
                .extract()
                .asString();
    }
}
