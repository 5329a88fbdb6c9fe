package locality.budget.virement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import locality.budget.line.ALine;
import locality.budget.line.BudgetLine;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;

/// Whatever is moved, asked for and dropped in whatever order, a fund's lines keep these laws after
/// every step.
@Tag("B14")
class MovesLawsTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);

    private enum Kind {
        MAKE,
        REQUEST_AND_MAKE,
        REQUEST_AND_DROP,
        COMMIT
    }

    private record Step(Kind kind, int from, int to, Pence amount) {}

    @Property
    void theFundStaysWhatItWasAndNoLinePromisesMoreThanItHas(@ForAll("steps") List<Step> steps) {
        var lines =
                IntStream.range(0, 4).mapToObj(i -> ALine.called("L" + i, 10_000).build()).toList();
        for (var step : steps) {
            var before = figures(lines);
            boolean hasRoom = !step.amount.exceeds(lines.get(step.from).available());
            boolean keepsAll = !hasRoom || step.kind == Kind.REQUEST_AND_DROP;
            try {
                take(lines, step);
                assertThat(hasRoom).isTrue();
            } catch (Refusal refused) {
                assertThat(hasRoom).as(refused.getMessage()).isFalse();
            }

            assertThat(figures(lines).equals(before)).isEqualTo(keepsAll);
            assertThat(Pence.sum(lines.stream().map(BudgetLine::current).toList()))
                    .isEqualTo(Pence.of(40_000));
            assertThat(lines).allSatisfy(l -> assertThat(l.planned()).isEqualTo(Pence.of(10_000)));
            assertThat(lines)
                    .allSatisfy(l -> assertThat(l.available()).isBetween(Pence.ZERO, l.current()));
        }
    }

    private static List<List<Pence>> figures(List<BudgetLine> lines) {
        return lines.stream().map(line -> List.of(line.current(), line.available())).toList();
    }

    private static void take(List<BudgetLine> lines, Step step) {
        var from = lines.get(step.from);
        var to = lines.get((step.from + step.to) % lines.size());
        if (step.kind == Kind.COMMIT) {
            from.commit(step.amount);
            return;
        }
        var moves =
                Moves.of(
                        List.of(
                                new Move(from.id(), "from", step.amount.negated()),
                                new Move(to.id(), "to", step.amount)),
                        List.of(from, to),
                        MAY);
        moves.requireRoom();
        switch (step.kind) {
            case REQUEST_AND_MAKE -> {
                moves.request();
                moves.makeRequested();
            }
            case REQUEST_AND_DROP -> {
                moves.request();
                moves.drop();
            }
            case MAKE, COMMIT -> moves.make();
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.longs().between(1, 6_000).map(Pence::of))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
