package locality.governance.agreement;

import static locality.governance.agreement.AnAgreement.BEGINS;
import static locality.governance.agreement.AnAgreement.CCG;
import static locality.governance.agreement.AnAgreement.COUNCIL;
import static locality.governance.agreement.AnAgreement.LAST_DAY;
import static locality.governance.agreement.AnAgreement.SIGNED;
import static locality.governance.agreement.AnAgreement.SOURCE;
import static locality.governance.agreement.AnAgreement.SUBMITTED;
import static locality.governance.agreement.AnAgreement.WITHOUT_NOTICE;
import static locality.governance.agreement.AnAgreement.by;
import static locality.governance.agreement.AnAgreement.decided;
import static locality.governance.agreement.AnAgreement.notice;
import static locality.governance.agreement.AnAgreement.refusal;
import static locality.governance.agreement.AnAgreement.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How an agreement ends before its last day.
class AgreementEndTest {

    @Test
    @Tag("G26")
    void aPartyEndsItWithTheNoticeThatItKnows() {
        var agreement = signed();
        agreement.settle(decided(SIGNED), BEGINS);

        assertThat(
                        refusal(
                                () ->
                                        agreement.terminate(
                                                1,
                                                notice(BEGINS.plusDays(89)),
                                                Approvals.NONE,
                                                BEGINS)))
                .returns("NOTICE_TOO_SHORT", Refusal::code)
                .returns(90, no -> no.operands().get("noticeDays"))
                .returns(BEGINS.plusDays(90), no -> no.operands().get("earliest"));
        assertThat(
                        refusal(
                                () ->
                                        agreement.terminate(
                                                1,
                                                Termination.byNotice(
                                                        BEGINS.plusDays(90), "Why", "X99", BEGINS),
                                                Approvals.NONE,
                                                BEGINS)))
                .returns("NO_PARTY", Refusal::code);

        agreement.terminate(1, notice(BEGINS.plusDays(90)), Approvals.NONE, BEGINS);

        assertThat(AnAgreement.stateOn(BEGINS.plusDays(89), agreement, decided(SIGNED)))
                .isEqualTo(VersionState.IN_FORCE);
        assertThat(AnAgreement.stateOn(BEGINS.plusDays(90), agreement, decided(SIGNED)))
                .isEqualTo(VersionState.TERMINATED);
    }

    @Test
    @Tag("G26")
    void withoutNoticeEveryFullPartyDecidesIt() {
        var agreement = AnAgreement.drafted(WITHOUT_NOTICE);
        AnAgreement.reviewed(agreement);
        agreement.submit(1, false, SUBMITTED, SOURCE);
        agreement.sign(1, COUNCIL, "Leader", SIGNED, SOURCE);
        agreement.sign(1, CCG, "Chair", SIGNED, SOURCE);
        agreement.settle(decided(SIGNED), BEGINS);
        var day = BEGINS.plusDays(10);
        var together = Termination.together(day, "The fund closes");
        var one = new Approvals(Map.of(), Map.of(1, List.of(by(COUNCIL, BEGINS))));
        var late =
                new Approvals(
                        Map.of(),
                        Map.of(1, List.of(by(COUNCIL, BEGINS), by(CCG, day.plusDays(1)))));
        var both = new Approvals(Map.of(), Map.of(1, List.of(by(COUNCIL, BEGINS), by(CCG, day))));

        assertThat(refusal(() -> agreement.terminate(1, notice(day), both, day)).code())
                .isEqualTo("NO_NOTICE_CLAUSE");
        assertThat(refusal(() -> agreement.terminate(1, together, one, day)))
                .returns("END_NOT_DECIDED", Refusal::code)
                .returns(List.of(CCG), no -> no.operands().get("parties"));
        assertThat(refusal(() -> agreement.terminate(1, together, late, day)).code())
                .isEqualTo("END_NOT_DECIDED");
        agreement.terminate(1, together, both, day);
        assertThat(AnAgreement.stateOn(day, agreement, decided(SIGNED)))
                .isEqualTo(VersionState.TERMINATED);
    }

    @Test
    @Tag("G26")
    void anEndDecidedTogetherIsKnownFromTheLastDecision() {
        var agreement = signed();
        agreement.settle(decided(SIGNED), BEGINS);
        var version = agreement.require(1);
        var last = BEGINS.plusDays(20);
        var end = Termination.together(BEGINS.plusDays(200), "The fund closes");
        var decided =
                new Approvals(
                        Map.of(),
                        Map.of(
                                1,
                                List.of(
                                        by(COUNCIL, BEGINS),
                                        by(CCG, BEGINS, BEGINS.plusDays(9)),
                                        by(CCG, last))));

        assertThat(refusal(() -> agreement.terminate(1, end, decided, last.minusDays(1))))
                .returns("END_NOT_DECIDED", Refusal::code)
                .returns(List.of(CCG), no -> no.operands().get("parties"));
        assertThat(agreement.terminate(1, end, decided, last.plusDays(30)).decidedOn())
                .isEqualTo(last);

        assertThat(version.endKnownOn(last.minusDays(1))).isEmpty();
        assertThat(version.endKnownOn(last)).map(Termination::on).contains(end.on());
        assertThat(agreement.changed(version, decided, last.minusDays(1)).endsOn())
                .isEqualTo(LAST_DAY);
        assertThat(agreement.changed(version, decided, last).endsOn())
                .isEqualTo(end.on().minusDays(1));
    }
}
