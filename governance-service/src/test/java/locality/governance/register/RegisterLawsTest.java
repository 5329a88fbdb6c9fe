package locality.governance.register;

import static locality.governance.register.AnEntry.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
                .isEqualTo(map.entries());
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
