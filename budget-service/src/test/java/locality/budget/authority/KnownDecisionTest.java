package locality.budget.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;

class KnownDecisionTest {

    private static final LocalDate MARCH = LocalDate.of(2015, 3, 25);
    private static final Subject PLAN = new Subject("fund-plan", "MCR-BCF-2015-16");

    @Test
    void coversItsSubjectUpToItsValueFromItsDay() {
        var decision = decision(known -> {});

        assertThat(decision.requireCovering(plan(100, MARCH)))
                .isEqualTo(Authority.decision(decision.id()));
    }

    @Test
    void doesNotCoverWhenItIsNotInEffectOrNotValid() {
        assertRefused(known -> known.state = "LOST", AuthorityRefusal.NotInEffect.class);
        assertRefused(
                known -> known.validityCodes = List.of("INQUORATE"),
                AuthorityRefusal.NotInEffect.class);
    }

    @Test
    void coversAgainWhatWasInvalidOnceItIsRatified() {
        var decision =
                decision(
                        known -> {
                            known.state = "RATIFIED";
                            known.validityCodes = List.of("LIMIT_EXCEEDED");
                        });

        assertThat(decision.requireCovering(plan(100, MARCH)))
                .isEqualTo(Authority.decision(decision.id()));
    }

    @Test
    void doesNotCoverWhenItOnlyRecommends() {
        assertRefused(
                known -> known.decisionType = "RECOMMEND", AuthorityRefusal.NotAnApproval.class);
    }

    @Test
    void doesNotCoverAnotherSubjectOrAnotherPlace() {
        assertRefused(
                known -> known.subjectId = "MCR-BCF-2014-15", AuthorityRefusal.OtherSubject.class);
        assertRefused(
                known -> known.locality = Locality.ROCHDALE, AuthorityRefusal.OtherSubject.class);
    }

    @Test
    void doesNotCoverWhatNeedsAnotherFunction() {
        assertRefused(
                known -> known.function = "commissioning", AuthorityRefusal.OtherFunction.class);
    }

    @Test
    void doesNotCoverMoreThanItsValueOrAnythingWithoutOne() {
        assertThatThrownBy(() -> decision(known -> {}).requireCovering(plan(101, MARCH)))
                .isInstanceOf(AuthorityRefusal.AmountNotCovered.class)
                .hasMessage("Decision MCR-HWBB-2015-03-25-1 covers 100, this needs 101");
        assertRefused(known -> known.valuePence = null, AuthorityRefusal.AmountNotCovered.class);
    }

    @Test
    void coversTheMoneyOfItsOwnersAloneAndOfEachOnlyItsShare() {
        var central = new MoneyOwner("00W", Pence.of(60));
        var north = new MoneyOwner("01M", null);
        var decision = decision(known -> known.owners = List.of(central, north));

        assertThat(decision.requireCovering(money(Map.of("00W", 60L, "01M", 40L))))
                .isEqualTo(Authority.decision(decision.id()));
        assertThatThrownBy(() -> decision.requireCovering(money(Map.of("00W", 61L))))
                .isInstanceOf(AuthorityRefusal.OwnerNotCovered.class)
                .hasMessage(
                        "Decision MCR-HWBB-2015-03-25-1 is about the money of 00W (60), 01M, this"
                                + " needs 61 of 00W");
        assertThatThrownBy(() -> decision.requireCovering(money(Map.of("01N", 1L))))
                .isInstanceOf(AuthorityRefusal.OwnerNotCovered.class);
    }

    @Test
    void coversNobodysMoneyWhenItNamesNoOwner() {
        var decision = decision(known -> {});

        assertThatThrownBy(() -> decision.requireCovering(money(Map.of("00W", 1L))))
                .isInstanceOf(AuthorityRefusal.OwnerNotCovered.class)
                .hasMessageContaining("is about the money of nobody");
    }

    @Test
    void coversAPoolUpToItsValueWhicheverOwnerHasIt() {
        var decision =
                decision(
                        known -> {
                            known.pooled = true;
                            known.owners = List.of(new MoneyOwner("00W", Pence.of(60)));
                        });

        assertThat(decision.requireCovering(money(Map.of("00W", 100L)).pooled(true)))
                .isEqualTo(Authority.decision(decision.id()));
    }

    @Test
    void coversAlignedMoneyByTheSharesOfItsOwnersAloneWhenItIsOnAPool() {
        var decision =
                decision(
                        known -> {
                            known.pooled = true;
                            known.owners =
                                    List.of(
                                            new MoneyOwner("00W", Pence.of(10)),
                                            new MoneyOwner("E08000003", null));
                        });

        assertThat(decision.requireCovering(money(Map.of("00W", 10L, "E08000003", 0L))))
                .isEqualTo(Authority.decision(decision.id()));
        for (var more : List.of(Map.of("00W", 11L), Map.of("E08000003", 1L))) {
            assertThatThrownBy(() -> decision.requireCovering(money(more)))
                    .isInstanceOf(AuthorityRefusal.OwnerNotCovered.class);
            assertThat(decision.requireCovering(money(more).pooled(true)))
                    .isEqualTo(Authority.decision(decision.id()));
        }
    }

    @Test
    void coversPooledMoneyByTheSharesOfItsOwnersWhenItIsOnAlignedMoney() {
        var decision =
                decision(known -> known.owners = List.of(new MoneyOwner("00W", Pence.of(10))));

        assertThatThrownBy(() -> decision.requireCovering(money(Map.of("00W", 11L)).pooled(true)))
                .isInstanceOf(AuthorityRefusal.OwnerNotCovered.class);
    }

    @Test
    void countsWhatEachOwnerHasUnderItAlready() {
        var decision =
                decision(known -> known.owners = List.of(new MoneyOwner("00W", Pence.of(60))));
        var more = money(Map.of("00W", 20L)).after(Pence.of(41), Map.of("00W", Pence.of(41)));

        assertThatThrownBy(() -> decision.requireCovering(more))
                .isInstanceOf(AuthorityRefusal.OwnerNotCovered.class)
                .hasMessageContaining("this needs 61 of 00W");
    }

    @Test
    void doesNotCoverADayBeforeItIsInEffect() {
        assertThatThrownBy(
                        () -> decision(known -> {}).requireCovering(plan(100, MARCH.minusDays(1))))
                .isInstanceOf(AuthorityRefusal.NotYetInEffect.class);
    }

    private static void assertRefused(
            Consumer<KnownDecision> change, Class<? extends AuthorityRefusal> as) {
        assertThatThrownBy(() -> decision(change).requireCovering(plan(100, MARCH)))
                .isInstanceOf(as);
    }

    private static Matter plan(long pence, LocalDate on) {
        return new Matter(Set.of(PLAN), Pence.of(pence), "pooled-budget", on, Locality.MANCHESTER);
    }

    private static Matter money(Map<String, Long> shares) {
        var owners =
                shares.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, share -> Pence.of(share.getValue())));
        return new Matter(
                Set.of(PLAN),
                Pence.sum(owners.values()),
                "pooled-budget",
                MARCH,
                Locality.MANCHESTER,
                owners);
    }

    private static KnownDecision decision(Consumer<KnownDecision> change) {
        var known = new KnownDecision();
        known.id = Ids.next();
        known.reference = "MCR-HWBB-2015-03-25-1";
        known.decisionType = "APPROVE";
        known.state = "IN_EFFECT";
        known.function = "pooled-budget";
        known.validityCodes = List.of();
        known.valuePence = Pence.of(100);
        known.subjectType = PLAN.type();
        known.subjectId = PLAN.id();
        known.locality = Locality.MANCHESTER;
        known.effectiveOn = MARCH;
        change.accept(known);
        return known;
    }
}
