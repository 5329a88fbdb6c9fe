package locality.budget.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is asked of a line, in whatever order, it keeps these laws after every step.
class BudgetLineLawsTest {

    private enum Kind {
        REQUEST,
        APPROVE,
        DROP,
        COMMIT,
        DISCHARGE,
        RELEASE,
        SPEND,
        TAKE_BACK
    }

    private record Step(Kind kind, Pence amount) {}

    @Property
    void availableIsNeverNegativeNorMoreThanThereIsAndARefusalChangesNothing(
            @ForAll("steps") List<Step> steps) {
        var line = BudgetLineTest.aLine(100_000);
        for (var step : steps) {
            var before = figures(line);
            try {
                take(line, step);
            } catch (Refusal refused) {
                assertThat(figures(line)).isEqualTo(before);
            }

            assertThat(line.available()).isBetween(Pence.ZERO, line.currentPence);
            assertThat(line.requestedPence.isNegative()).isFalse();
            assertThat(line.committedPence.isNegative()).isFalse();
            assertThat(
                            line.available()
                                    .plus(line.requestedPence)
                                    .plus(line.committedPence)
                                    .plus(line.spentPence))
                    .isEqualTo(line.currentPence);
        }
    }

    /// What a commitment never exceeds, it is not asked for: the part of the line it holds.
    private static void take(BudgetLine line, Step step) {
        switch (step.kind()) {
            case REQUEST -> line.request(step.amount());
            case APPROVE -> line.commitRequested(least(step.amount(), line.requestedPence));
            case DROP -> line.dropRequested(least(step.amount(), line.requestedPence));
            case COMMIT -> line.commit(step.amount());
            case DISCHARGE ->
                    line.discharge(least(step.amount(), line.committedPence), BudgetLineTest.JUNE);
            case RELEASE -> line.release(least(step.amount(), line.committedPence));
            case SPEND -> line.spend(step.amount());
            case TAKE_BACK -> line.spend(step.amount().negated());
        }
    }

    private static Pence least(Pence one, Pence other) {
        return one.exceeds(other) ? other : one;
    }

    private static List<Pence> figures(BudgetLine line) {
        return List.of(line.requestedPence, line.committedPence, line.spentPence);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.longs().between(0, 60_000).map(Pence::of))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
