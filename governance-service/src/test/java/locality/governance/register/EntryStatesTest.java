package locality.governance.register;

import static locality.governance.register.AnEntry.at;
import static locality.governance.register.AnEntry.body;
import static locality.governance.register.AnEntry.refuses;
import static locality.governance.register.AnEntry.residualScore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What may be done with an entry in which state.
class EntryStatesTest {

    private static final RegisterEntry.At LATER = at("2016-12-01");
    private static final Set<EntryState> LIVE =
            Set.of(EntryState.OPEN, EntryState.ESCALATED, EntryState.TOLERATED);

    /// A command, the states it is taken in, and what it leads to; null where the state stays.
    private record Command(
            EntryKind of,
            Consumer<RegisterEntry> does,
            Set<EntryState> from,
            @Nullable EntryState to) {}

    private static final Map<String, Command> COMMANDS = commands();

    private static Map<String, Command> commands() {
        var all = new LinkedHashMap<String, Command>();
        all.put("score", stays(entry -> entry.score(residualScore(3, 4), null, LATER)));
        all.put(
                "control",
                stays(entry -> entry.control(null, new Control("A", null, null), LATER)));
        all.put("review", stays(entry -> entry.review(null, null, LATER)));
        all.put("assign", stays(entry -> entry.assign("Chief Finance Officer", null, LATER)));
        all.put(
                "escalate",
                goes(
                        entry -> entry.escalate(body("JLT"), "Too high", LATER),
                        EntryState.ESCALATED,
                        EntryState.OPEN));
        all.put(
                "accept",
                goes(
                        entry -> entry.accept(null, null, LATER),
                        EntryState.OPEN,
                        EntryState.ESCALATED));
        all.put(
                "return",
                goes(
                        entry -> entry.sendBack("Yours", LATER),
                        EntryState.OPEN,
                        EntryState.ESCALATED));
        all.put(
                "tolerate",
                goes(
                        entry -> entry.tolerate(LocalDate.parse("2017-06-30"), "So be it", LATER),
                        EntryState.TOLERATED,
                        EntryState.OPEN));
        all.put(
                "end tolerance",
                goes(
                        entry -> {
                            if (!entry.endTolerance(LocalDate.parse("2017-04-01"))) {
                                throw new IllegalStateException("There is none to end");
                            }
                        },
                        EntryState.OPEN,
                        EntryState.TOLERATED));
        all.put(
                "materialise",
                new Command(
                        EntryKind.RISK,
                        entry -> entry.materialise(null, LATER),
                        LIVE,
                        EntryState.MATERIALISED));
        all.put(
                "fail",
                new Command(
                        EntryKind.ASSUMPTION,
                        entry -> entry.fail(null, LATER),
                        LIVE,
                        EntryState.MATERIALISED));
        all.put(
                "close",
                goes(
                        entry -> entry.close("Gone", LATER),
                        EntryState.CLOSED,
                        EntryState.OPEN,
                        EntryState.TOLERATED,
                        EntryState.MATERIALISED));
        all.put(
                "reopen",
                goes(
                        entry -> entry.reopen("It is back", LATER),
                        EntryState.OPEN,
                        EntryState.TOLERATED,
                        EntryState.CLOSED));
        return all;
    }

    private static Command stays(Consumer<RegisterEntry> does) {
        return new Command(EntryKind.RISK, does, LIVE, null);
    }

    private static Command goes(Consumer<RegisterEntry> does, EntryState to, EntryState... from) {
        return new Command(EntryKind.RISK, does, Set.of(from), to);
    }

    @Test
    @Tag("G42")
    void everyCommandIsTakenInItsStatesAndRefusedInAllOthers() {
        COMMANDS.forEach(
                (name, command) -> {
                    for (var state : EntryState.values()) {
                        var entry = AnEntry.in(state, command.of);
                        int steps = entry.steps.size();

                        var refusal = catchThrowable(() -> command.does.accept(entry));

                        if (command.from.contains(state)) {
                            assertThat(refusal).as("%s when %s", name, state).isNull();
                            assertThat(entry.last().state)
                                    .as("%s when %s", name, state)
                                    .isEqualTo(command.to == null ? state : command.to);
                            assertThat(entry.steps).hasSize(steps + 1);
                        } else {
                            assertThat(refusal).as("%s when %s", name, state).isNotNull();
                            assertThat(entry.last().state).isEqualTo(state);
                            assertThat(entry.steps).hasSize(steps);
                        }
                    }
                });
    }

    @Test
    @Tag("G42")
    void aRefusedStepSaysWhatMayBecomeOfIt() {
        var entry = AnEntry.in(EntryState.ESCALATED, EntryKind.RISK);

        var refusal = (Refusal) catchThrowable(() -> entry.close("Gone", LATER));

        assertThat(refusal.code()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(refusal.operands())
                .containsEntry("entry", "BRY-RISK")
                .containsEntry("from", EntryState.ESCALATED)
                .containsEntry("asked", EntryEvent.CLOSED)
                .containsEntry("allowed", Set.of(EntryState.OPEN, EntryState.MATERIALISED));
    }

    @Test
    @Tag("G42")
    void onlyARiskHappensAndOnlyAnAssumptionFails() {
        for (var kind : EntryKind.values()) {
            if (kind != EntryKind.RISK) {
                refuses(
                        () -> AnEntry.of(kind).open().materialise(null, LATER),
                        "WRONG_KIND",
                        "wanted",
                        EntryKind.RISK);
            }
            if (kind != EntryKind.ASSUMPTION) {
                refuses(
                        () -> AnEntry.of(kind).open().fail(null, LATER),
                        "WRONG_KIND",
                        "kind",
                        kind);
            }
        }
    }

    @Test
    @Tag("G42")
    void whatWasDoneCannotPrecedeWhatWasDoneBefore() {
        var entry = AnEntry.risk().open();

        refuses(
                () -> entry.review(null, null, at("2016-10-18")),
                "STEP_OUT_OF_ORDER",
                "lastStepOn",
                AnEntry.DAY);
        refuses(
                () -> entry.review(LocalDate.parse("2016-12-01"), null, LATER),
                "NOT_LATER",
                "field",
                "nextReviewOn");
        refuses(
                () -> entry.tolerate(LocalDate.parse("2016-12-01"), "No", LATER),
                "NOT_LATER",
                "field",
                "until");
    }
}
