package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The register as a spreadsheet that goes out, is edited and comes back.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G26")
class AgreementCsvTest {

    private static final String HEADER =
            "reference,title,kind,locality,label,summary,draftedOn,effectiveOn,expiresOn,parties\n";

    private Partners salford;

    @BeforeEach
    void thereArePartners() {
        salford = Partners.of(Locality.SALFORD);
    }

    @Test
    void aRegisterIsImportedExportedAndSentBackUnchanged() {
        imported(row("S75", "SECTION_75", "2015-04-01"), row("RISK", "RISK_SHARE", ""));

        var exported = exported();

        assertThat(exported).contains(salford.named("S75") + ",").contains(",1,DRAFT,NONE,,0");
        salford.secretary
                .postCsv("/agreements", exported)
                .statusCode(200)
                .body("added", equalTo(0))
                .body("changed", equalTo(0));
    }

    @Test
    void anotherDateIsAnotherVersionAndAnotherTitleIsNot() {
        imported(row("S75", "SECTION_75", "2015-04-01"), row("RISK", "RISK_SHARE", ""));
        var edited =
                exported()
                        .replace("2015-04-01", "2015-07-01")
                        .replace("Agreement RISK", "Shares of risk");

        salford.secretary
                .postCsv("/agreements?dryRun=true", edited)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("changed", equalTo(2));
        assertThat(shown("S75")).isEqualTo("1 Agreement S75");
        salford.secretary
                .postCsv("/agreements", edited)
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("changed", equalTo(2));

        assertThat(shown("S75")).isEqualTo("2 Agreement S75");
        assertThat(shown("RISK")).isEqualTo("1 Shares of risk");
    }

    @Test
    void staleRowsAreNamedByTheirLines() {
        imported(row("S75", "SECTION_75", "2015-04-01"), row("RISK", "RISK_SHARE", ""));
        var read = exported().replace("2015-04-01", "2015-07-01");
        salford.does(salford.named("S75"), 1, "review", "{\"effectiveOn\": \"2018-02-01\"}");

        salford.secretary
                .postCsv("/agreements", read)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.reference", contains(salford.named("S75")));
    }

    @Test
    void everyRowThatARuleRefusesIsNamedAndNothingIsKept() {
        salford.secretary
                .postCsv(
                        "/agreements",
                        HEADER
                                + row("A", "SECTION_75", "2015-04-01")
                                + row("B", "SECTION_75", "2019-04-01")
                                + row("C", "SECTION_75", "").replace(salford.council, "NOBODY"))
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(3, 4))
                .body("rows.code", contains("EXPIRES_BEFORE_IT_BEGINS", "UNKNOWN_ORGANISATION"));
        salford.secretary.get("/agreements/" + salford.named("A")).statusCode(404);
        salford.secretary
                .postCsv("/agreements", "reference,title,parties,colour\nA-1,A,B,red\n")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
    }

    @Test
    void kindAndPlaceAreSetOnce() {
        imported(row("S75", "SECTION_75", "2015-04-01"));

        salford.secretary
                .postCsv("/agreements", exported().replace("SECTION_75", "COMPACT"))
                .statusCode(422)
                .body("rows.code", contains("SET_ONCE"));
    }

    @Test
    void whatIsExportedOfAPastDayIsStale() {
        imported(row("S75", "SECTION_75", "2015-04-01"));
        var past =
                salford.secretary.read(
                        "/agreements?on=2018-01-10&party=" + salford.council, "text/csv");

        salford.secretary
                .postCsv("/agreements", past.replace("2015-04-01", "2015-07-01"))
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.reference", contains(salford.named("S75")));
    }

    @Test
    void howItStandsIsNotChangedInASpreadsheet() {
        imported(row("S75", "SECTION_75", "2015-04-01"));

        for (var edited :
                List.of(
                        exported().replace(",DRAFT,", ",IN_FORCE,"),
                        exported().replace("2018-01-10", "2018-01-11"))) {
            salford.secretary
                    .postCsv("/agreements", edited)
                    .statusCode(422)
                    .body("rows.line", contains(2))
                    .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        }
        salford.secretary
                .postCsv(
                        "/agreements",
                        HEADER.replace("parties", "parties,state")
                                + row("NEW", "COMPACT", "").replace("\n", ",IN_FORCE\n"))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        salford.secretary.get("/agreements/" + salford.named("NEW")).statusCode(404);
    }

    @Test
    void aColumnThatTheSheetLacksStaysAsItIs() {
        imported(row("S75", "SECTION_75", "2015-04-01"));

        salford.secretary
                .postCsv(
                        "/agreements",
                        "reference,version,title,parties\n%s,0,Another title,%s:FULL:Mayor;%s\n"
                                .formatted(salford.named("S75"), salford.council, salford.ccg))
                .statusCode(200)
                .body("changed", equalTo(1));

        assertThat(shown("S75")).isEqualTo("1 Another title");
        assertThat(exported()).contains("2015-04-01,2019-03-31");
    }

    @Test
    void aRowThatStandsThereTwiceIsRefused() {
        salford.secretary
                .postCsv("/agreements", HEADER + row("A", "COMPACT", "") + row("A", "COMPACT", ""))
                .statusCode(422)
                .body(containsString("ROW_NAMED_TWICE"));
    }

    private void imported(String... rows) {
        salford.secretary
                .postCsv("/agreements", HEADER + String.join("", rows))
                .statusCode(200)
                .body("added", equalTo(rows.length));
    }

    private String row(String name, String kind, String begins) {
        return Stream.of(
                        salford.named(name),
                        "Agreement " + name,
                        kind,
                        "E08000006",
                        "1",
                        "First draft",
                        "2018-01-10",
                        begins,
                        "2019-03-31",
                        "%s:FULL:Mayor;%s".formatted(salford.council, salford.ccg))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private String exported() {
        return salford.secretary.read("/agreements?party=" + salford.council, "text/csv");
    }

    private String shown(String name) {
        var shown =
                salford.secretary
                        .get("/agreements/" + salford.named(name))
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        return shown.getInt("latest") + " " + shown.getString("title");
    }
}
