package locality.governance.forwardplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import locality.governance.forwardplan.ForwardPlanEntry.KeyBecause;
import locality.governance.period.ClearDays;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ForwardPlanEntryTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2014, 12, 1);
    private static final LocalDate EXPECTED = LocalDate.of(2015, 3, 11);
    private static final UUID DECISION = UUID.randomUUID();

    private static final Map<String, Consumer<ForwardPlanEntry>> COMMANDS = commands();
    private static final Map<ForwardPlanState, Set<String>> LAWFUL =
            Map.of(
                    ForwardPlanState.PLANNED,
                    Set.of("move", "withdraw", "table", "except", "hurry"),
                    ForwardPlanState.TABLED,
                    Set.of("table", "decide", "expectAgain", "carryTo", "except", "hurry"),
                    ForwardPlanState.DECIDED,
                    Set.of(),
                    ForwardPlanState.WITHDRAWN,
                    Set.of());

    private static Map<String, Consumer<ForwardPlanEntry>> commands() {
        var commands = new LinkedHashMap<String, Consumer<ForwardPlanEntry>>();
        commands.put("move", entry -> entry.move(said(PUBLISHED.plusDays(5), EXPECTED)));
        commands.put("withdraw", entry -> entry.withdraw("Not wanted", PUBLISHED));
        commands.put("table", entry -> entry.table(DECISION, EXPECTED));
        commands.put("decide", entry -> entry.decide(EXPECTED));
        commands.put("expectAgain", entry -> entry.expectAgain(EXPECTED));
        commands.put("carryTo", entry -> entry.carryTo(UUID.randomUUID(), EXPECTED));
        commands.put("except", entry -> entry.except(PUBLISHED, "Short"));
        commands.put("hurry", entry -> entry.hurry(PUBLISHED, "Shorter"));
        return commands;
    }

    @Test
    void everyCommandButTheLawfulOnesIsRefusedInEveryState() {
        for (var state : ForwardPlanState.values()) {
            COMMANDS.forEach(
                    (name, command) -> {
                        var entry = in(state);
                        if (LAWFUL.getOrDefault(state, Set.of()).contains(name)) {
                            command.accept(entry);
                        } else {
                            assertThatThrownBy(() -> command.accept(entry))
                                    .as("%s while %s", name, state)
                                    .isInstanceOfAny(
                                            ForwardPlanRefusal.IllegalStep.class,
                                            ForwardPlanRefusal.NotNow.class);
                            assertThat(entry.state).isEqualTo(state);
                        }
                    });
        }
    }

    @Test
    void everyStateGoesOnlyToItsNext() {
        var lawful =
                Map.of(
                        ForwardPlanState.PLANNED,
                        Set.of(ForwardPlanState.TABLED, ForwardPlanState.WITHDRAWN),
                        ForwardPlanState.TABLED,
                        Set.of(ForwardPlanState.DECIDED, ForwardPlanState.PLANNED),
                        ForwardPlanState.DECIDED,
                        Set.of(),
                        ForwardPlanState.WITHDRAWN,
                        Set.of());

        assertThat(lawful.keySet()).containsExactlyInAnyOrder(ForwardPlanState.values());
        lawful.forEach((from, next) -> assertThat(from.next()).isEqualTo(next));
    }

    @Test
    @Tag("G18")
    void movingTheDateKeepsWhatWasSaidBeforeAndTheFirstPublication() {
        var entry = planned();

        var told = entry.move(said(PUBLISHED.plusDays(60), LocalDate.of(2015, 4, 8)));

        assertThat(told.expectedOn()).isEqualTo(LocalDate.of(2015, 4, 8));
        assertThat(told.effectiveOn()).isEqualTo(PUBLISHED.plusDays(60));
        assertThat(entry.versions)
                .extracting(version -> version.expected().expectedOn())
                .containsExactly(EXPECTED, LocalDate.of(2015, 4, 8));
        assertThat(entry.firstPublishedOn()).isEqualTo(PUBLISHED);
        assertThat(entry.noticeOn(LocalDate.of(2015, 4, 8), ClearDays.CALENDAR).publishedOn())
                .isEqualTo(PUBLISHED);
    }

    @Test
    void aPlanDoesNotSayAnotherDateBeforeItLastSaidOne() {
        assertThatThrownBy(() -> planned().move(said(PUBLISHED.minusDays(1), EXPECTED)))
                .isInstanceOf(ForwardPlanRefusal.OutOfOrder.class)
                .extracting("operands")
                .isEqualTo(
                        Map.of(
                                "entry",
                                "MCR-HWBB-FP-1",
                                "last",
                                PUBLISHED,
                                "given",
                                PUBLISHED.minusDays(1)));
    }

    @Test
    @Tag("G18")
    void whatIsNotTabledByItsDayIsLateFromTheNext() {
        var entry = planned();

        assertThat(entry.isLateOn(EXPECTED)).isFalse();
        assertThat(entry.isLateOn(EXPECTED.plusDays(1))).isTrue();
        entry.table(DECISION, EXPECTED);
        assertThat(entry.isLateOn(EXPECTED.plusDays(1))).isFalse();
    }

    @Test
    void aMonthMeansByItsLastDay() {
        var june = Expected.of(null, YearMonth.of(2018, 6));

        assertThat(june.expectedFrom()).isEqualTo(LocalDate.of(2018, 6, 1));
        assertThat(june.expectedOn()).isEqualTo(LocalDate.of(2018, 6, 30));
        assertThat(june.month()).isEqualTo(YearMonth.of(2018, 6));
        assertThat(Expected.of(EXPECTED, null).month()).isNull();
    }

    @Test
    void itIsExpectedOnADayOrInAMonthAndNotBoth() {
        assertThatThrownBy(() -> Expected.of(null, null))
                .isInstanceOf(ForwardPlanRefusal.DayOrMonth.class);
        assertThatThrownBy(() -> Expected.of(EXPECTED, YearMonth.of(2015, 3)))
                .isInstanceOf(ForwardPlanRefusal.DayOrMonth.class);
    }

    @Test
    @Tag("G18")
    void aDecisionIsKeyBecauseItIsSaidOrForItsValue() {
        var from = Pence.pounds(500_000);

        assertThat(ForwardPlanEntry.keyBecause(false, Pence.pounds(500_000), from))
                .isEqualTo(KeyBecause.VALUE);
        assertThat(ForwardPlanEntry.keyBecause(false, Pence.pounds(499_999), from)).isNull();
        assertThat(ForwardPlanEntry.keyBecause(true, null, from)).isEqualTo(KeyBecause.SAID);
        assertThat(ForwardPlanEntry.keyBecause(false, Pence.pounds(500_000), null)).isNull();
        assertThat(ForwardPlanEntry.keyBecause(false, null, null)).isNull();
    }

    @Test
    void aMatterTabledAgainAsTheSameDecisionTellsNothingNew() {
        var entry = planned();

        assertThat(entry.table(DECISION, EXPECTED)).isPresent();
        assertThat(entry.table(DECISION, EXPECTED.plusDays(28))).isEmpty();
        assertThatThrownBy(() -> entry.table(UUID.randomUUID(), EXPECTED))
                .isInstanceOf(ForwardPlanRefusal.TabledAsAnother.class);
    }

    @Test
    @Tag("G18")
    void whatWasTabledAndNotSettledIsExpectedAgainWithItsNotice() {
        var entry = planned();
        entry.table(DECISION, EXPECTED);

        var told = entry.expectAgain(EXPECTED);

        assertThat(told.state()).isEqualTo("PLANNED");
        assertThat(told.decisionId()).isNull();
        assertThat(entry.firstPublishedOn()).isEqualTo(PUBLISHED);
        assertThat(entry.table(UUID.randomUUID(), EXPECTED.plusDays(28))).isPresent();
    }

    @Test
    @Tag("G18")
    void onlyWhatWasAnnouncedIsTabledAsIt() {
        var entry = planned();
        entry.functionCode = "commissioning";
        entry.value = Pence.pounds(500_000);
        var announced =
                new ForwardPlan.Proposed(
                        "commissioning", Locality.MANCHESTER, Pence.pounds(500_000));

        entry.requireAnnounced(announced);
        entry.requireAnnounced(
                new ForwardPlan.Proposed("commissioning", Locality.MANCHESTER, null));
        assertThatThrownBy(
                        () ->
                                entry.requireAnnounced(
                                        new ForwardPlan.Proposed(
                                                "licensing", Locality.MANCHESTER, null)))
                .isInstanceOf(ForwardPlanRefusal.AnotherMatter.class)
                .extracting("operands")
                .isEqualTo(
                        Map.of(
                                "entry",
                                "MCR-HWBB-FP-1",
                                "what",
                                "function",
                                "planned",
                                "commissioning",
                                "tabled",
                                "licensing"));
        assertThatThrownBy(
                        () ->
                                entry.requireAnnounced(
                                        new ForwardPlan.Proposed(
                                                "commissioning", Locality.BURY, null)))
                .isInstanceOf(ForwardPlanRefusal.AnotherMatter.class);
        assertThatThrownBy(
                        () ->
                                entry.requireAnnounced(
                                        new ForwardPlan.Proposed(
                                                "commissioning",
                                                Locality.MANCHESTER,
                                                Pence.pounds(500_001))))
                .isInstanceOf(ForwardPlanRefusal.MoreMoney.class)
                .extracting("operands")
                .isEqualTo(
                        Map.of(
                                "entry",
                                "MCR-HWBB-FP-1",
                                "plannedPence",
                                Pence.pounds(500_000),
                                "tabledPence",
                                Pence.pounds(500_001)));
    }

    @Test
    void anExceptionIsForAKeyDecisionAndRecordedOnce() {
        var entry = planned();
        entry.except(PUBLISHED, "Short");
        entry.hurry(PUBLISHED, "Shorter");

        assertThatThrownBy(() -> entry.except(PUBLISHED, "Again"))
                .isInstanceOf(ForwardPlanRefusal.SaidBefore.class);
        assertThatThrownBy(() -> entry.hurry(PUBLISHED, "Again"))
                .isInstanceOf(ForwardPlanRefusal.SaidBefore.class);
        assertThatThrownBy(() -> notKey().except(PUBLISHED, "Short"))
                .isInstanceOf(ForwardPlanRefusal.NotKey.class);
        assertThatThrownBy(() -> notKey().hurry(PUBLISHED, "Short"))
                .isInstanceOf(ForwardPlanRefusal.NotKey.class);
    }

    @Test
    @Tag("G18")
    void theNoticeIsJudgedByWhatWasDone() {
        var entry = planned();
        assertThat(entry.noticeOn(PUBLISHED.plusDays(29), ClearDays.CALENDAR).inTime()).isTrue();
        assertThat(entry.noticeOn(PUBLISHED.plusDays(28), ClearDays.CALENDAR).inTime()).isFalse();

        entry.except(PUBLISHED.plusDays(1), "The date was set late");
        assertThat(entry.noticeOn(PUBLISHED.plusDays(7), ClearDays.CALENDAR).inTime()).isTrue();
        assertThat(entry.noticeOn(PUBLISHED.plusDays(6), ClearDays.CALENDAR).inTime()).isFalse();

        entry.hurry(PUBLISHED.plusDays(3), "The grant lapses");
        assertThat(entry.noticeOn(PUBLISHED.plusDays(3), ClearDays.CALENDAR).inTime()).isTrue();
    }

    @Test
    void itServesOnlyTheBodyWhosePlanItIsOn() {
        var entry = planned();

        entry.requireOpenFor(entry.bodyId);
        assertThatThrownBy(() -> entry.requireOpenFor(UUID.randomUUID()))
                .isInstanceOf(ForwardPlanRefusal.OfAnotherBody.class);
        assertThatThrownBy(
                        () -> {
                            var done = in(ForwardPlanState.DECIDED);
                            done.requireOpenFor(done.bodyId);
                        })
                .isInstanceOf(ForwardPlanRefusal.NotNow.class);
    }

    private static ForwardPlanEntry in(ForwardPlanState state) {
        var entry = planned();
        entry.state = state;
        if (state == ForwardPlanState.TABLED || state == ForwardPlanState.DECIDED) {
            entry.decisionId = DECISION;
        }
        return entry;
    }

    private static ForwardPlanEntry planned() {
        return entry(KeyBecause.SAID);
    }

    private static ForwardPlanEntry notKey() {
        return entry(null);
    }

    private static ForwardPlanEntry entry(@Nullable KeyBecause key) {
        var entry = new ForwardPlanEntry();
        entry.id = UUID.randomUUID();
        entry.reference = "MCR-HWBB-FP-1";
        entry.title = "Agreement under section 75";
        entry.bodyId = UUID.randomUUID();
        entry.bodyReference = "MCR-HWBB";
        entry.bodyName = "Health and Wellbeing Board";
        entry.locality = Locality.MANCHESTER;
        entry.place = Locality.MANCHESTER;
        entry.documents = List.of();
        entry.keyBecause = key;
        entry.provenance = Provenance.illustrative();
        entry.publish(said(PUBLISHED, EXPECTED));
        return entry;
    }

    private static PlanVersion said(LocalDate publishedOn, LocalDate expectedOn) {
        return new PlanVersion(
                publishedOn,
                Expected.of(expectedOn, null),
                null,
                Instant.EPOCH,
                Provenance.illustrative());
    }
}
