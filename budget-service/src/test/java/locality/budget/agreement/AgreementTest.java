package locality.budget.agreement;

import static locality.budget.agreement.RochdaleTerms.APRIL_2018;
import static locality.budget.agreement.RochdaleTerms.APRIL_2019;
import static locality.budget.agreement.RochdaleTerms.MANAGER;
import static locality.budget.agreement.RochdaleTerms.NOON;
import static locality.budget.agreement.RochdaleTerms.NOTHING_TOLD;
import static locality.budget.agreement.RochdaleTerms.ROCHDALE;
import static locality.budget.agreement.RochdaleTerms.SIGNED;
import static locality.budget.agreement.RochdaleTerms.anAgreement;
import static locality.budget.agreement.RochdaleTerms.any;
import static locality.budget.agreement.RochdaleTerms.assertRefused;
import static locality.budget.agreement.RochdaleTerms.set;
import static locality.budget.agreement.RochdaleTerms.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.money.Pence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Terms by date and version.
@Tag("B5")
class AgreementTest {

    @Test
    void hasOneBasisOnAnyDayAndKeepsWhatHeldBefore() {
        var agreement = anAgreement();
        set(agreement, Basis.SHADOW, APRIL_2018);

        var told = set(agreement, Basis.POOLED, APRIL_2019);

        assertThat(told.agreement()).isEqualTo("ROC-S75");
        assertThat(told.agreementVersion()).isEqualTo(1);
        assertThat(told.basis()).isEqualTo("POOLED");
        assertThat(told.effectiveOn()).isEqualTo(APRIL_2019);
        assertThat(agreement.basisOn(APRIL_2018.minusDays(1))).isEmpty();
        assertThat(agreement.basisOn(APRIL_2019.minusDays(1))).contains(Basis.SHADOW);
        assertThat(agreement.basisOn(APRIL_2019)).contains(Basis.POOLED);
    }

    @Test
    void answersHostAndManagerOfTheDay() {
        var agreement = anAgreement();
        set(agreement, Basis.SHADOW, APRIL_2018);
        var next =
                agreement.lastTerms().on(Basis.SHADOW, LocalDate.of(2018, 9, 14), 1, any(), NOON);
        var hosted =
                new AgreementTerms(
                        next.id(),
                        next.number(),
                        1,
                        next.startsOn(),
                        next.legalPowers(),
                        "01D",
                        null,
                        next.basis(),
                        null,
                        null,
                        any(),
                        NOON);

        agreement.set(hosted, NOTHING_TOLD, null);

        var before = agreement.termsOn(LocalDate.of(2018, 9, 13)).orElseThrow();
        assertThat(before.host()).isEqualTo("E08000005");
        assertThat(before.manager()).isEqualTo(MANAGER);
        var after = agreement.termsOn(LocalDate.of(2018, 9, 14)).orElseThrow();
        assertThat(after.host()).isEqualTo("01D");
        assertThat(after.manager()).isNull();
    }

    @Test
    void tellsByWhichReferenceGovernanceKnowsIt() {
        var agreement = anAgreement();
        assertThat(set(agreement, Basis.SHADOW, APRIL_2018).governanceReference()).isNull();

        agreement.nameGoverned("ROC-S75-2018", NOTHING_TOLD, APRIL_2018);

        assertThat(agreement.toldAgain())
                .returns("ROC-S75-2018", AgreementTermsSet::governanceReference)
                .returns(agreement.lastTerms().id(), AgreementTermsSet::termsId);
        assertThat(set(agreement, Basis.ALIGNED, APRIL_2019).governanceReference())
                .isEqualTo("ROC-S75-2018");
    }

    @Test
    void tellsItsSchemesWithTheTerms() {
        var agreement = anAgreement();
        var terms = terms(Basis.SHADOW, List.of("S75"), MANAGER);
        var whole =
                new AgreementTerms(
                        terms.id(),
                        1,
                        1,
                        APRIL_2018,
                        terms.legalPowers(),
                        terms.host(),
                        MANAGER,
                        Basis.SHADOW,
                        new VirementScheme(
                                List.of(
                                        new VirementScheme.Tier(
                                                Pence.of(10), Pence.of(25), "FUND_MANAGER"),
                                        new VirementScheme.Tier(null, null, "pooled-budget"))),
                        new CarryForwardScheme(
                                List.of(
                                        new CarryForwardScheme.Allowance(
                                                "DFG", 500, "pooled-budget"))),
                        any(),
                        NOON);

        var told = agreement.set(whole, SIGNED, null);

        assertThat(told.virementTiers())
                .containsExactly(
                        new AgreementTermsSet.VirementTier(
                                Pence.of(10), Pence.of(25), "FUND_MANAGER"),
                        new AgreementTermsSet.VirementTier(null, null, "pooled-budget"));
        assertThat(told.carriedForward())
                .containsExactly(new AgreementTermsSet.CarriedForward("DFG", 500, "pooled-budget"));
    }

    @Test
    void answersAsWasKnownAtAMoment() {
        var agreement = anAgreement();
        set(agreement, Basis.SHADOW, APRIL_2018);
        agreement.set(
                agreement.lastTerms().on(Basis.POOLED, APRIL_2019, 1, any(), NOON.plusSeconds(60)),
                SIGNED,
                null);

        assertThat(agreement.termsOn(APRIL_2019, NOON))
                .map(AgreementTerms::basis)
                .contains(Basis.SHADOW);
        assertThat(agreement.termsOn(APRIL_2019, NOON.plusSeconds(60)))
                .map(AgreementTerms::basis)
                .contains(Basis.POOLED);
    }

    @Test
    void changesItsBasisOnlyAtTheStartOfAPeriod() {
        var agreement = anAgreement();
        set(agreement, Basis.SHADOW, APRIL_2018);

        assertRefused(
                () -> set(agreement, Basis.POOLED, APRIL_2019.plusDays(9)),
                "NOT_A_PERIOD_BOUNDARY",
                Map.of("startsOn", APRIL_2019.plusDays(9)));
        assertThat(agreement.terms).hasSize(1);
    }

    @Test
    void setsTermsOnlyForwards() {
        var agreement = anAgreement();
        set(agreement, Basis.SHADOW, APRIL_2018);

        assertRefused(
                () -> set(agreement, Basis.ALIGNED, APRIL_2018),
                "TERMS_NOT_AFTER_THE_LAST",
                Map.of("startsOn", APRIL_2018, "lastStartsOn", APRIL_2018));
    }

    @Test
    void isOfTheVersionInForceUnlessItNamesAnother() {
        var agreement = anAgreement();
        var second =
                ROCHDALE.known(
                        ROCHDALE.version(1, "IN_FORCE", "2018-04-01", "2018-04-01"),
                        ROCHDALE.version(2, "RATIFIED", "2019-03-01", "2019-04-01"));

        assertThat(agreement.versionOf(null, APRIL_2019, NOTHING_TOLD)).isEqualTo(1);
        assertThat(agreement.versionOf(null, APRIL_2018, second)).isEqualTo(1);
        assertThat(agreement.versionOf(null, APRIL_2019, second)).isEqualTo(2);
        assertThat(agreement.versionOf(1, APRIL_2019, second)).isEqualTo(1);
    }

    @Test
    void isNamedByADecisionAsGovernanceDoes() {
        var agreement = anAgreement();
        agreement.governanceReference = "RCH-S75";

        assertThat(agreement.governedAs()).isEqualTo("RCH-S75");
        assertThat(agreement.names(2))
                .extracting(subject -> subject.id())
                .contains("ROC-S75", "RCH-S75", "RCH-S75/2");
    }
}
