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
import static locality.governance.agreement.AnAgreement.TRUST;
import static locality.governance.agreement.AnAgreement.WITHOUT_NOTICE;
import static locality.governance.agreement.AnAgreement.code;
import static locality.governance.agreement.AnAgreement.decided;
import static locality.governance.agreement.AnAgreement.forRatification;
import static locality.governance.agreement.AnAgreement.refusal;
import static locality.governance.agreement.AnAgreement.signed;
import static locality.governance.agreement.AnAgreement.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an agreement says no to, with the operands of it.
class AgreementTest {

    @Test
    @Tag("G28")
    void aNextVersionVoidsTheSignaturesAndKeepsThem() {
        var agreement = signed();

        agreement.draft(text(BEGINS.plusDays(1), LAST_DAY), PARTIES, SIGNED, SOURCE);

        assertThat(agreement.require(1).state).isEqualTo(VersionState.SUPERSEDED);
        assertThat(agreement.require(1).signOffs).hasSize(2);
        assertThat(agreement.require(2).signOffs).isEmpty();
        assertThat(agreement.outstanding(agreement.require(2), decided(SIGNED), SIGNED))
                .extracting(
                        Outstanding::organisation, Outstanding::lacks, Outstanding::signedVersion)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(COUNCIL, Set.of(Lack.values()), 1),
                        org.assertj.core.groups.Tuple.tuple(CCG, Set.of(Lack.values()), 1));
        assertThat(refusal(() -> agreement.sign(1, TRUST, "Chair", SIGNED, SOURCE)))
                .returns("SIGNED_OTHER_VERSION", Refusal::code)
                .returns("MCR-S75/2", no -> no.operands().get("latest"));
    }

    @Test
    @Tag("G28")
    void whatIsLackingOfAVersionSaysWhoSignedAnother() {
        var agreement = signed();
        agreement.draft(text(BEGINS, null), PARTIES, SIGNED, SOURCE);

        assertThat(refusal(() -> agreement.requireInForce(2, Approvals.NONE, BEGINS)).code())
                .isEqualTo("SIGNED_OTHER_VERSION");
    }

    @Test
    @Tag("G29")
    void whatIsNotSignedIsNotLive() {
        var agreement = forRatification();
        agreement.sign(1, COUNCIL, "Leader", SIGNED, SOURCE);

        var unsigned = refusal(() -> agreement.requireInForce(1, decided(SIGNED), BEGINS));

        assertThat(unsigned.code()).isEqualTo("UNSIGNED");
        assertThat(unsigned.operands().get("parties"))
                .isEqualTo(
                        List.of(
                                new Outstanding(
                                        CCG,
                                        Capacity.FULL,
                                        Set.of(Lack.SIGNATURE),
                                        List.of(),
                                        null)));
        assertThat(refusal(() -> signed().requireInForce(1, Approvals.NONE, BEGINS)).code())
                .isEqualTo("NOT_RATIFIED");
        assertThat(refusal(() -> signed().requireInForce(1, decided(SIGNED), BEGINS.minusDays(1))))
                .returns("NOT_YET_EFFECTIVE", Refusal::code)
                .returns(BEGINS, no -> no.operands().get("effectiveOn"));
        assertThat(refusal(() -> signed().requireInForce(1, decided(SIGNED), LAST_DAY.plusDays(1))))
                .returns("AGREEMENT_OVER", Refusal::code);
        assertThat(refusal(() -> signed().requireInForce(1, decided(SIGNED), DRAFTED.minusDays(1))))
                .returns("NOT_DRAFTED_YET", Refusal::code);
        signed().requireInForce(1, decided(SIGNED), BEGINS);
    }

    @Test
    @Tag("G28")
    void itIsPutForRatificationOnceItsPartiesAreContent() {
        var agreement = AnAgreement.drafted();
        agreement.sendForReview(1, REVIEWED.plusDays(7), REVIEWED, SOURCE);
        agreement.require(1).review(COUNCIL, true, null, REVIEWED, SOURCE);
        agreement.require(1).review(CCG, false, "The shares", REVIEWED, SOURCE);

        var waiting = refusal(() -> agreement.submit(1, false, SUBMITTED, SOURCE));
        assertThat(waiting.code()).isEqualTo("NOT_REVIEWED");
        assertThat(waiting.operands()).containsEntry("reviewBy", REVIEWED.plusDays(7));
        assertThat(waiting.detail()).contains(CCG).doesNotContain(COUNCIL).doesNotContain(TRUST);

        agreement.require(1).review(CCG, true, null, REVIEWED.plusDays(1), SOURCE);
        agreement.submit(1, false, SUBMITTED, SOURCE);
        assertThat(agreement.require(1).state).isEqualTo(VersionState.FOR_RATIFICATION);
    }

    @Test
    @Tag("G28")
    void whatWasReturnedIsReviewedAnew() {
        var agreement = AnAgreement.drafted();
        AnAgreement.reviewed(agreement);
        agreement.require(1).step(VersionState.DRAFT, REVIEWED, "Queries of lawyers", SOURCE);
        agreement.sendForReview(1, null, REVIEWED, SOURCE);

        assertThat(refusal(() -> agreement.submit(1, false, SUBMITTED, SOURCE)).code())
                .isEqualTo("NOT_REVIEWED");
    }

    @Test
    @Tag("G57")
    void whereItSaysSoAConsultationIsConcludedFirst() {
        var agreement =
                AnAgreement.drafted(
                        new AgreementTerms(
                                RatifiedBy.DECISION_AND_SIGNATURE, false, false, true, null));
        agreement.sendForReview(1, null, REVIEWED, SOURCE);

        assertThat(refusal(() -> agreement.submit(1, false, SUBMITTED, SOURCE)))
                .returns("CONSULTATION_NOT_CONCLUDED", Refusal::code)
                .returns("CONCLUDED", no -> no.operands().get("stage"));
        agreement.submit(1, true, SUBMITTED, SOURCE);
    }

    @Test
    @Tag("G31")
    void aWorkingDraftApprovedAnewKeepsWhatItWasApprovedAsBefore() {
        var version = AnAgreement.drafted().require(1);
        var again = DRAFTED.plusYears(1);
        version.approveWorking(new WorkingApproval(DRAFTED, "Joint Leadership Team", SOURCE));
        version.approveWorking(new WorkingApproval(again, "Cabinet", SOURCE));

        assertThat(version.approvedForUse(DRAFTED.minusDays(1))).isEmpty();
        assertThat(version.approvedForUse(again.minusDays(1)))
                .map(WorkingApproval::by)
                .contains("Joint Leadership Team");
        assertThat(version.approvedForUse(again)).map(WorkingApproval::by).contains("Cabinet");
        assertThat(
                        refusal(
                                () ->
                                        version.approveWorking(
                                                new WorkingApproval(DRAFTED, "Board", SOURCE))))
                .returns("STEP_OUT_OF_ORDER", Refusal::code)
                .returns(again, no -> no.operands().get("lastStepOn"));
    }

    @Test
    @Tag("G28")
    void aNextRoundOfReviewsLeavesByWhenTheOneBeforeWasDue() {
        var agreement = AnAgreement.drafted();
        var version = agreement.require(1);
        agreement.sendForReview(1, REVIEWED.plusDays(7), REVIEWED, SOURCE);
        version.step(VersionState.DRAFT, REVIEWED.plusDays(9), "Clauses on risk", SOURCE);
        agreement.sendForReview(1, null, REVIEWED.plusDays(10), SOURCE);

        assertThat(version.reviewBy(REVIEWED.minusDays(1))).isNull();
        assertThat(version.reviewBy(REVIEWED.plusDays(9))).isEqualTo(REVIEWED.plusDays(7));
        assertThat(version.reviewBy(REVIEWED.plusDays(10))).isNull();
    }

    /// Version 3 of Bury's document was approved as a working document on 19 October 2016, to be
    /// reviewed every three months; it states 25 January 2017.
    @Test
    @Tag("G31")
    void aReviewIsDueOnTheDayStatedAndThenByItsMonths() {
        var agreement = AnAgreement.blank(WITHOUT_NOTICE);
        agreement.draft(
                new VersionText("3", "Form", null, null, LocalDate.of(2017, 1, 25), 3),
                PARTIES,
                LocalDate.of(2016, 10, 1),
                SOURCE);
        var version = agreement.require(1);
        var worksFrom = LocalDate.of(2016, 10, 19);
        version.approveWorking(new WorkingApproval(worksFrom, "Joint Leadership Team", SOURCE));

        assertThat(version.reviewDueOn(worksFrom)).isEqualTo("2017-01-25");
        assertThat(version.reviewDueByInterval(worksFrom)).isEqualTo("2017-01-19");
        assertThat(version.isReviewOverdue(VersionState.DRAFT, LocalDate.of(2017, 1, 25)))
                .isFalse();
        assertThat(version.isReviewOverdue(VersionState.DRAFT, LocalDate.of(2017, 1, 26))).isTrue();

        version.holdReview(LocalDate.of(2017, 1, 30), "Goes on", null, SOURCE);

        assertThat(version.reviewDueOn(LocalDate.of(2017, 1, 30))).isEqualTo("2017-04-30");
        assertThat(version.reviewDueOn(LocalDate.of(2017, 1, 29))).isEqualTo("2017-01-25");
        assertThat(version.isReviewOverdue(VersionState.DRAFT, LocalDate.of(2017, 1, 31)))
                .isFalse();
        assertThat(
                        refusal(
                                () ->
                                        version.holdReview(
                                                LocalDate.of(2017, 2, 1),
                                                "Goes on",
                                                LocalDate.of(2017, 2, 1),
                                                SOURCE)))
                .returns("NEXT_REVIEW_NOT_LATER", Refusal::code);
    }

    @Test
    @Tag("G31")
    void onlyWhoIsNamedSignsWhereSignatoriesAreNamed() {
        var agreement = AnAgreement.blank(WITHOUT_NOTICE);
        agreement.draft(
                text(),
                List.of(new Party(COUNCIL, Capacity.FULL, List.of("Leader"))),
                DRAFTED,
                SOURCE);
        agreement.sendForReview(1, null, REVIEWED, SOURCE);
        agreement.submit(1, false, SUBMITTED, SOURCE);

        assertThat(refusal(() -> agreement.sign(1, COUNCIL, "Driver", SIGNED, SOURCE)))
                .returns("NOT_A_SIGNATORY", Refusal::code)
                .returns(List.of("Leader"), no -> no.operands().get("signatories"));
        assertThat(refusal(() -> agreement.sign(1, CCG, "Chair", SIGNED, SOURCE)).code())
                .isEqualTo("NO_PARTY");
        agreement.sign(1, COUNCIL, "Leader", SIGNED, SOURCE);
        assertThat(refusal(() -> agreement.sign(1, COUNCIL, "Leader", SIGNED, SOURCE)).code())
                .isEqualTo("SIGNED_ALREADY");
    }

    @Test
    @Tag("G26")
    void whatDoesNotMakeSenseIsRefused() {
        assertThat(code(() -> drafts(text(LAST_DAY, BEGINS), PARTIES)))
                .isEqualTo("EXPIRES_BEFORE_IT_BEGINS");
        assertThat(code(() -> drafts(text(), List.of(PARTIES.getLast()))))
                .isEqualTo("NO_FULL_PARTY");
        assertThat(code(() -> drafts(text(), List.of(PARTIES.getFirst(), PARTIES.getFirst()))))
                .isEqualTo("PARTY_NAMED_TWICE");
        assertThat(code(() -> AnAgreement.drafted().draft(text(), PARTIES, DRAFTED, SOURCE)))
                .isEqualTo("VERSION_UNCHANGED");
        assertThat(
                        code(
                                () ->
                                        AnAgreement.drafted()
                                                .draft(
                                                        text(null, null),
                                                        PARTIES,
                                                        DRAFTED.minusDays(1),
                                                        SOURCE)))
                .isEqualTo("STEP_OUT_OF_ORDER");
        assertThat(
                        code(
                                () ->
                                        AnAgreement.drafted()
                                                .sendForReview(
                                                        1, DRAFTED, DRAFTED.plusDays(1), SOURCE)))
                .isEqualTo("REVIEW_ENDS_BEFORE_IT_BEGINS");
        assertThat(code(() -> AnAgreement.drafted().require(2))).isEqualTo("NOT_FOUND");
        assertThat(
                        code(
                                () ->
                                        forRatification()
                                                .sign(
                                                        1,
                                                        COUNCIL,
                                                        "leader@example.org",
                                                        SIGNED,
                                                        SOURCE)))
                .isEqualTo("PERSONAL_DATA");
        assertThat(
                        code(
                                () ->
                                        forRatification()
                                                .sign(
                                                        1,
                                                        COUNCIL,
                                                        "Leader",
                                                        SUBMITTED.minusDays(1),
                                                        SOURCE)))
                .isEqualTo("STEP_OUT_OF_ORDER");
    }

    private static void drafts(VersionText text, List<Party> parties) {
        AnAgreement.blank(WITHOUT_NOTICE).draft(text, parties, DRAFTED, SOURCE);
    }
}
