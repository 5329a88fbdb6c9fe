package locality.governance.register;

import static java.util.Objects.requireNonNull;
import static locality.governance.register.AnEntry.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import locality.governance.body.BodyOnDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class RegisterLawsTest {

    private static final LocalDate FIRST = LocalDate.parse("2017-01-01");

    /// Whoever is asked accepts or returns as they like; nobody scores or reviews meanwhile.
    @Property
    @Tag("G43")
    void escalationTerminates(
            @ForAll @IntRange(min = 1, max = 5) int likelihood,
            @ForAll @IntRange(min = 1, max = 5) int impact,
            @ForAll List<@IntRange(min = 1, max = 25) Integer> thresholds,
            @ForAll("answers") List<Boolean> answers) {
        var entry = AnEntry.risk().residual(likelihood, impact).reviewOn("2016-11-01").open();
        int level = 0;
        int handedUp = 0;
        var day = FIRST;
        for (boolean accepts : answers) {
            day = day.plusDays(1);
            var rule = rule(level < thresholds.size() ? thresholds.get(level) : 25, 30);
            if (level >= thresholds.size() || entry.escalatesBy(rule, day).isEmpty()) {
                continue;
            }
            entry.escalate(AnEntry.body("LEVEL-" + (level + 1)), "By rule", at(day));
            handedUp++;
            if (accepts) {
                entry.accept(null, null, at(day));
                level++;
            } else {
                entry.sendBack("Yours", at(day));
            }
        }

        assertThat(handedUp).isLessThanOrEqualTo(thresholds.size() + 1);
        assertThat(entry.last().state).isEqualTo(EntryState.OPEN);
    }

    @Provide
    Arbitrary<List<Boolean>> answers() {
        return Arbitraries.of(true, false).list().ofSize(60);
    }

    /// Whoever is above whom, also in a circle, and also above itself; day after day each body
    /// answers as it likes.
    @Property
    @Tag("G43")
    void escalationTerminatesInEveryHierarchy(
            @ForAll("hierarchies") List<Set<Integer>> above,
            @ForAll @IntRange(min = 1, max = 5) int likelihood,
            @ForAll @IntRange(min = 1, max = 5) int impact,
            @ForAll("answers") List<Boolean> answers) {
        var bodies = bodies(above.size());
        Function<UUID, List<BodyOnDate>> parentsOf = parents(bodies, above);
        var entry =
                AnEntry.risk()
                        .residual(likelihood, impact)
                        .reviewOn("2016-11-01")
                        .heldBy(bodies.getFirst())
                        .open();
        int handedUp = 0;
        var day = FIRST;
        for (boolean accepts : answers) {
            day = day.plusDays(1);
            var parent = WayUp.next(requireNonNull(entry.last().bodyId), parentsOf);
            if (parent.isEmpty() || entry.escalatesBy(rule(15, 30), day).isEmpty()) {
                continue;
            }
            entry.escalate(parent.get(), "By rule", at(day));
            handedUp++;
            if (accepts) {
                entry.accept(null, null, at(day));
            } else {
                entry.sendBack("Yours", at(day));
            }
        }

        assertThat(handedUp).isLessThanOrEqualTo(1);
        assertThat(entry.last().state).isEqualTo(EntryState.OPEN);
    }

    /// The way up that is shown ends, and passes nobody twice.
    @Property
    @Tag("G43")
    void theWayUpEndsInEveryHierarchy(@ForAll("hierarchies") List<Set<Integer>> above) {
        var bodies = bodies(above.size());
        var first = bodies.getFirst();

        var way = WayUp.from(first.id(), parents(bodies, above));

        assertThat(way).doesNotHaveDuplicates().doesNotContain(first.reference());
        assertThat(way.isEmpty())
                .isEqualTo(above.getFirst().isEmpty() || above.getFirst().contains(0));
    }

    /// Of each body by its number, the numbers of those right above it.
    @Provide
    Arbitrary<List<Set<Integer>>> hierarchies() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(
                        size ->
                                Arbitraries.integers()
                                        .between(0, size - 1)
                                        .set()
                                        .ofMaxSize(Math.min(size, 3))
                                        .list()
                                        .ofSize(size));
    }

    private static List<BodyOnDate> bodies(int size) {
        return IntStream.range(0, size).mapToObj(number -> AnEntry.body("BODY-" + number)).toList();
    }

    /// In the order of their references.
    private static Function<UUID, List<BodyOnDate>> parents(
            List<BodyOnDate> bodies, List<Set<Integer>> above) {
        var of = new HashMap<UUID, List<BodyOnDate>>();
        for (int i = 0; i < bodies.size(); i++) {
            of.put(bodies.get(i).id(), above.get(i).stream().sorted().map(bodies::get).toList());
        }
        return of::get;
    }

    @Property
    @Tag("G42")
    void aHeatMapCountsEveryLiveEntryOnce(@ForAll("scores") List<Score> scores) {
        var entries = new ArrayList<HeatMap.Scored>();
        for (var score : scores) {
            var step = AnEntry.risk().open().last();
            step.scored(ScoreKind.INHERENT, score);
            entries.add(new HeatMap.Scored("R" + entries.size(), step));
        }
        entries.add(
                new HeatMap.Scored("CLOSED", AnEntry.in(EntryState.CLOSED, EntryKind.RISK).last()));

        var map = HeatMap.of(ScoreKind.INHERENT, FIRST, entries);

        assertThat(map.cells()).hasSize(25);
        assertThat(map.cells().stream().mapToInt(HeatMap.Cell::count).sum() + map.unscored().size())
                .isEqualTo(scores.size())
                .isEqualTo(map.items().size());
        assertThat(map.unscored())
                .hasSize((int) scores.stream().filter(score -> score.product() == null).count());
        assertThat(map.cells())
                .allSatisfy(
                        cell ->
                                assertThat(cell.count())
                                        .isEqualTo(
                                                (int)
                                                        scores.stream()
                                                                .filter(
                                                                        new Score(
                                                                                        cell
                                                                                                .likelihood(),
                                                                                        cell
                                                                                                .impact())
                                                                                ::equals)
                                                                .count()));
    }

    @Provide
    Arbitrary<List<Score>> scores() {
        var one = Arbitraries.integers().between(1, 5).injectNull(0.2);
        return Combinators.combine(one, one).as(Score::new).list().ofMaxSize(40);
    }

    private static RegisterEntry.At at(LocalDate day) {
        return new RegisterEntry.At(day, AnEntry.SOURCE);
    }
}
