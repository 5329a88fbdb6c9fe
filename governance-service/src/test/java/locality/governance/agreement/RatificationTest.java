package locality.governance.agreement;

import static java.util.Objects.requireNonNull;
import static locality.governance.agreement.AnAgreement.CCG;
import static locality.governance.agreement.AnAgreement.COUNCIL;
import static locality.governance.agreement.AnAgreement.PARTIES;
import static locality.governance.agreement.AnAgreement.SIGNED;
import static locality.governance.agreement.AnAgreement.SOURCE;
import static locality.governance.agreement.AnAgreement.SUBMITTED;
import static locality.governance.agreement.AnAgreement.TRUST;
import static locality.governance.agreement.AnAgreement.by;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When everybody whose agreement a version takes has given it.
@Tag("G29")
class RatificationTest {

    private static final AgreementTerms TERMS =
            new AgreementTerms(RatifiedBy.DECISION_AND_SIGNATURE, false, false, false, null);
    private static final AgreementTerms OF_ALL =
            new AgreementTerms(RatifiedBy.DECISION_AND_SIGNATURE, true, false, false, null);

    @Test
    @Tag("G29")
    void itIsRatifiedOnTheDayTheLastOfAllIsGiven() {
        var signed = List.of(sign(COUNCIL, SIGNED), sign(CCG, SIGNED.minusDays(10)));
        var decided = List.of(by(COUNCIL, SIGNED.minusDays(1)), by(CCG, SIGNED.plusDays(2)));

        assertThat(completed(TERMS, signed, decided)).isEqualTo(SIGNED.plusDays(2).toString());
    }

    @Test
    @Tag("G28")
    void anAssociateRatifiesOnlyWhereTheAgreementSaysSo() {
        var signed = List.of(sign(COUNCIL, SIGNED), sign(CCG, SIGNED));
        var decided = List.of(by(COUNCIL, SIGNED), by(CCG, SIGNED));

        assertThat(completed(TERMS, signed, decided)).isEqualTo(SIGNED.toString());
        assertThat(completed(OF_ALL, signed, decided)).isEqualTo("never");
        assertThat(
                        completed(
                                OF_ALL,
                                with(signed, sign(TRUST, SIGNED.plusDays(5))),
                                with(decided, by(TRUST, SIGNED))))
                .isEqualTo(SIGNED.plusDays(5).toString());
    }

    @Test
    @Tag("G29")
    void aDecisionThatWasRescindedBeforeTheLastSignatureCountsNoLonger() {
        var signed = List.of(sign(COUNCIL, SIGNED), sign(CCG, SIGNED));
        var rescinded = by(CCG, SUBMITTED, SIGNED);

        assertThat(completed(TERMS, signed, List.of(by(COUNCIL, SUBMITTED), rescinded)))
                .isEqualTo("never");
        assertThat(
                        completed(
                                TERMS,
                                signed,
                                List.of(
                                        by(COUNCIL, SUBMITTED),
                                        rescinded,
                                        by(CCG, SIGNED.plusDays(7)))))
                .isEqualTo(SIGNED.plusDays(7).toString());
        assertThat(
                        completed(
                                TERMS,
                                signed,
                                List.of(
                                        by(COUNCIL, SUBMITTED),
                                        by(CCG, SUBMITTED, SIGNED.plusDays(1)))))
                .as("rescinded the day after")
                .isEqualTo(SIGNED.toString());
    }

    @Test
    @Tag("G28")
    void oneDecisionOfAJointBodyCountsForEachOwnerItNames() {
        var signed = List.of(sign(COUNCIL, SIGNED), sign(CCG, SIGNED));
        var joint = by(COUNCIL, SIGNED);
        var forTheOther = new PartyDecision(CCG, joint.decision());

        assertThat(completed(TERMS, signed, List.of(joint))).isEqualTo("never");
        assertThat(completed(TERMS, signed, List.of(joint, forTheOther)))
                .isEqualTo(SIGNED.toString());
    }

    @Test
    @Tag("G31")
    void whereSignatoriesAreNamedAllOfThemSign() {
        var parties =
                List.of(
                        new Party(COUNCIL, Capacity.FULL, List.of("Leader", "Chief Executive")),
                        new Party(CCG, Capacity.FULL, List.of("Chair")));
        var terms = new AgreementTerms(RatifiedBy.SIGNATURE, false, false, false, null);
        var signed = List.of(sign(COUNCIL, "Leader", SIGNED), sign(CCG, "Chair", SIGNED));
        var all = with(signed, sign(COUNCIL, "Chief Executive", SIGNED.plusDays(1)));

        var some = new Ratification(terms, parties, signed, List.of());
        assertThat(some.completedOn(SUBMITTED)).isEmpty();
        assertThat(some.unsigned(parties.getFirst(), SIGNED)).containsExactly("Chief Executive");
        assertThat(new Ratification(terms, parties, all, List.of()).completedOn(SUBMITTED))
                .contains(SIGNED.plusDays(1));
    }

    @Property
    void theOrderInWhichSignaturesAndDecisionsCameDoesNotMatter(
            @ForAll("given") Given given, @ForAll Random random) {
        var signed = new ArrayList<>(given.signed);
        var decided = new ArrayList<>(given.decided);
        Collections.shuffle(signed, random);
        Collections.shuffle(decided, random);

        assertThat(completed(OF_ALL, signed, decided))
                .isEqualTo(completed(OF_ALL, given.signed, given.decided));
    }

    /// It is the last of the days on which each party first had given both, where nothing is
    /// rescinded.
    @Property
    void itIsTheLastOfTheFirstDays(@ForAll("given") Given given) {
        var first =
                PARTIES.stream()
                        .map(Party::organisation)
                        .flatMap(one -> Stream.of(given.firstSigned(one), given.firstDecided(one)))
                        .toList();
        var last = first.stream().max(LocalDate::compareTo).orElseThrow();

        assertThat(completed(OF_ALL, given.signed, given.decided))
                .isEqualTo(
                        last.equals(LocalDate.MAX)
                                ? "never"
                                : (last.isBefore(SUBMITTED) ? SUBMITTED : last).toString());
    }

    record Given(List<SignOff> signed, List<PartyDecision> decided) {

        LocalDate firstSigned(String organisation) {
            return earliest(
                    signed.stream()
                            .filter(one -> one.organisation().equals(organisation))
                            .map(SignOff::signedOn));
        }

        LocalDate firstDecided(String organisation) {
            return earliest(
                    decided.stream()
                            .filter(one -> one.organisation().equals(organisation))
                            .map(one -> requireNonNull(one.decision().from())));
        }
    }

    @Provide
    Arbitrary<Given> given() {
        var organisations = Arbitraries.of(COUNCIL, CCG, TRUST);
        var days = Arbitraries.integers().between(-20, 60).map(SUBMITTED::plusDays);
        var signed = Combinators.combine(organisations, days).as(RatificationTest::sign);
        var decided = Combinators.combine(organisations, days).as(AnAgreement::by);
        return Combinators.combine(signed.list().ofMaxSize(8), decided.list().ofMaxSize(8))
                .as(Given::new);
    }

    private static LocalDate earliest(Stream<LocalDate> days) {
        return days.min(LocalDate::compareTo).orElse(LocalDate.MAX);
    }

    private static String completed(
            AgreementTerms terms, List<SignOff> signed, List<PartyDecision> decided) {
        return new Ratification(terms, PARTIES, signed, decided)
                .completedOn(SUBMITTED)
                .map(LocalDate::toString)
                .orElse("never");
    }

    private static SignOff sign(String organisation, LocalDate on) {
        return sign(organisation, "Chair", on);
    }

    private static SignOff sign(String organisation, String post, LocalDate on) {
        return new SignOff(organisation, post, on, SOURCE);
    }

    private static <T> List<T> with(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
