package locality.governance.agreement;

import static locality.governance.agreement.AnAgreement.BEGINS;
import static locality.governance.agreement.AnAgreement.CCG;
import static locality.governance.agreement.AnAgreement.COUNCIL;
import static locality.governance.agreement.AnAgreement.DRAFTED;
import static locality.governance.agreement.AnAgreement.LAST_DAY;
import static locality.governance.agreement.AnAgreement.PARTIES;
import static locality.governance.agreement.AnAgreement.REVIEWED;
import static locality.governance.agreement.AnAgreement.SIGNED;
import static locality.governance.agreement.AnAgreement.SOURCE;
import static locality.governance.agreement.AnAgreement.SUBMITTED;
import static locality.governance.agreement.AnAgreement.by;
import static locality.governance.agreement.AnAgreement.decided;
import static locality.governance.agreement.AnAgreement.signed;
import static locality.governance.agreement.AnAgreement.stateOn;
import static locality.governance.agreement.AnAgreement.statesOn;
import static locality.governance.agreement.AnAgreement.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.refusal.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of versions by themselves.
@Tag("G29")
class AgreementLifeTest {

    /// Drafted for the end of June 2014, signed by March 2015, live on 1 April 2015 (*Living
    /// Longer, Living Better: Progress Update*, 3.2.5 and key milestones).
    @Test
    @Tag("G29")
    void theAnswerAsOfADayIsRightThoughNothingWasWrittenDown() {
        var agreement = signed();
        var approvals = decided(SIGNED);

        assertThat(stateOn(DRAFTED, agreement, approvals)).isEqualTo(VersionState.DRAFT);
        assertThat(stateOn(REVIEWED, agreement, approvals)).isEqualTo(VersionState.IN_REVIEW);
        assertThat(stateOn(SIGNED.minusDays(1), agreement, approvals))
                .isEqualTo(VersionState.FOR_RATIFICATION);
        assertThat(stateOn(SIGNED, agreement, approvals)).isEqualTo(VersionState.RATIFIED);
        assertThat(stateOn(BEGINS.minusDays(1), agreement, approvals))
                .isEqualTo(VersionState.RATIFIED);
        assertThat(stateOn(BEGINS, agreement, approvals)).isEqualTo(VersionState.IN_FORCE);
        assertThat(stateOn(LAST_DAY, agreement, approvals)).isEqualTo(VersionState.IN_FORCE);
        assertThat(stateOn(LAST_DAY.plusDays(1), agreement, approvals))
                .isEqualTo(VersionState.EXPIRED);
    }

    @Property
    void writingItDownOnAnyDayChangesNoAnswer(
            @ForAll @IntRange(min = 0, max = 700) int written,
            @ForAll @IntRange(min = 0, max = 700) int asked) {
        var approvals = decided(SIGNED);
        var settled = signed();
        settled.settle(approvals, SIGNED.plusDays(written));

        var day = SUBMITTED.plusDays(asked);

        assertThat(statesOn(day, settled, approvals)).isEqualTo(statesOn(day, signed(), approvals));
    }

    @Test
    @Tag("G29")
    void whatCameAboutIsToldOnceAndInItsOrder() {
        var agreement = signed();

        assertThat(agreement.settle(decided(SIGNED), LAST_DAY.plusDays(9)))
                .extracting(AgreementChanged::state, AgreementChanged::effectiveOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("RATIFIED", SIGNED),
                        org.assertj.core.groups.Tuple.tuple("IN_FORCE", BEGINS),
                        org.assertj.core.groups.Tuple.tuple("EXPIRED", LAST_DAY.plusDays(1)));
        assertThat(agreement.settle(decided(SIGNED), LAST_DAY.plusDays(9))).isEmpty();
    }

    /// Once ratified and told, a decision rescinded later undoes nothing: the parties are bound,
    /// and end it as it says.
    @Test
    @Tag("G29")
    void whatIsRatifiedStaysSoWhenADecisionIsRescindedLater() {
        var agreement = signed();
        agreement.settle(decided(SIGNED), SIGNED);
        var rescinded =
                new Approvals(
                        Map.of(
                                1,
                                List.of(by(COUNCIL, SIGNED), by(CCG, SIGNED, SIGNED.plusDays(3)))),
                        Map.of());

        assertThat(stateOn(BEGINS, agreement, rescinded)).isEqualTo(VersionState.IN_FORCE);
    }

    /// The section 75 agreement of 2021/22, ratified by the end of August (*Transition to ICS
    /// Update for Governing Body*, timeline).
    @Test
    @Tag("G30")
    void whatIsRatifiedAfterTheDayItHoldsFromIsRetrospective() {
        var agreement = AnAgreement.blank(AnAgreement.drafted().terms);
        agreement.draft(
                text(LocalDate.of(2021, 4, 1), LocalDate.of(2022, 3, 31)),
                PARTIES,
                LocalDate.of(2021, 6, 1),
                SOURCE);
        agreement.sendForReview(1, null, LocalDate.of(2021, 6, 11), SOURCE);
        agreement.require(1).review(COUNCIL, true, null, LocalDate.of(2021, 6, 18), SOURCE);
        agreement.require(1).review(CCG, true, null, LocalDate.of(2021, 6, 18), SOURCE);
        agreement.submit(1, false, LocalDate.of(2021, 7, 1), SOURCE);
        var ratified = LocalDate.of(2021, 8, 31);
        agreement.sign(1, COUNCIL, "Leader", ratified, SOURCE);
        agreement.sign(1, CCG, "Chair", LocalDate.of(2021, 8, 20), SOURCE);
        var approvals = decided(LocalDate.of(2021, 8, 25));

        var life = AgreementLife.upTo(ratified, agreement, approvals);
        var version = agreement.require(1);

        assertThat(life.now(version)).map(VersionStep::state).contains(VersionState.IN_FORCE);
        assertThat(life.now(version)).map(VersionStep::effectiveOn).contains(ratified);
        assertThat(Agreement.retrospectiveDays(version, life.of(version))).contains(152L);
        assertThat(agreement.settle(approvals, ratified).getLast().retrospective()).isTrue();
    }

    @Test
    @Tag("G30")
    void whatIsRatifiedOnItsFirstDayIsNotRetrospective() {
        var agreement = signed();
        var life = AgreementLife.upTo(LAST_DAY, agreement, decided(BEGINS));

        assertThat(Agreement.retrospectiveDays(agreement.require(1), life.of(agreement.require(1))))
                .isEmpty();
    }

    @Test
    @Tag("G30")
    void whatIsRatifiedAfterItsLastDayExpiresTheSameDay() {
        var agreement = signed();

        assertThat(stateOn(LAST_DAY.plusDays(1), agreement, decided(LAST_DAY.plusDays(1))))
                .isEqualTo(VersionState.EXPIRED);
    }

    @Test
    @Tag("G28")
    void aNewVersionInForceSupersedesTheFormerFromThatDay() {
        var agreement = signed();
        agreement.settle(decided(SIGNED), BEGINS);
        var changes = LocalDate.of(2015, 10, 1);
        agreement.draft(text(changes, null), PARTIES, BEGINS.plusDays(30), SOURCE);
        agreement.sendForReview(2, null, BEGINS.plusDays(31), SOURCE);
        agreement.require(2).review(COUNCIL, true, null, BEGINS.plusDays(32), SOURCE);
        agreement.require(2).review(CCG, true, null, BEGINS.plusDays(32), SOURCE);
        agreement.submit(2, false, BEGINS.plusDays(40), SOURCE);
        agreement.sign(2, COUNCIL, "Leader", BEGINS.plusDays(50), SOURCE);
        agreement.sign(2, CCG, "Chair", BEGINS.plusDays(50), SOURCE);
        var both =
                new Approvals(
                        Map.of(
                                1, decided(SIGNED).toEnter(1),
                                2, decided(BEGINS.plusDays(45)).toEnter(1)),
                        Map.of());

        assertThat(statesOn(changes.minusDays(1), agreement, both))
                .containsExactly(VersionState.IN_FORCE, VersionState.RATIFIED);
        assertThat(statesOn(changes, agreement, both))
                .containsExactly(VersionState.SUPERSEDED, VersionState.IN_FORCE);
        assertThat(agreement.settle(both, changes))
                .extracting(AgreementChanged::version, AgreementChanged::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "SUPERSEDED"),
                        org.assertj.core.groups.Tuple.tuple(2, "RATIFIED"),
                        org.assertj.core.groups.Tuple.tuple(2, "IN_FORCE"));
    }

    @Test
    @Tag("G26")
    void aVersionWithoutADayHoldsFromItsRatification() {
        var agreement = AnAgreement.blank(AnAgreement.drafted().terms);
        agreement.draft(text(null, null), PARTIES, DRAFTED, SOURCE);
        AnAgreement.reviewed(agreement);
        agreement.submit(1, false, SUBMITTED, SOURCE);
        agreement.sign(1, COUNCIL, "Leader", SIGNED, SOURCE);
        agreement.sign(1, CCG, "Chair", SIGNED, SOURCE);

        assertThat(stateOn(SIGNED, agreement, decided(SUBMITTED))).isEqualTo(VersionState.IN_FORCE);
    }

    /// The former had expired on record when the last signature under the next was recorded.
    @Test
    @Tag("G28")
    void aSignatureRecordedLateLeavesOneVersionInForce() {
        var agreement = signed();
        agreement.settle(decided(SIGNED), BEGINS);
        var changes = LAST_DAY.minusDays(90);
        agreement.draft(text(changes, null), PARTIES, BEGINS.plusDays(30), SOURCE);
        agreement.sendForReview(2, null, BEGINS.plusDays(31), SOURCE);
        agreement.require(2).review(COUNCIL, true, null, BEGINS.plusDays(32), SOURCE);
        agreement.require(2).review(CCG, true, null, BEGINS.plusDays(32), SOURCE);
        agreement.submit(2, false, BEGINS.plusDays(40), SOURCE);
        agreement.sign(2, COUNCIL, "Leader", BEGINS.plusDays(50), SOURCE);
        var both =
                new Approvals(
                        Map.of(
                                1, decided(SIGNED).toEnter(1),
                                2, decided(BEGINS.plusDays(45)).toEnter(1)),
                        Map.of());
        agreement.settle(both, LAST_DAY.plusDays(1));
        agreement.sign(2, CCG, "Chair", changes, SOURCE);

        assertThat(statesOn(changes.minusDays(1), agreement, both))
                .containsExactly(VersionState.IN_FORCE, VersionState.FOR_RATIFICATION);
        assertThat(statesOn(changes, agreement, both))
                .containsExactly(VersionState.SUPERSEDED, VersionState.IN_FORCE);
        assertThat(statesOn(LAST_DAY.plusDays(9), agreement, both))
                .containsExactly(VersionState.SUPERSEDED, VersionState.IN_FORCE);
        assertThat(agreement.settle(both, LAST_DAY.plusDays(9)))
                .extracting(AgreementChanged::version, AgreementChanged::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "RATIFIED"),
                        org.assertj.core.groups.Tuple.tuple(2, "IN_FORCE"));
    }

    @Test
    @Tag("G28")
    void anEndOnRecordStandsAndIsTold() {
        var agreement = signed();
        agreement.settle(decided(SIGNED), BEGINS);
        var end = BEGINS.plusDays(100);
        var version = agreement.require(1);
        version.terminate(AnAgreement.notice(end));

        var no =
                catchThrowableOfType(
                        Refusal.class,
                        () -> version.terminate(AnAgreement.notice(end.plusDays(30))));

        assertThat(no.code()).isEqualTo("TERMINATED_ALREADY");
        assertThat(no.operands()).containsEntry("version", 1).containsEntry("on", end);
        assertThat(version.endKnownOn(BEGINS.minusDays(1))).isEmpty();
        assertThat(version.endKnownOn(BEGINS)).map(Termination::on).contains(end);
        assertThat(agreement.changed(version, decided(SIGNED), BEGINS).endsOn())
                .isEqualTo(end.minusDays(1));
    }
}
