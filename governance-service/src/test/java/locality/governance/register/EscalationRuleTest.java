package locality.governance.register;

import static locality.governance.register.AnEntry.at;
import static locality.governance.register.AnEntry.body;
import static locality.governance.register.AnEntry.residualScore;
import static locality.governance.register.AnEntry.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When and why an entry goes up.
class EscalationRuleTest {

    @Test
    @Tag("G43")
    void aResidualScoreThatReachesTheThresholdEscalates() {
        var rule = rule(15, 30);
        var today = LocalDate.parse("2016-11-01");

        assertThat(AnEntry.risk().residual(2, 5).open().escalatesBy(rule, today)).isEmpty();
        assertThat(AnEntry.risk().residual(3, 5).open().escalatesBy(rule, today))
                .contains("The residual score of 15 reaches the threshold of 15");
        assertThat(AnEntry.risk().open().escalatesBy(rule, today)).isEmpty();
    }

    @Test
    @Tag("G43")
    void aReviewMoreThanThirtyDaysOverdueEscalates() {
        var entry = AnEntry.risk().reviewOn("2017-01-25").open();

        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-02-24"))).isEmpty();
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-02-25")))
                .contains("The review due on 2017-01-25 is more than 30 days overdue");
        assertThat(entry.escalatesBy(rule(15, 0), LocalDate.parse("2017-01-26"))).isPresent();
    }

    @Test
    @Tag("G43")
    void whatTheBodyAboveReturnedGoesUpAgainOnlyWithAHigherScore() {
        var entry = AnEntry.risk().residual(4, 4).open();
        entry.escalate(body("JLT"), "Too high", at("2016-11-01"));
        entry.sendBack("Yours", at("2016-11-08"));
        var rule = rule(15, 30);
        var today = LocalDate.parse("2016-12-24");

        assertThat(entry.last().bodyReference).isEqualTo("PMT");
        assertThat(entry.escalatesBy(rule, today)).isEmpty();

        entry.score(residualScore(3, 5), null, at("2016-12-01"));
        assertThat(entry.escalatesBy(rule, today)).isEmpty();

        entry.score(residualScore(4, 4), null, at("2016-12-02"));
        assertThat(entry.escalatesBy(rule, today)).isPresent();
    }

    @Test
    @Tag("G43")
    void aMissedReviewThatWasAnsweredGoesUpAgainOnlyWhenTheNextIsMissed() {
        var entry = AnEntry.risk().reviewOn("2017-01-25").open();
        entry.escalate(body("JLT"), "Not reviewed", at("2017-03-01"));
        entry.sendBack("Review it", at("2017-03-02"));

        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-12-31"))).isEmpty();

        entry.review(LocalDate.parse("2017-06-30"), null, at("2017-03-03"));
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-07-30"))).isEmpty();
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-07-31"))).isPresent();
    }

    @Test
    @Tag("G43")
    void whatWasAnsweredGoesUpAgainOnceItsToleranceIsOverOrItIsOpenedAnew() {
        var rule = rule(15, 30);
        var tolerated = returned();
        tolerated.tolerate(LocalDate.parse("2017-03-31"), "Lived with", at("2016-11-09"));
        assertThat(tolerated.endTolerance(LocalDate.parse("2017-04-01"))).isTrue();
        assertThat(tolerated.escalatesBy(rule, LocalDate.parse("2017-04-01")))
                .contains("The residual score of 20 reaches the threshold of 15");

        var reopened = returned();
        reopened.close("Gone", at("2016-11-09"));
        reopened.reopen("It is back", at("2018-01-10"));
        assertThat(reopened.escalatesBy(rule, LocalDate.parse("2018-01-10")))
                .contains("The residual score of 20 reaches the threshold of 15");
    }

    /// At 20, handed up, and returned.
    private static RegisterEntry returned() {
        var entry = AnEntry.risk().residual(4, 5).open();
        entry.escalate(body("JLT"), "Too high", at("2016-11-01"));
        entry.sendBack("Yours", at("2016-11-08"));
        return entry;
    }

    @Test
    @Tag("G43")
    void whatTheBodyAboveAcceptsIsItsOwnAndGoesFurtherOnlyWithAHigherScore() {
        var entry = AnEntry.risk().residual(4, 4).reviewOn("2016-11-01").open();
        entry.escalate(body("JLT"), "Too high", at("2016-12-01"));

        assertThat(entry.last().bodyReference).isEqualTo("PMT");
        assertThat(entry.last().escalatedToReference).isEqualTo("JLT");
        assertThat(entry.changed().bodyId()).isEqualTo(body("PMT").id());
        assertThat(entry.changed().escalatedTo()).isEqualTo(body("JLT").id());
        entry.accept(null, "Ours now", at("2016-12-05"));

        assertThat(entry.last().bodyReference).isEqualTo("JLT");
        assertThat(entry.last().escalatedTo).isNull();
        assertThat(entry.changed().bodyId()).isEqualTo(body("JLT").id());
        assertThat(entry.changed().escalatedTo()).isNull();
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-06-01"))).isEmpty();

        entry.score(residualScore(4, 5), null, at("2017-06-02"));
        assertThat(entry.escalatesBy(rule(25, 30), LocalDate.parse("2017-06-03"))).isEmpty();
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-06-03")))
                .contains("The residual score of 20 reaches the threshold of 15");
    }
}
