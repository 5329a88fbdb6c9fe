package locality.governance.agreement;

import static locality.governance.agreement.AnAgreement.CCG;
import static locality.governance.agreement.AnAgreement.COUNCIL;
import static locality.governance.agreement.AnAgreement.PARTIES;
import static locality.governance.agreement.AnAgreement.SOURCE;
import static locality.governance.agreement.AnAgreement.statesOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;

/// Laws of versions, whatever their dates and whenever they are signed.
@Tag("G28")
class AgreementLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int LONGEST = 900;
    private static final AgreementTerms BY_SIGNATURE =
            new AgreementTerms(RatifiedBy.SIGNATURE, false, false, false, null);

    /// @param drafted days after the version before
    /// @param begins days after it was drafted, or before
    /// @param lasts days, none for no end
    /// @param signed days after it was drafted; none when only one party signs
    /// @param recorded days from the last signature to its record
    private record Dates(int drafted, int begins, int lasts, int signed, int recorded) {}

    @Property
    void atMostOneVersionIsInForceOnAnyDay(
            @ForAll("dates") @Size(max = 5) List<Dates> dates,
            @ForAll @IntRange(max = LONGEST) int day) {
        assertThat(statesOn(FIRST.plusDays(day), agreement(dates), Approvals.NONE))
                .filteredOn(VersionState.IN_FORCE::equals)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property
    void whatIsOverStaysOver(
            @ForAll("dates") @Size(max = 5) List<Dates> dates,
            @ForAll @IntRange(max = LONGEST) int day,
            @ForAll @IntRange(max = LONGEST) int more) {
        var agreement = agreement(dates);
        var then = statesOn(FIRST.plusDays(day), agreement, Approvals.NONE);
        var later = statesOn(FIRST.plusDays(day + more), agreement, Approvals.NONE);

        for (int i = 0; i < then.size(); i++) {
            if (then.get(i).isOver()) {
                assertThat(later.get(i)).isEqualTo(then.get(i));
            }
        }
    }

    @Property
    void everyLifeKeepsToTheStatesThatFollowEachOther(
            @ForAll("dates") @Size(max = 5) List<Dates> dates,
            @ForAll @IntRange(max = LONGEST) int day) {
        var agreement = agreement(dates);
        var life = AgreementLife.upTo(FIRST.plusDays(day), agreement, Approvals.NONE);

        for (var version : agreement.versions) {
            var steps = life.of(version);
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i - 1).state().next()).contains(steps.get(i).state());
                assertThat(steps.get(i).effectiveOn())
                        .isAfterOrEqualTo(steps.get(i - 1).effectiveOn());
            }
        }
    }

    @Property
    void theOrderInWhichPartiesSignDoesNotMatter(
            @ForAll @IntRange(max = 90) int councilSigns,
            @ForAll @IntRange(max = 90) int ccgSigns,
            @ForAll @IntRange(max = 90) int decided,
            @ForAll @IntRange(max = 200) int day) {
        var approvals = AnAgreement.decided(AnAgreement.SUBMITTED.plusDays(decided));
        var one = AnAgreement.forRatification();
        one.sign(1, COUNCIL, "Leader", AnAgreement.SUBMITTED.plusDays(councilSigns), SOURCE);
        one.settle(approvals, AnAgreement.SUBMITTED.plusDays(day));
        one.sign(1, CCG, "Chair", AnAgreement.SUBMITTED.plusDays(ccgSigns), SOURCE);
        var other = AnAgreement.forRatification();
        other.sign(1, CCG, "Chair", AnAgreement.SUBMITTED.plusDays(ccgSigns), SOURCE);
        other.sign(1, COUNCIL, "Leader", AnAgreement.SUBMITTED.plusDays(councilSigns), SOURCE);

        var on = AnAgreement.SUBMITTED.plusDays(day);

        assertThat(statesOn(on, one, approvals)).isEqualTo(statesOn(on, other, approvals));
    }

    /// What a next version may say otherwise.
    private enum Change {
        LABEL,
        SUMMARY,
        FIRST_DAY,
        LAST_DAY,
        PARTY
    }

    @Property
    void anyChangeVoidsEverySignatureAndKeepsIt(
            @ForAll Change change,
            @ForAll boolean councilSigns,
            @ForAll boolean ccgSigns,
            @ForAll @IntRange(max = LONGEST) int later) {
        var agreement = AnAgreement.forRatification();
        if (councilSigns) {
            agreement.sign(1, COUNCIL, "Leader", AnAgreement.SIGNED, SOURCE);
        }
        if (ccgSigns) {
            agreement.sign(1, CCG, "Chair", AnAgreement.SIGNED, SOURCE);
        }
        var signed = List.copyOf(agreement.require(1).signOffs);

        agreement.draft(
                changed(AnAgreement.text(), change),
                change == Change.PARTY ? PARTIES.subList(0, 2) : PARTIES,
                AnAgreement.SIGNED,
                SOURCE);
        agreement.sendForReview(2, null, AnAgreement.SIGNED, SOURCE);
        agreement.require(2).review(COUNCIL, true, null, AnAgreement.SIGNED, SOURCE);
        agreement.require(2).review(CCG, true, null, AnAgreement.SIGNED, SOURCE);
        agreement.submit(2, false, AnAgreement.SIGNED, SOURCE);

        var decided = AnAgreement.decided(AnAgreement.SIGNED).toEnter(1);
        var approvals = new Approvals(Map.of(1, decided, 2, decided), Map.of());
        var day = AnAgreement.SIGNED.plusDays(later);
        assertThat(agreement.require(1).signOffs).isEqualTo(signed);
        assertThat(statesOn(day, agreement, approvals))
                .containsExactly(VersionState.SUPERSEDED, VersionState.FOR_RATIFICATION);
        assertThat(agreement.outstanding(agreement.require(2), approvals, day))
                .extracting(Outstanding::organisation, Outstanding::lacks)
                .containsExactly(
                        tuple(COUNCIL, Set.of(Lack.SIGNATURE)), tuple(CCG, Set.of(Lack.SIGNATURE)));
    }

    private static VersionText changed(VersionText of, Change change) {
        return new VersionText(
                change == Change.LABEL ? of.label() + "a" : of.label(),
                change == Change.SUMMARY ? of.summary() + ", and more" : of.summary(),
                change == Change.FIRST_DAY ? null : of.effectiveOn(),
                change == Change.LAST_DAY ? null : of.expiresOn(),
                null,
                null);
    }

    @Provide
    Arbitrary<List<Dates>> dates() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(-100, 200),
                        Arbitraries.integers().between(-50, 300),
                        Arbitraries.integers().between(-10, 60),
                        Arbitraries.integers().between(0, 200))
                .as(Dates::new)
                .list()
                .ofMinSize(1);
    }

    private static Agreement agreement(List<Dates> dates) {
        var agreement = AnAgreement.blank(BY_SIGNATURE);
        var on = FIRST;
        for (var each : dates) {
            on = on.plusDays(each.drafted);
            if (!agreement.versions.isEmpty()) {
                var last = agreement.versions.getLast();
                agreement.settle(Approvals.NONE, on);
                var known = last.steps.getLast().effectiveOn();
                on = known.isAfter(on) ? known : on;
            }
            drafted(agreement, each, on);
        }
        return agreement;
    }

    private static void drafted(Agreement agreement, Dates dates, LocalDate on) {
        int number = agreement.versions.size() + 1;
        var begins = on.plusDays(dates.begins);
        var ends = dates.lasts < 0 ? null : begins.plusDays(dates.lasts);
        agreement.draft(
                new VersionText("v" + number, "Next", begins, ends, null, null),
                PARTIES,
                on,
                SOURCE);
        agreement.sendForReview(number, null, on, SOURCE);
        agreement.submit(number, false, on, SOURCE);
        agreement.sign(number, COUNCIL, "Leader", on, SOURCE);
        if (dates.signed >= 0) {
            var signed = on.plusDays(dates.signed);
            agreement.settle(Approvals.NONE, signed.plusDays(dates.recorded));
            agreement.sign(number, CCG, "Chair", signed, SOURCE);
        }
    }
}
