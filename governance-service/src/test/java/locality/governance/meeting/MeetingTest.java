package locality.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import locality.governance.voting.Interest;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private static final LocalDate DAY = AMeeting.DAY;

    private static final Map<MeetingState, Consumer<Meeting>> STEPS =
            new EnumMap<>(
                    Map.of(
                            MeetingState.NOTICED,
                            meeting -> meeting.notice(DAY.minusDays(8)),
                            MeetingState.OPEN,
                            meeting -> meeting.open(DAY),
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

        meeting.declare(interest(item, "CHAIR", Interest.Effect.LEFT));

        assertThat(meeting.interestsOn(item)).hasSize(1);
        assertThat(meeting.referenceOf(item)).isEqualTo("MCR-HWBB-2014-05-14/1");
        assertThatThrownBy(() -> meeting.declare(interest(2, "CHAIR", Interest.Effect.LEFT)))
                .isInstanceOf(MeetingRefusal.NoSuchItem.class);
    }

    @Test
    void aLaterDeclarationForTheSameSeatAndItemReplacesAnEarlierOne() {
        var meeting = meetingIn(MeetingState.OPEN);
        int item = meeting.put("Pre-alliance", Provenance.illustrative());
        int another = meeting.put("Carers", Provenance.illustrative());
        meeting.declare(interest(item, "CHAIR", Interest.Effect.LEFT));
        meeting.declare(interest(item, "NURSE", Interest.Effect.LEFT));
        meeting.declare(interest(another, "CHAIR", Interest.Effect.LEFT));

        meeting.declare(interest(item, "CHAIR", Interest.Effect.DECLARED));

        assertThat(meeting.interestsOn(item))
                .extracting(Interest::seat, Interest::effect)
                .containsExactlyInAnyOrder(
                        tuple("CHAIR", Interest.Effect.DECLARED),
                        tuple("NURSE", Interest.Effect.LEFT));
        assertThat(meeting.interestsOn(another))
                .extracting(Interest::effect)
                .containsExactly(Interest.Effect.LEFT);
    }

    @Test
    void whatIsToldOfASeatReplacesWhatWasWrittenDownForIt() {
        var meeting = meetingIn(MeetingState.OPEN);
        meeting.attend(List.of(stretch("CHAIR", 10, null), stretch("NURSE", 10, null)));

        meeting.attend(List.of(stretch("CHAIR", 10, 11), stretch("CHAIR", 12, null)));

        assertThat(meeting.attendance)
                .containsExactly(
                        stretch("NURSE", 10, null),
                        stretch("CHAIR", 10, 11),
                        stretch("CHAIR", 12, null));
    }

    @Test
    void aMeetingOpensOnItsDayOrLater() {
        assertThatThrownBy(() -> meetingIn(MeetingState.NOTICED).open(DAY.minusDays(1)))
                .isInstanceOf(MeetingRefusal.BeforeItsDay.class);
        var meeting = meetingIn(MeetingState.NOTICED);

        meeting.open(DAY.plusYears(12));

        assertThat(meeting.state).isEqualTo(MeetingState.OPEN);
    }

    @Test
    void aClosedAgendaTakesNoMore() {
        assertThatThrownBy(
                        () -> meetingIn(MeetingState.CLOSED).put("Late", Provenance.illustrative()))
                .isInstanceOf(MeetingRefusal.NotNow.class);
    }

    private static DeclaredInterest interest(int item, String seat, Interest.Effect effect) {
        return new DeclaredInterest(item, seat, null, effect, "Provider");
    }

    private static Attendance stretch(String seat, int from, @Nullable Integer until) {
        return new Attendance(
                seat, null, LocalTime.of(from, 0), until == null ? null : LocalTime.of(until, 0));
    }

    private static Meeting meetingIn(MeetingState state) {
        return AMeeting.in(state);
    }
}
