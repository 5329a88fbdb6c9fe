package locality.budget.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.budget.partnership.GovernedAgreement;
import locality.budget.partnership.Tellings;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B5")
class AgreementTest {

    private static final LocalDate APRIL_2018 = LocalDate.of(2018, 4, 1);
    private static final LocalDate APRIL_2019 = LocalDate.of(2019, 4, 1);
    private static final Instant NOON = Instant.parse("2019-03-01T12:00:00Z");
    private static final FundManager MANAGER =
            new FundManager("Chief finance officer", "01D", null);
    private static final Tellings ROCHDALE = Tellings.of("ROC-S75", Locality.ROCHDALE);
    private static final GovernedAgreement SIGNED =
            ROCHDALE.known(ROCHDALE.inForce(1, "2018-04-01"));
    private static final GovernedAgreement NOTHING_TOLD = ROCHDALE.known();

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
    void leavesAPoolOnlyUnderAVersionThatIsSigned() {
        var agreement = anAgreement();
        set(agreement, Basis.POOLED, APRIL_2018);
        var leaves = agreement.lastTerms().on(Basis.ALIGNED, APRIL_2019, 2, any(), NOON);
        var drafted =
                ROCHDALE.known(
                        ROCHDALE.version(1, "IN_FORCE", "2018-04-01", "2018-04-01"),
                        ROCHDALE.version(2, "DRAFT", "2019-01-01", "2019-04-01"));
        var signed =
                ROCHDALE.known(
                        ROCHDALE.version(1, "IN_FORCE", "2018-04-01", "2018-04-01"),
                        ROCHDALE.version(2, "RATIFIED", "2019-03-01", "2019-04-01"));

        assertRefused(
                () -> agreement.set(leaves, drafted, null),
                "VERSION_NOT_SIGNED",
                Map.of("agreement", "ROC-S75", "agreementVersion", 2));
        agreement.set(leaves, signed, null);

        assertThat(agreement.basisOn(APRIL_2019)).contains(Basis.ALIGNED);
    }

    @Test
    void hasAPoolManagedByDecisionWhereADecisionAppointedTheManager() {
        var agreement = anAgreement();
        var appointing = Ids.next();
        agreement.set(
                terms(
                        Basis.POOLED,
                        List.of("S75"),
                        new FundManager("Chief finance officer", "01D", appointing)),
                SIGNED,
                null);
        var former = agreement.lastTerms();
        var next =
                new AgreementTerms(
                        Ids.next(),
                        2,
                        1,
                        APRIL_2019,
                        former.legalPowers(),
                        former.host(),
                        MANAGER,
                        Basis.POOLED,
                        null,
                        null,
                        any(),
                        NOON);

        assertRefused(
                () -> agreement.set(next, SIGNED, null),
                "MANAGER_NOT_APPOINTED",
                Map.of(
                        "agreement",
                        "ROC-S75",
                        "startsOn",
                        APRIL_2019,
                        "formerDecisionId",
                        appointing));
        assertThat(agreement.terms).hasSize(1);
    }

    @Test
    void leavesNoPoolForDaysOnWhichItsMoneyMoved() {
        var agreement = anAgreement();
        set(agreement, Basis.POOLED, APRIL_2018);
        var moved = LocalDate.of(2019, 4, 2);
        var leaves = agreement.lastTerms().on(Basis.ALIGNED, APRIL_2019, 1, any(), NOON);

        assertRefused(
                () -> agreement.set(leaves, SIGNED, moved),
                "MONEY_MOVED_SINCE",
                Map.of(
                        "agreement",
                        "ROC-S75",
                        "basis",
                        Basis.ALIGNED,
                        "startsOn",
                        APRIL_2019,
                        "lastMovedOn",
                        moved));
        agreement.set(
                agreement.lastTerms().on(Basis.POOLED, APRIL_2019, 1, any(), NOON), SIGNED, moved);

        assertThat(agreement.basisOn(APRIL_2019)).contains(Basis.POOLED);
    }

    @Test
    void poolsOnlyUnderSection75WithAManagerOfTheFund() {
        assertRefused(
                () -> anAgreement().set(terms(Basis.POOLED, List.of("S256"), null), SIGNED, null),
                "MAY_NOT_POOL",
                Map.of("lacks", List.of("legalPowers S75", "fundManager")));
        assertRefused(
                () -> anAgreement().set(terms(Basis.POOLED, List.of("S75"), null), SIGNED, null),
                "MAY_NOT_POOL",
                Map.of("agreement", "ROC-S75", "lacks", List.of("fundManager")));
        for (var each : List.of(Basis.ALIGNED, Basis.SHADOW, Basis.IN_VIEW)) {
            var agreement = anAgreement();
            agreement.set(terms(each, List.of("S256"), null), NOTHING_TOLD, null);
            assertThat(agreement.poolsOn(APRIL_2018)).as("%s", each).isFalse();
        }
    }

    @Test
    void poolsOnlyUnderAVersionThatIsSigned() {
        assertRefused(
                () ->
                        anAgreement()
                                .set(
                                        terms(Basis.POOLED, List.of("S75"), MANAGER),
                                        NOTHING_TOLD,
                                        null),
                "VERSION_NOT_SIGNED",
                Map.of("agreement", "ROC-S75", "agreementVersion", 1, "lastTold", "nothing"));
        var later = ROCHDALE.known(ROCHDALE.inForce(1, "2018-05-01"));
        assertRefused(
                () -> anAgreement().set(terms(Basis.POOLED, List.of("S75"), MANAGER), later, null),
                "VERSION_DOES_NOT_HOLD",
                Map.of("beginsOn", LocalDate.of(2018, 5, 1), "day", APRIL_2018));
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

    @Test
    @Tag("B14")
    void takesATierForTheManagerOnlyWithAManager() {
        var scheme =
                new VirementScheme(
                        List.of(
                                new VirementScheme.Tier(Pence.of(1), null, "FUND_MANAGER"),
                                new VirementScheme.Tier(null, null, "pooled-budget")));
        var terms = terms(Basis.SHADOW, List.of("S75"), null);
        var withTiers =
                new AgreementTerms(
                        terms.id(),
                        1,
                        1,
                        APRIL_2018,
                        terms.legalPowers(),
                        terms.host(),
                        null,
                        Basis.SHADOW,
                        scheme,
                        null,
                        any(),
                        NOON);

        assertRefused(
                () -> anAgreement().set(withTiers, NOTHING_TOLD, null),
                "NO_FUND_MANAGER",
                Map.of("startsOn", APRIL_2018));
    }

    private static AgreementTermsSet set(Agreement agreement, Basis basis, LocalDate startsOn) {
        return agreement.terms.isEmpty()
                ? agreement.set(terms(basis, List.of("S75"), MANAGER), SIGNED, null)
                : agreement.set(
                        agreement.lastTerms().on(basis, startsOn, 1, any(), NOON), SIGNED, null);
    }

    private static AgreementTerms terms(
            Basis basis, List<String> powers, @Nullable FundManager manager) {
        return new AgreementTerms(
                Ids.next(),
                1,
                1,
                APRIL_2018,
                powers,
                "E08000005",
                manager,
                basis,
                null,
                null,
                any(),
                NOON);
    }

    private static Provenance any() {
        return Provenance.illustrative();
    }

    private static Agreement anAgreement() {
        var agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.reference = "ROC-S75";
        agreement.name = "Section 75 agreement";
        agreement.locality = Locality.ROCHDALE;
        agreement.provenance = any();
        return agreement;
    }

    private static void assertRefused(Runnable asked, String code, Map<String, Object> operands) {
        assertThatThrownBy(asked::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.operands()).containsAllEntriesOf(operands);
                        });
    }
}
