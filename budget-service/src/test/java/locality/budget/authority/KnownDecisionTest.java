package locality.budget.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import locality.platform.event.GovernanceEvent.Subject;
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
