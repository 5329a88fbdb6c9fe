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
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When terms may pool money, and when they may end a pool.
@Tag("B5")
class PoolTermsTest {

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
}
