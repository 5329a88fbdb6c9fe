package locality.budget.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Up to a quarter was to be paid by performance, until that was taken away in 2014 (S4 3.5.4).
@Tag("B14")
class PerformancePayRuleTest {

    private static final LocalDate JUNE_2013 = LocalDate.of(2013, 6, 26);
    private static final LocalDate MARCH_2014 = LocalDate.of(2014, 3, 31);

    @Test
    void paysTheDifferenceToWhatIsDueSoFar() {
        var rule = rule(2_500);

        var pay =
                rule.calculate(
                        MARCH_2014,
                        Pence.pounds(32_671_000),
                        new BigDecimal("3.5"),
                        new BigDecimal("1.4"),
                        Pence.pounds(1_000_000));

        assertThat(pay)
                .isEqualTo(
                        new PerformancePay(
                                Pence.pounds(8_167_750),
                                Pence.pounds(3_267_100),
                                Pence.pounds(1_000_000),
                                Pence.pounds(2_267_100)));
    }

    @Test
    void endsAndStaysWhatItWasBefore() {
        var rule = rule(2_500);

        rule.end(MARCH_2014, Provenance.illustrative());

        assertThat(rule.holdsOn(JUNE_2013.minusDays(1))).isFalse();
        assertThat(rule.holdsOn(JUNE_2013)).isTrue();
        assertThat(rule.holdsOn(MARCH_2014)).isTrue();
        assertThat(rule.holdsOn(MARCH_2014.plusDays(1))).isFalse();
        refuses(
                () -> calculate(rule, MARCH_2014.plusDays(1), 1, "1", 0),
                "RULE_NOT_IN_FORCE",
                Map.of(
                        "rule",
                        "MCR-P4P",
                        "on",
                        MARCH_2014.plusDays(1),
                        "startsOn",
                        JUNE_2013,
                        "endsOn",
                        MARCH_2014));
        refuses(
                () -> rule.end(MARCH_2014, Provenance.illustrative()),
                "RULE_ENDED",
                Map.of("rule", "MCR-P4P", "endsOn", MARCH_2014));
    }

    @Test
    void holdsBackAQuarterAtMost() {
        rule(2_500).record();

        refuses(
                () -> rule(2_501).record(),
                "PERFORMANCE_PAY_OUT_OF_RANGE",
                Map.of("basisPoints", 2_501, "mostBasisPoints", 2_500));
        refuses(
                () -> rule(0).record(),
                "PERFORMANCE_PAY_OUT_OF_RANGE",
                Map.of("basisPoints", 0, "mostBasisPoints", 2_500));
    }

    @Test
    void endsNoEarlierThanItStarts() {
        refuses(
                () -> rule(2_500).end(JUNE_2013.minusDays(1), Provenance.illustrative()),
                "ENDS_BEFORE_IT_STARTS",
                Map.of("rule", "MCR-P4P", "startsOn", JUNE_2013, "endsOn", JUNE_2013.minusDays(1)));
    }

    @Test
    void calculatesWithFiguresThatMeanSomething() {
        var rule = rule(2_500);

        refuses(
                () -> calculate(rule, JUNE_2013, -1, "1", 0),
                "AMOUNT_NEGATIVE",
                Map.of("basePence", Pence.of(-1), "paidPence", Pence.ZERO));
        refuses(
                () -> calculate(rule, JUNE_2013, 1, "1", -1),
                "AMOUNT_NEGATIVE",
                Map.of("basePence", Pence.of(1), "paidPence", Pence.of(-1)));
        refuses(
                () -> calculate(rule, JUNE_2013, 1, "0", 0),
                "NO_TARGET",
                Map.of("target", new BigDecimal("0")));
    }

    private static PerformancePay calculate(
            PerformancePayRule rule, LocalDate on, long base, String target, long paid) {
        return rule.calculate(
                on, Pence.of(base), new BigDecimal(target), BigDecimal.ONE, Pence.of(paid));
    }

    private static PerformancePayRule rule(int basisPoints) {
        var rule = new PerformancePayRule();
        rule.id = Ids.next();
        rule.reference = "MCR-P4P";
        rule.locality = Locality.MANCHESTER;
        rule.name = "Payment for performance";
        rule.basisPoints = basisPoints;
        rule.startsOn = JUNE_2013;
        rule.provenance = Provenance.illustrative();
        return rule;
    }

    private static void refuses(Runnable asked, String code, Map<String, ?> operands) {
        assertThatThrownBy(asked::run)
                .asInstanceOf(type(Refusal.class))
                .satisfies(
                        refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(refused.operands()).isEqualTo(operands);
                        });
    }
}
