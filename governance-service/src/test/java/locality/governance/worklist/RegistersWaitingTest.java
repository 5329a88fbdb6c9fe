package locality.governance.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What of registers and strategies waits, and that the call a row names clears it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RegistersWaitingTest extends WorkToDo {

    @Inject Clock clock;

    @Test
    @Tag("G42")
    void anEntryWhoseReviewIsDueIsReviewed() {
        var risk = risk(", \"reviewOn\": \"%s\"".formatted(today()));

        assertThat(row("REGISTER_ENTRY_TO_REVIEW", risk, today().minusDays(1).toString()))
                .isEmpty();
        clears(row("REGISTER_ENTRY_TO_REVIEW", risk, today().toString()), today().toString());
    }

    @Test
    @Tag("G43")
    void whatWasHandedUpWaitsForTheBodyAbove() {
        secretary.does(
                "/bodies/%s/relations".formatted(manchester.board),
                """
                {"kind": "ACCOUNTABLE_TO", "to": "%s", "from": "2014-04-01"}
                """
                        .formatted(manchester.governingBody));
        var risk = risk("");
        secretary.does(
                "/register-entries/%s/escalate".formatted(risk), "{\"reason\": \"Too high\"}");

        var row = row("REGISTER_ENTRY_TO_ACCEPT", risk, today().toString());

        assertThat(row).get().returns(manchester.governingBody, Row::body);
        clears(row, today().toString());
    }

    @Test
    @Tag("G43")
    void whatARuleCannotHandFurtherIsDealtWithAtTheTop() {
        var risk = risk(", \"residual\": {\"likelihood\": 5, \"impact\": 5}");

        clears(row("REGISTER_ENTRY_AT_THE_TOP", risk, today().toString()), today().toString());
    }

    @Test
    @Tag("G42")
    void aToleranceThatEndsInAMonthIsDecidedAnew() {
        var risk = risk("");
        var until = today().plusDays(30);
        secretary.does(
                "/register-entries/%s/tolerate".formatted(risk),
                "{\"until\": \"%s\", \"reason\": \"So be it\"}".formatted(today().plusDays(31)));
        assertThat(row("TOLERANCE_ENDING", risk, today().toString())).isEmpty();
        secretary.does("/register-entries/%s/reopen".formatted(risk), "{\"reason\": \"No\"}");
        secretary.does(
                "/register-entries/%s/tolerate".formatted(risk),
                "{\"until\": \"%s\", \"reason\": \"So be it\"}".formatted(until));

        var row = row("TOLERANCE_ENDING", risk, today().toString());

        assertThat(row).get().returns(until.toString(), Row::dueOn);
        clears(row, today().toString());
    }

    @Test
    @Tag("G47")
    void aDependencyThatIsLateIsClosedOnceItHasCome() {
        var waits =
                secretary.makes(
                        "/register-entries",
                        """
                        {"register": "Interdependencies", "kind": "DEPENDENCY",
                         "title": "Financial flows", "locality": "E08000003",
                         "neededOn": "2014-05-31", "recordedOn": "2014-05-14"}
                        """);

        assertThat(row("DEPENDENCY_LATE", waits, "2014-05-31")).isEmpty();
        assertThat(row("DEPENDENCY_LATE", waits, "2014-06-02")).get().returns(2L, Row::overdueDays);
        clears(row("DEPENDENCY_LATE", waits, today().toString()), today().toString());
    }

    @Test
    @Tag("G56")
    void aStrategyWhoseReviewIsDueIsReviewed() {
        var strategy =
                secretary.makes(
                        "/strategies",
                        """
                        {"title": "A strategy", "kind": "STRATEGY", "locality": "E08000003",
                         "draftedOn": "2014-05-14", "reviewOn": "2015-05-14"}
                        """);

        assertThat(row("STRATEGY_TO_REVIEW", strategy, "2015-05-13")).isEmpty();
        assertThat(row("STRATEGY_TO_REVIEW", strategy, "2015-05-14")).isPresent();
        clears(row("STRATEGY_TO_REVIEW", strategy, today().toString()), today().toString());
    }

    private String risk(String more) {
        return secretary.makes(
                "/register-entries",
                """
                {"register": "Risks", "kind": "RISK", "title": "Loss of financial control",
                 "locality": "E08000003", "body": "%s", "recordedOn": "2014-05-14"%s}
                """
                        .formatted(manchester.board, more));
    }

    private LocalDate today() {
        return BusinessClock.today(clock);
    }
}
