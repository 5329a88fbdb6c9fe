package locality.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import locality.governance.authority.Standing;
import locality.governance.body.BodyOnDate;
import locality.governance.voting.Interest;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private static final LocalDate DAY = LocalDate.of(2014, 5, 14);

    private static final Map<MeetingState, Consumer<Meeting>> STEPS =
            new EnumMap<>(
                    Map.of(
                            MeetingState.NOTICED,
                            meeting -> meeting.notice(DAY.minusDays(8)),
                            MeetingState.OPEN,
                            Meeting::open,
                            MeetingState.CLOSED,
                            Meeting::close,
                            MeetingState.CANCELLED,
                            meeting -> meeting.cancel("No quorum")));

    @Test
    void everyStepButTheLawfulOnesIsRefused() {
        var lawful =
                Map.of(
                        MeetingState.PLANNED, Set.of(MeetingState.NOTICED, MeetingState.CANCELLED),
                        MeetingState.NOTICED, Set.of(MeetingState.OPEN, MeetingState.CANCELLED),
                        MeetingState.OPEN, Set.of(MeetingState.CLOSED),
                        MeetingState.CLOSED, Set.of(),
                        MeetingState.CANCELLED, Set.of());
        lawful.forEach(
                (from, next) ->
                        STEPS.forEach(
                                (to, step) -> {
                                    var meeting = meetingIn(from);
                                    if (next.contains(to)) {
                                        step.accept(meeting);
                                        assertThat(meeting.state).isEqualTo(to);
                                    } else {
                                        assertThatThrownBy(() -> step.accept(meeting))
                                                .as("%s to %s", from, to)
                                                .isInstanceOf(MeetingRefusal.IllegalStep.class);
                                    }
                                }));
    }

    @Test
    void noticeAfterTheDayIsNone() {
        assertThatThrownBy(() -> meetingIn(MeetingState.PLANNED).notice(DAY.plusDays(1)))
                .isInstanceOf(MeetingRefusal.NoticedTooLate.class);
    }

    @Test
    void attendanceIsWrittenDownWhileItIsOpen() {
        var stretch = List.of(new Attendance("CHAIR", null, LocalTime.of(10, 0), null));

        assertThatThrownBy(() -> meetingIn(MeetingState.NOTICED).attend(stretch))
                .isInstanceOf(MeetingRefusal.NotNow.class);
        var open = meetingIn(MeetingState.OPEN);
        open.attend(stretch);

        assertThat(open.presences()).hasSize(1);
    }

    @Test
    void nobodyLeavesBeforeArriving() {
        var wrong = new Attendance("CHAIR", null, LocalTime.of(11, 0), LocalTime.of(10, 0));

        assertThatThrownBy(() -> meetingIn(MeetingState.OPEN).attend(List.of(wrong)))
                .isInstanceOf(MeetingRefusal.LeftBeforeArriving.class);
    }

    @Test
    void anInterestIsDeclaredOnAnItemOfTheAgenda() {
        var meeting = meetingIn(MeetingState.OPEN);
        int item = meeting.put("Pre-alliance", Provenance.illustrative());

        meeting.declare(new DeclaredInterest(item, "CHAIR", Interest.Effect.LEFT, "Provider"));

        assertThat(meeting.interestsOn(item)).hasSize(1);
        assertThat(meeting.referenceOf(item)).isEqualTo("MCR-HWBB-2014-05-14/1");
        assertThatThrownBy(
                        () ->
                                meeting.declare(
                                        new DeclaredInterest(
                                                2, "CHAIR", Interest.Effect.LEFT, "Provider")))
                .isInstanceOf(MeetingRefusal.NoSuchItem.class);
    }

    @Test
    void aClosedAgendaTakesNoMore() {
        assertThatThrownBy(
                        () -> meetingIn(MeetingState.CLOSED).put("Late", Provenance.illustrative()))
                .isInstanceOf(MeetingRefusal.NotNow.class);
    }

    private static Meeting meetingIn(MeetingState state) {
        var body =
                new BodyOnDate(
                        UUID.randomUUID(),
                        "MCR-HWBB",
                        "Health and Wellbeing Board",
                        null,
                        Locality.MANCHESTER,
                        DAY,
                        Standing.ESTABLISHED,
                        null,
                        List.of());
        var meeting =
                Meeting.planned(
                        UUID.randomUUID(),
                        "MCR-HWBB-2014-05-14",
                        body,
                        LocalDateTime.of(2014, 5, 14, 10, 0),
                        Provenance.illustrative());
        meeting.state = state;
        return meeting;
    }
}
