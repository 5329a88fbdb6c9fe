package locality.governance.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Bury's consultation with the staff of its commissioning group: commenced in autumn 2016, formal
/// by the end of the year, concluded by March 2017 (*One Commissioning Organisation*, 5.1).
@Tag("G57")
class ConsultationTest {

    private static final Provenance SOURCE =
            Provenance.stated("One Commissioning Organisation", "5.1");
    private static final LocalDate PLANNED = LocalDate.of(2016, 9, 1);
    private static final LocalDate LATER = LocalDate.of(2017, 3, 1);

    @Test
    void everyStageInEveryStage() {
        for (var reached : Stage.values()) {
            for (var asked : Stage.values()) {
                var consultation = in(reached);
                var no =
                        catchThrowableOfType(
                                Refusal.class, () -> consultation.begin(step(asked, LATER)));

                if (reached.next().filter(asked::equals).isPresent()) {
                    assertThat(no).as("%s in %s", asked, reached).isNull();
                    assertThat(consultation.stage).isEqualTo(asked);
                } else {
                    assertThat(no.code())
                            .as("%s in %s", asked, reached)
                            .isEqualTo(
                                    asked.ordinal() <= reached.ordinal()
                                            ? "STAGE_BEGUN"
                                            : "EARLIER_STAGE_MISSING");
                    assertThat(consultation.stage).isEqualTo(reached);
                }
            }
        }
    }

    @Test
    void theRefusalNamesTheStageThatIsMissing() {
        var no =
                catchThrowableOfType(
                        Refusal.class,
                        () -> in(Stage.COMMENCED).begin(step(Stage.CONCLUDED, LATER)));

        assertThat(no.operands())
                .containsEntry("stage", Stage.CONCLUDED)
                .containsEntry("missing", Stage.FORMAL);
    }

    @Test
    void noStageBeginsOnAnEarlierDayThanTheOneBefore() {
        var consultation = in(Stage.COMMENCED);
        var before = consultation.steps.getLast().begunOn().minusDays(1);

        var no =
                catchThrowableOfType(
                        Refusal.class, () -> consultation.begin(step(Stage.FORMAL, before)));

        assertThat(no.code()).isEqualTo("STAGE_BEFORE_EARLIER");
        assertThat(no.operands())
                .containsEntry("stage", Stage.FORMAL)
                .containsEntry("earlier", Stage.COMMENCED);
        consultation.begin(step(Stage.FORMAL, before.plusDays(1)));
    }

    @Test
    void noStageIsPlannedBeforeTheOneBefore() {
        var no =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                planned(
                                        PlannedStage.of(Stage.COMMENCED, "2016-12"),
                                        PlannedStage.of(Stage.CONCLUDED, "2016-12-30")));

        assertThat(no.code()).isEqualTo("STAGE_BEFORE_EARLIER");
        assertThat(no.operands())
                .containsEntry("stage", Stage.CONCLUDED)
                .containsEntry("on", LocalDate.of(2016, 12, 30))
                .containsEntry("earlierOn", LocalDate.of(2016, 12, 31));
    }

    @Test
    void itIsShownAsItWasOnADay() {
        var consultation = in(Stage.CONCLUDED);

        assertThat(consultation.on(PLANNED.minusDays(1))).isEmpty();
        assertThat(consultation.on(PLANNED)).map(StageStep::stage).contains(Stage.PLANNED);
        assertThat(consultation.on(PLANNED.plusDays(2)))
                .map(StageStep::stage)
                .contains(Stage.FORMAL);
    }

    @Test
    void whoIsAskedAboutWhatIsSetOnceItCommenced() {
        var other = new Subject(Subject.About.AGREEMENT, "BUR-OTHER");
        for (var stage : Stage.values()) {
            var consultation = in(stage);
            var words = consultation.asPlanned();
            for (var changed :
                    List.of(
                            new Consultation.Planned(
                                    words.title(), words.audience(), other, words.stages()),
                            new Consultation.Planned(
                                    words.title(),
                                    Audience.PUBLIC,
                                    words.about(),
                                    words.stages()))) {
                var no = catchThrowableOfType(Refusal.class, () -> in(stage).plan(changed));

                if (stage == Stage.PLANNED) {
                    assertThat(no).isNull();
                } else {
                    assertThat(no.code()).isEqualTo("ASKED_ALREADY");
                    assertThat(no.operands())
                            .containsEntry("stage", stage)
                            .containsEntry("about", "BUR-OCO-PID");
                }
            }
            consultation.plan(
                    new Consultation.Planned(
                            "Other words", words.audience(), words.about(), List.of()));
            assertThat(consultation.title).isEqualTo("Other words");
        }
    }

    @Test
    void whatWasConcludedBeforeThereWasAnythingToAskAboutDoesNotCount() {
        var concluded = in(Stage.CONCLUDED);
        var on = concluded.steps.getLast().begunOn();

        assertThat(concluded.countsOn(LATER, on)).isTrue();
        assertThat(concluded.countsOn(LATER, on.plusDays(1))).isFalse();
        assertThat(in(Stage.FORMAL).countsOn(LATER, LATER)).isTrue();
        assertThat(concluded.countsOn(PLANNED.minusDays(1), PLANNED)).isFalse();
    }

    @Test
    void everyStageIsTold() {
        assertThat(in(Stage.FORMAL).recorded())
                .returns("CONSULTATION", EngagementRecorded::kind)
                .returns("STAFF", EngagementRecorded::audience)
                .returns("FORMAL", EngagementRecorded::stage)
                .returns(PLANNED.plusDays(2), EngagementRecorded::effectiveOn);
    }

    @Test
    void whatIsToldIsToldOnce() {
        var goLive =
                Communication.planned(
                        "BUR-COM-1",
                        Locality.BURY,
                        Message.of(
                                "Notify all of change", Audience.PARTNERS, null, null, "2017-03"),
                        null,
                        SOURCE);

        assertThat(goLive.isOverdueOn(LocalDate.of(2017, 3, 31))).isFalse();
        assertThat(goLive.isOverdueOn(LocalDate.of(2017, 4, 1))).isTrue();
        goLive.done(LocalDate.of(2017, 4, 3), 120);
        assertThat(goLive.isOverdueOn(LocalDate.of(2017, 4, 2))).isTrue();
        assertThat(goLive.isOverdueOn(LocalDate.of(2017, 4, 3))).isFalse();
        assertThat(
                        catchThrowableOfType(
                                        Refusal.class,
                                        () -> goLive.done(LocalDate.of(2017, 4, 4), null))
                                .code())
                .isEqualTo("TOLD_ALREADY");
    }

    private static Consultation in(Stage stage) {
        var consultation = planned(PlannedStage.of(Stage.COMMENCED, "2016-10"));
        for (int i = 1; i <= stage.ordinal(); i++) {
            consultation.begin(step(Stage.values()[i], PLANNED.plusDays(i)));
        }
        return consultation;
    }

    private static Consultation planned(PlannedStage... stages) {
        return Consultation.planned(
                "BUR-OCO-STAFF",
                Locality.BURY,
                new Consultation.Planned(
                        "Staff of the commissioning group",
                        Audience.STAFF,
                        new Subject(Subject.About.AGREEMENT, "BUR-OCO-PID"),
                        List.of(stages)),
                PLANNED,
                SOURCE);
    }

    private static StageStep step(Stage stage, LocalDate on) {
        return new StageStep(stage, on, null, null, SOURCE);
    }
}
