package locality.governance.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What assessments add to the worklist: a row is there from its day, and gone once the call that
/// it names was sent.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G36")
class AssessmentWorkTest extends WorkToDo {

    @Inject Clock clock;

    private String assessment;

    @BeforeEach
    void thereIsAnAssessment() {
        secretary.does(
                "/assessment-frameworks",
                """
                {"code": "FW-%s", "title": "Conditions", "kind": "ASSURANCE",
                 "locality": "E08000003", "effectiveOn": "2014-01-01",
                 "scale": ["RED", "AMBER", "GREEN"], "red": ["RED"], "target": "GREEN",
                 "domains": [{"title": "Finance", "criteria": [
                   {"title": "Capital costs"}, {"title": "Contingency"}]}]}
                """
                        .formatted(manchester.board));
        assessment =
                secretary.makes(
                        "/assessments",
                        """
                        {"title": "Feedback", "framework": "FW-%1$s", "locality": "E08000003",
                         "body": "%1$s", "plannedSince": "2014-02-14", "plannedOn": "2014-03-14"}
                        """
                                .formatted(manchester.board));
    }

    @Test
    void whatWasNotConductedByItsDayIsConducted() {
        assertThat(row("ASSESSMENT_TO_CONDUCT", assessment, "2014-03-14")).isEmpty();
        var row = row("ASSESSMENT_TO_CONDUCT", assessment, "2014-03-16");

        assertThat(row)
                .get()
                .returns("2014-03-14", Row::dueOn)
                .returns(2L, Row::overdueDays)
                .returns(manchester.board, Row::body);
        clears(row, "2014-03-16");
    }

    @Test
    void whatTheReviewerLeftUnratedAfterItsDayIsRated() {
        does("conduct", "\"conductedOn\": \"2014-03-10\"");
        does(
                "ratings",
                """
                "ratedOn": "2014-03-10", "ratings": [{"criterion": "1.1", "reviewer": "RED"}]
                """);

        assertThat(row("ASSESSMENT_TO_RATE", assessment, "2014-03-14")).isEmpty();
        var row = row("ASSESSMENT_TO_RATE", assessment, "2014-03-15");

        assertThat(row.orElseThrow().clear().body().toString())
                .contains("1.2", "UNKNOWN")
                .doesNotContain("1.1");
        clears(row, today());
    }

    @Test
    void whatIsSharedIsAgreed() {
        does("conduct", "\"conductedOn\": \"2014-03-10\"");
        does(
                "ratings",
                """
                "ratedOn": "2014-03-10", "ratings": [{"criterion": "1.1", "reviewer": "RED"}]
                """);
        does("share", "\"sharedOn\": \"2014-03-14\"");

        var row = row("ASSESSMENT_TO_AGREE", assessment, "2014-03-14");

        assertThat(row).get().returns("2014-03-14", Row::since);
        clears(row, today());
        secretary
                .get("/assessments/" + assessment)
                .body("criteria[0].agreed.word", equalTo("RED"))
                .body("criteria[1].agreed.word", equalTo("UNKNOWN"));
    }

    @Test
    void anAgreedGapGetsAnAction() {
        does("conduct", "\"conductedOn\": \"2014-03-10\"");
        does("share", "\"sharedOn\": \"2014-03-14\"");
        does(
                "agree",
                """
                "agreedOn": "2014-03-20", "ratings": [{"criterion": "1.1", "agreed": "RED"},
                                                      {"criterion": "1.2", "agreed": "GREEN"}]
                """);

        assertThat(row("ASSESSMENT_GAP_WITHOUT_ACTION", assessment, "2014-03-19")).isEmpty();
        clears(row("ASSESSMENT_GAP_WITHOUT_ACTION", assessment, "2014-03-20"), today());
    }

    private String today() {
        return BusinessClock.today(clock).toString();
    }

    private void does(String command, String fields) {
        secretary.does(
                "/assessments/%s/%s".formatted(assessment, command), "{%s}".formatted(fields));
    }
}
