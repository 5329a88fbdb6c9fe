package locality.platform.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A worklist is read in the order of last days, page by page, by those whose work it is.
class WorklistTest {

    private static final LocalDate TODAY = LocalDate.of(2014, 10, 1);
    private static final Set<Locality> MANCHESTER = Set.of(Locality.MANCHESTER);
    private static final Set<String> OWN = Set.of("finance", "viewer");

    private enum Kind {
        PLAN,
        VIREMENT
    }

    private record Row(Kind kind, String reference, @Nullable LocalDate dueOn, String who)
            implements WaitingRow<Kind> {}

    private final List<Row> waiting =
            new ArrayList<>(
                    List.of(
                            new Row(Kind.PLAN, "P-1", null, "finance"),
                            new Row(Kind.VIREMENT, "V-2", TODAY, "finance"),
                            new Row(Kind.VIREMENT, "V-1", TODAY, "finance"),
                            new Row(Kind.VIREMENT, "V-3", TODAY.minusDays(1), "governance")));
    private final Worklist<Kind, Row> worklist =
            new Worklist<>(
                    List.of(
                            (places, _) ->
                                    places.contains(Locality.MANCHESTER) ? waiting : List.of()));

    @Test
    void showsTheMostUrgentFirstAndWhatHasNoLastDayAtTheEnd() {
        assertThat(references(worklist.rows(wanted(null, null))))
                .containsExactly("V-1", "V-2", "P-1");
    }

    @Test
    void showsTheWorkOfARoleAndOfAKindOnlyWhereAsked() {
        assertThat(references(worklist.rows(wanted("governance", null)))).containsExactly("V-3");
        assertThat(references(worklist.rows(wanted(null, Kind.PLAN)))).containsExactly("P-1");
        assertThat(
                        worklist.rows(
                                Worklist.Wanted.of(Set.of(Locality.WIGAN), null, OWN, null, TODAY)))
                .isEmpty();
    }

    @Test
    void refusesARoleThatThereIsNot() {
        assertThatThrownBy(() -> wanted("treasurer", null))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands())
                                        .extractingByKey("errors")
                                        .asString()
                                        .contains("role", "finance", "governance"))
                .hasMessage("There is no role \"treasurer\"");
    }

    @Test
    void goesOnWhereAPageEndedWhateverWasClearedOrAddedMeanwhile() {
        var first = worklist.page(wanted(null, null), "", 1);
        assertThat(references(first.items())).containsExactly("V-1");

        waiting.removeIf(row -> row.reference().equals("V-1"));
        waiting.add(new Row(Kind.PLAN, "P-0", TODAY.minusDays(9), "finance"));
        var second = worklist.page(wanted(null, null), String.valueOf(first.next()), 2);

        assertThat(references(second.items())).containsExactly("V-2", "P-1");
        assertThat(second.next()).isNull();
    }

    private static Worklist.Wanted<Kind> wanted(@Nullable String role, @Nullable Kind kind) {
        return Worklist.Wanted.of(MANCHESTER, role, OWN, kind, TODAY);
    }

    private static List<String> references(List<Row> rows) {
        return rows.stream().map(Row::reference).toList();
    }
}
