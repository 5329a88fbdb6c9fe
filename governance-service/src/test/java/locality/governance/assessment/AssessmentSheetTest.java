package locality.governance.assessment;

import static locality.governance.assessment.Assessed.conducted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Assessments, and the ratings of one, as spreadsheets.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AssessmentSheetTest extends DueDiligenceOfBolton {

    private static final String RATINGS_HEADER =
            "reference,version,domain,criterion,title,self,reviewer,agreed,by";

    @Test
    @Tag("G36")
    void aSheetOfRatingsIsFilledInAndSentBack() {
        conducted(bolton, assessment, "2017-02-01");
        var sheet = bolton.read(path + "/ratings", "text/csv");
        assertThat(sheet.lines()).hasSize(6).first().isEqualTo(RATINGS_HEADER);
        bolton.postCsv(path + "/ratings", sheet)
                .statusCode(200)
                .body("rated", equalTo(0))
                .body("unchanged", equalTo(5));
        var filled =
                sheet.replace("Complete financial audit,,,", "Complete financial audit,,AMBER,")
                        .replace("management arrangements,,,", "management arrangements,,UNKNOWN,");

        bolton.postCsv(path + "/ratings?dryRun=true", filled)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("rated", equalTo(2));
        bolton.get(path).body("criteria[0].reviewer", nullValue());
        bolton.postCsv(path + "/ratings", filled).statusCode(200).body("rated", equalTo(2));
        bolton.get(path)
                .body("criteria[0].reviewer.word", equalTo("AMBER"))
                .body("criteria[3].reviewer.word", equalTo("UNKNOWN"))
                .body("criteria[3].word", nullValue())
                .body("criteria[1].reviewer", nullValue());
        bolton.get(path + "/ratings").body("items", hasSize(5));
        bolton.postCsv(path + "/ratings", filled)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.line", contains(2, 3, 4, 5, 6));
    }

    @Test
    @Tag("G36")
    void aSheetAtFaultChangesNothing() {
        conducted(bolton, assessment, "2017-02-01");

        bolton.postCsv(path + "/ratings", "criterion,reviewer\nDD1,GREEN\nDD2,PURPLE\nDD9,RED\n")
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(3, 4))
                .body("rows.code", contains("NOT_ON_SCALE", "NO_SUCH_CRITERION"));
        bolton.postCsv(path + "/ratings", "criterion,colour\nDD1,GREEN\n")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
        bolton.postCsv(path + "/ratings", "reference,criterion,reviewer\nOTHER,DD1,GREEN\n")
                .statusCode(400);
        bolton.get(path).body("criteria[0].reviewer", nullValue());
    }

    @Test
    @Tag("G36")
    void aSheetOfAssessmentsIsEditedAndSentBack() {
        var reference = Frameworks2014To2018.code("BOL-DD");
        bolton.postCsv(
                        "/assessments",
                        """
                        reference,title,framework,locality,plannedOn
                        %s,Due diligence,%s,E08000001,2999-03-31
                        """
                                .formatted(reference, framework))
                .statusCode(200)
                .body("added", equalTo(1));
        var sheet = bolton.read("/assessments?framework=" + framework, "text/csv");
        assertThat(sheet.lines().skip(1)).hasSize(2);
        var edited = sheet.replace("Due diligence,", "Due diligence of 2999,");

        bolton.postCsv("/assessments?dryRun=true", edited)
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("dryRun", equalTo(true));
        bolton.get("/assessments/" + reference).body("title", equalTo("Due diligence"));
        bolton.postCsv("/assessments", edited).statusCode(200).body("changed", equalTo(1));
        bolton.get("/assessments/" + reference).body("title", equalTo("Due diligence of 2999"));
        bolton.postCsv("/assessments", sheet.replace("Due diligence,", "Another,"))
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.reference", contains(reference));
        bolton.does("/assessments/%s/conduct".formatted(reference), "{}");
        var later = bolton.read("/assessments?framework=" + framework, "text/csv");
        bolton.postCsv("/assessments", later.replace("of 2999,", "of 3000,"))
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.code", contains("ASSESSMENT_NOT_IN_STATE"));
        bolton.postCsv("/assessments", later.replace(framework, "OTHER"))
                .statusCode(422)
                .body("rows.code", hasItem("NOT_IN_A_SPREADSHEET"));
        bolton.postCsv("/assessments", "title,framework\nNo place,%s\n".formatted(framework))
                .statusCode(400);
    }

    @Test
    @Tag("G36")
    void aSheetNamesEveryRowThatIsThereTwiceOrNotThere() {
        bolton.postCsv(
                        "/assessments",
                        """
                        reference,version,title,framework,locality
                        %1$s,0,Due diligence of Bolton,%2$s,E08000001
                        NOT-THERE,0,Gone,%2$s,E08000001
                        %1$s,0,Due diligence again,%2$s,E08000001
                        ,,By none,NO-FRAMEWORK,E08000001
                        ,,Of Bury,%2$s,E08000002
                        """
                                .formatted(assessment, framework))
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(3, 4, 5, 6))
                .body(
                        "rows.code",
                        contains("NOT_FOUND", "ROW_NAMED_TWICE", "NOT_FOUND", "NOT_FOUND"))
                .body(
                        "rows[1].detail",
                        equalTo("Line 2 and line 4 both name %s".formatted(assessment)));
        bolton.get(path).body("title", equalTo("Assessed by " + framework));
    }

    @Test
    @Tag("G36")
    void aCriterionIsRatedOnceInASheetByWhateverNameItGoes() {
        conducted(bolton, assessment, "2017-02-01");

        bolton.postCsv(
                        path + "/ratings",
                        """
                        criterion,reviewer
                        DD1,GREEN
                        DD2,AMBER
                        Complete financial audit,RED
                        """)
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(4))
                .body("rows.code", contains("ROW_NAMED_TWICE"))
                .body("rows[0].detail", equalTo("Line 2 and line 4 both name DD1"));
        bolton.get(path).body("criteria[0].reviewer", nullValue());
    }

    @Test
    @Tag("G36")
    void whatASheetOfAssessmentsDoesNotChangeIsNeverSwallowed() {
        var sheet = bolton.read("/assessments?framework=" + framework, "text/csv");

        bolton.postCsv("/assessments", sheet.replace(",PLANNED,", ",CLOSED,"))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"))
                .body("rows[0].detail", endsWith("not state"));
        bolton.postCsv("/assessments", sheet.replace(",E08000001,", ",,"))
                .statusCode(422)
                .body("rows[0].detail", endsWith("not locality"));
    }
}
