package locality.governance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import locality.governance.record.Faults.Part;
import locality.platform.refusal.NotFound;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Property(tries = 200)
    void whateverIsAtFaultIsFoundAndNothingElse(
            @ForAll @Size(max = 40) Set<@IntRange(min = 0, max = 299) Integer> bad) {
        var faults = new Faults();
        faults.attemptTogether("/all", numbers(300), refusing(bad::contains));

        assertThat(pointers(faults))
                .containsExactlyElementsOf(bad.stream().sorted().map(i -> "/" + i).toList());
    }

    @Test
    void oneFaultAmongAThousandTakesFewSteps() {
        var faults = new Faults();
        var calls = new ArrayList<Integer>();

        faults.attemptTogether(
                "/all",
                numbers(1_000),
                some -> {
                    calls.add(some.size());
                    refusing(i -> i == 700).accept(some);
                });

        assertThat(pointers(faults)).containsExactly("/700");
        assertThat(calls).hasSizeLessThan(25);
    }

    @Test
    void noMoreThanAHundredAreNamed() {
        var faults = new Faults();
        faults.attemptTogether("/all", numbers(1_000), refusing(_ -> true));

        assertThat(pointers(faults)).hasSize(100);
        assertThat(faults.attempt("/more", () -> {})).isFalse();
    }

    @Test
    void whatIsRefusedOnlyTogetherIsAFaultOfTheWhole() {
        var faults = new Faults();
        faults.attemptTogether(
                "/all",
                numbers(2),
                some -> {
                    if (some.size() == 2) {
                        throw new NotFound("pair", "1");
                    }
                });

        assertThat(pointers(faults)).containsExactly("/all");
    }

    @Test
    void withoutFaultNothingIsRefused() {
        var faults = new Faults();
        faults.attemptTogether("/all", numbers(3), refusing(_ -> false));

        assertThatCode(faults::refuse).doesNotThrowAnyException();
    }

    private static List<String> pointers(Faults faults) {
        var refused = catchThrowableOfType(RecordRefusal.Faulty.class, faults::refuse);
        if (refused == null) {
            return List.of();
        }
        assertThat(refused.code()).isEqualTo("RECORD_REFUSED");
        var told = new ArrayList<String>();
        for (var fault : (List<?>) refused.operands().getOrDefault("errors", List.of())) {
            told.add(((RecordRefusal.Fault) fault).pointer());
        }
        return told;
    }

    private static List<Part<Integer>> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Part<>("/" + i, i)).toList();
    }

    private static Consumer<List<Integer>> refusing(Predicate<Integer> bad) {
        return some -> {
            if (some.stream().anyMatch(bad)) {
                throw new NotFound("number", new HashSet<>(some));
            }
        };
    }
}
