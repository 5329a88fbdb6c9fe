package locality.governance.register;

import static locality.governance.register.AnEntry.at;
import static locality.governance.register.AnEntry.body;
import static locality.governance.register.AnEntry.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegisterEntryTest {

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
        all.put("score", stays(entry -> entry.score(residual(3, 4), null, LATER)));
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
    void whatIsUnscoredOrScoredByHalfHasNoScoreAndNeverNought() {
        assertThat(Score.UNSCORED.product()).isNull();
        assertThat(new Score(5, null).product()).isNull();
        assertThat(new Score(null, 5).product()).isNull();
        assertThat(new Score(5, 3).product()).isEqualTo(15);
        refuses(() -> new Score(0, 3), "SCORE_OUT_OF_RANGE", "given", 0);
        refuses(() -> new Score(3, 6), "SCORE_OUT_OF_RANGE", "field", "impact");
    }

    @Test
    @Tag("G42")
    void everyScoreItEverHadIsKeptWithItsDay() {
        var entry = AnEntry.risk().residual(4, 5).open();
        entry.score(residual(2, 5), "The contract was signed", at("2016-12-01"));
        entry.score(
                Map.of(ScoreKind.RESIDUAL, Score.UNSCORED), "To be scored anew", at("2017-02-01"));

        assertThat(residualOn(entry, "2016-10-19")).isEqualTo(20);
        assertThat(residualOn(entry, "2016-11-30")).isEqualTo(20);
        assertThat(residualOn(entry, "2016-12-01")).isEqualTo(10);
        assertThat(residualOn(entry, "2017-02-01")).isNull();
        assertThat(entry.on(LocalDate.parse("2016-10-18"))).isEmpty();
    }

    @Test
    @Tag("G42")
    void whatIsToleratedUntilADayIsOpenTheDayAfter() {
        var entry = AnEntry.risk().open();
        entry.tolerate(LocalDate.parse("2017-03-31"), "Lived with", at("2016-11-01"));

        assertThat(stateOn(entry, "2017-03-31")).isEqualTo(EntryState.TOLERATED);
        assertThat(stateOn(entry, "2017-04-01")).isEqualTo(EntryState.OPEN);
        assertThat(entry.endTolerance(LocalDate.parse("2017-03-31"))).isFalse();
        assertThat(entry.endTolerance(LocalDate.parse("2017-05-10"))).isTrue();
        assertThat(entry.last().effectiveOn).isEqualTo("2017-04-01");
        assertThat(stateOn(entry, "2017-03-31")).isEqualTo(EntryState.TOLERATED);
        assertThat(entry.endTolerance(LocalDate.parse("2017-05-10"))).isFalse();
    }

    @Test
    @Tag("G43")
    void aResidualScoreThatReachesTheThresholdEscalates() {
        var rule = rule(15, 30);
        var today = LocalDate.parse("2016-11-01");

        assertThat(AnEntry.risk().residual(2, 5).open().escalatesBy(rule, today)).isEmpty();
        assertThat(AnEntry.risk().residual(3, 5).open().escalatesBy(rule, today))
                .contains("The residual score of 15 reaches the threshold of 15");
        assertThat(AnEntry.risk().open().escalatesBy(rule, today)).isEmpty();
    }

    @Test
    @Tag("G43")
    void aReviewMoreThanThirtyDaysOverdueEscalates() {
        var entry = AnEntry.risk().reviewOn("2017-01-25").open();

        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-02-24"))).isEmpty();
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-02-25")))
                .contains("The review due on 2017-01-25 is more than 30 days overdue");
        assertThat(entry.escalatesBy(rule(15, 0), LocalDate.parse("2017-01-26"))).isPresent();
    }

    @Test
    @Tag("G43")
    void whatTheBodyAboveReturnedGoesUpAgainOnlyWithAHigherScore() {
        var entry = AnEntry.risk().residual(4, 4).open();
        entry.escalate(body("JLT"), "Too high", at("2016-11-01"));
        entry.sendBack("Yours", at("2016-11-08"));
        var rule = rule(15, 30);
        var today = LocalDate.parse("2016-12-24");

        assertThat(entry.last().bodyReference).isEqualTo("PMT");
        assertThat(entry.escalatesBy(rule, today)).isEmpty();

        entry.score(residual(3, 5), null, at("2016-12-01"));
        assertThat(entry.escalatesBy(rule, today)).isEmpty();

        entry.score(residual(4, 4), null, at("2016-12-02"));
        assertThat(entry.escalatesBy(rule, today)).isPresent();
    }

    @Test
    @Tag("G43")
    void aMissedReviewThatWasAnsweredGoesUpAgainOnlyWhenTheNextIsMissed() {
        var entry = AnEntry.risk().reviewOn("2017-01-25").open();
        entry.escalate(body("JLT"), "Not reviewed", at("2017-03-01"));
        entry.sendBack("Review it", at("2017-03-02"));

        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-12-31"))).isEmpty();

        entry.review(LocalDate.parse("2017-06-30"), null, at("2017-03-03"));
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-07-30"))).isEmpty();
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-07-31"))).isPresent();
    }

    @Test
    @Tag("G43")
    void whatWasAnsweredGoesUpAgainOnceItsToleranceIsOverOrItIsOpenedAnew() {
        var rule = rule(15, 30);
        var tolerated = returned();
        tolerated.tolerate(LocalDate.parse("2017-03-31"), "Lived with", at("2016-11-09"));
        assertThat(tolerated.endTolerance(LocalDate.parse("2017-04-01"))).isTrue();
        assertThat(tolerated.escalatesBy(rule, LocalDate.parse("2017-04-01")))
                .contains("The residual score of 20 reaches the threshold of 15");

        var reopened = returned();
        reopened.close("Gone", at("2016-11-09"));
        reopened.reopen("It is back", at("2018-01-10"));
        assertThat(reopened.escalatesBy(rule, LocalDate.parse("2018-01-10")))
                .contains("The residual score of 20 reaches the threshold of 15");
    }

    /// At 20, handed up, and returned.
    private static RegisterEntry returned() {
        var entry = AnEntry.risk().residual(4, 5).open();
        entry.escalate(body("JLT"), "Too high", at("2016-11-01"));
        entry.sendBack("Yours", at("2016-11-08"));
        return entry;
    }

    @Test
    @Tag("G43")
    void whatTheBodyAboveAcceptsIsItsOwnAndGoesFurtherOnlyWithAHigherScore() {
        var entry = AnEntry.risk().residual(4, 4).reviewOn("2016-11-01").open();
        entry.escalate(body("JLT"), "Too high", at("2016-12-01"));

        assertThat(entry.last().bodyReference).isEqualTo("PMT");
        assertThat(entry.last().escalatedToReference).isEqualTo("JLT");
        assertThat(entry.changed().bodyId()).isEqualTo(body("PMT").id());
        assertThat(entry.changed().escalatedTo()).isEqualTo(body("JLT").id());
        entry.accept(null, "Ours now", at("2016-12-05"));

        assertThat(entry.last().bodyReference).isEqualTo("JLT");
        assertThat(entry.last().escalatedTo).isNull();
        assertThat(entry.changed().bodyId()).isEqualTo(body("JLT").id());
        assertThat(entry.changed().escalatedTo()).isNull();
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-06-01"))).isEmpty();

        entry.score(residual(4, 5), null, at("2017-06-02"));
        assertThat(entry.escalatesBy(rule(25, 30), LocalDate.parse("2017-06-03"))).isEmpty();
        assertThat(entry.escalatesBy(rule(15, 30), LocalDate.parse("2017-06-03")))
                .contains("The residual score of 20 reaches the threshold of 15");
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

    @Test
    @Tag("G42")
    void aControlIsSaidAnewByItsNumber() {
        var entry = AnEntry.risk().open();
        entry.control(null, new Control("Monthly report", "Chief Finance Officer", null), LATER);
        entry.control(1, new Control("Monthly report", "Chief Finance Officer", false), LATER);

        assertThat(entry.last().controls)
                .containsExactly(new Control("Monthly report", "Chief Finance Officer", false));
        refuses(
                () -> entry.control(2, new Control("Another", null, null), LATER),
                "NO_SUCH_CONTROL",
                "controls",
                1);
    }

    @Test
    @Tag("G47")
    void onlyADependencyWaits() {
        assertThatThrownBy(
                        () ->
                                new EntryHead(
                                        "PID",
                                        EntryKind.RISK,
                                        "A risk",
                                        Locality.BURY,
                                        LocalDate.parse("2017-04-01"),
                                        null,
                                        null,
                                        List.of()))
                .isInstanceOf(EntryRefusal.WaitsForNothing.class);
        var waits =
                new EntryHead(
                        "Interdependencies",
                        EntryKind.DEPENDENCY,
                        "Financial flows",
                        Locality.OLDHAM,
                        LocalDate.parse("2021-09-30"),
                        new Link("workstream", "System development"),
                        null,
                        List.of());
        var entry =
                RegisterEntry.recorded(
                        new RegisterEntry.New(
                                Ids.next(),
                                "OLD-DEP-6",
                                waits,
                                null,
                                EntryStanding.NOTHING_SAID,
                                EntryOrigin.ENTERED,
                                LocalDate.parse("2021-06-01"),
                                Provenance.illustrative()));

        assertThat(entry.isLateOn(LocalDate.parse("2021-09-30"), EntryState.OPEN)).isFalse();
        assertThat(entry.isLateOn(LocalDate.parse("2021-10-01"), EntryState.OPEN)).isTrue();
        assertThat(entry.isLateOn(LocalDate.parse("2021-10-01"), EntryState.CLOSED)).isFalse();
    }

    @Test
    @Tag("G42")
    void nobodyIsNamedInARegister() {
        var entry = AnEntry.risk().open();

        refuses(
                () -> entry.close("Ask a.person@example.org", LATER),
                "PERSONAL_DATA",
                "field",
                "note");
        refuses(() -> entry.assign("0161 234 5678", null, LATER), "PERSONAL_DATA", "field", "post");
    }

    private static void refuses(ThrowingCallable what, String code, String operand, Object value) {
        var refusal = (Refusal) catchThrowable(what);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.operands()).containsEntry(operand, value);
    }

    private static Map<ScoreKind, Score> residual(int likelihood, int impact) {
        return Map.of(ScoreKind.RESIDUAL, new Score(likelihood, impact));
    }

    private static @Nullable Integer residualOn(RegisterEntry entry, String day) {
        return entry.on(LocalDate.parse(day)).orElseThrow().residual();
    }

    private static EntryState stateOn(RegisterEntry entry, String day) {
        return entry.on(LocalDate.parse(day)).orElseThrow().stateOn(LocalDate.parse(day));
    }
}
