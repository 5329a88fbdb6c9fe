package locality.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.governance.period.ClearDays;
import locality.governance.validity.Notice;
import locality.governance.voting.Interest;
import locality.governance.voting.Presence;
import locality.platform.fact.Provenance;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private static final LocalDate DAY = AMeeting.DAY;
    private static final LocalDate WEEK_LATER = DAY.plusDays(7);

    private static final LocalDateTime START = AMeeting.START;

    /// Every command, what it makes of a meeting, and in which states it may be given.
    private enum Verb {
        NOTICE(MeetingState.NOTICED, EnumSet.of(MeetingState.PLANNED)),
        MOVE(MeetingState.PLANNED, EnumSet.of(MeetingState.PLANNED, MeetingState.NOTICED)),
        OPEN(MeetingState.OPEN, EnumSet.of(MeetingState.NOTICED)),
        ADJOURN(MeetingState.ADJOURNED, EnumSet.of(MeetingState.OPEN)),
        RECONVENE(MeetingState.OPEN, EnumSet.of(MeetingState.ADJOURNED)),
        CLOSE(MeetingState.CLOSED, EnumSet.of(MeetingState.OPEN)),
        CANCEL(MeetingState.CANCELLED, EnumSet.of(MeetingState.PLANNED, MeetingState.NOTICED)),
        APPROVE_MINUTES(MeetingState.MINUTES_APPROVED, EnumSet.of(MeetingState.CLOSED));

        private final MeetingState made;
        private final Set<MeetingState> lawfulIn;

        Verb(MeetingState made, Set<MeetingState> lawfulIn) {
            this.made = made;
            this.lawfulIn = lawfulIn;
        }

        private void give(Meeting meeting) {
            switch (this) {
                case NOTICE -> meeting.notice(DAY.minusDays(8), DAY);
                case MOVE -> meeting.move(START.plusDays(7), null, null, "The room is not free");
                case OPEN -> meeting.open(DAY);
                case ADJOURN -> meeting.adjourn(START.plusHours(1), null, "No quorum", DAY);
                case RECONVENE -> meeting.reconvene(START.plusDays(7), null, null, WEEK_LATER);
                case CLOSE -> meeting.close(null, DAY);
                case CANCEL -> meeting.cancel("No quorum");
                case APPROVE_MINUTES -> meeting.approveMinutes(AMeeting.open(), 1);
            }
        }
    }

    @Test
    void everyCommandButTheLawfulOnesIsRefusedInEveryState() {
        for (var state : MeetingState.values()) {
            for (var verb : Verb.values()) {
                var meeting = meetingIn(state);
                if (verb.lawfulIn.contains(state)) {
                    verb.give(meeting);
                    assertThat(meeting.state)
                            .as("%s a meeting %s", verb, state)
                            .isEqualTo(verb.made);
                } else {
                    assertThatThrownBy(() -> verb.give(meeting))
                            .as("%s a meeting %s", verb, state)
                            .isInstanceOfAny(
                                    MeetingRefusal.IllegalStep.class, MeetingRefusal.NotNow.class);
                    assertThat(meeting.state).isEqualTo(state);
                }
            }
        }
    }

    @Test
    void aMovedMeetingIsNoticedAnew() {
        var meeting = meetingIn(MeetingState.PLANNED);
        meeting.notice(DAY.minusDays(8), DAY);

        meeting.move(START.plusDays(7), START.plusDays(7).plusHours(2), "Town Hall", "No room");

        assertThat(meeting.noticedOn()).isNull();
        assertThat(meeting.heldOn()).isEqualTo(WEEK_LATER);
        assertThat(meeting.place).isEqualTo("Town Hall");
        assertThat(meeting.revision).isEqualTo(1);
        assertThatThrownBy(() -> meeting.open(WEEK_LATER))
                .isInstanceOf(MeetingRefusal.IllegalStep.class);
    }

    @Test
    void nothingEndsBeforeItStarts() {
        refuses(
                "ENDS_BEFORE_IT_STARTS",
                () -> meetingIn(MeetingState.PLANNED).move(START, START, null, "Shorter"));
        refuses(
                "ENDED_BEFORE_IT_BEGAN",
                () -> meetingIn(MeetingState.OPEN).close(START.minusMinutes(1), DAY));
        refuses(
                "ENDED_IN_TIME_TO_COME",
                () -> meetingIn(MeetingState.OPEN).close(START.plusDays(1), DAY));
        refuses(
                "RESUMES_BEFORE_IT_ADJOURNS",
                () ->
                        meetingIn(MeetingState.OPEN)
                                .adjourn(START.plusHours(1), at(START), "No quorum", DAY));
        refuses(
                "RECONVENED_BEFORE_IT_ADJOURNED",
                () -> meetingIn(MeetingState.ADJOURNED).reconvene(START, null, null, DAY));
        refuses(
                "OPENED_BEFORE_ITS_DAY",
                () ->
                        meetingIn(MeetingState.ADJOURNED)
                                .reconvene(START.plusDays(7), null, null, DAY));
        refuses(
                "NOTICED_AFTER_THE_DAY",
                () ->
                        meetingIn(MeetingState.ADJOURNED)
                                .reconvene(
                                        START.plusDays(7),
                                        null,
                                        WEEK_LATER.plusDays(1),
                                        WEEK_LATER));
    }

    @Test
    void aSittingIsJudgedOnItsOwnDayWithThoseWhoAreThereThen() {
        var meeting = meetingIn(MeetingState.OPEN);
        meeting.attend(List.of(stretch("CHAIR", 10, null)));
        meeting.adjourn(START.plusHours(1), null, "No quorum", DAY);

        meeting.reconvene(START.plusDays(7), null, null, WEEK_LATER);
        meeting.attend(List.of(new Attendance(2, "NURSE", null, LocalTime.of(10, 0), null)));

        assertThat(meeting.heldOn()).isEqualTo(WEEK_LATER);
        assertThat(meeting.presences()).extracting(Presence::seat).containsExactly("NURSE");
        assertThat(meeting.presencesAt(1)).extracting(Presence::seat).containsExactly("CHAIR");
        refuses(
                "NO_SUCH_SITTING",
                () ->
                        meeting.attend(
                                List.of(
                                        new Attendance(
                                                3, "NURSE", null, LocalTime.of(10, 0), null))));
    }

    @Test
    void aSittingThatTheAdjournmentNamedRestsOnTheNoticeOfTheOneItResumes() {
        var named = meetingIn(MeetingState.OPEN);
        named.adjourn(START.plusHours(1), at(START.plusDays(7)), "No quorum", DAY);
        named.reconvene(START.plusDays(7), null, null, WEEK_LATER);

        assertThat(named.notice(ClearDays.CALENDAR))
                .isEqualTo(new Notice(DAY, ClearDays.CALENDAR, 8));
        assertThat(named.sittings().getLast().place()).isEqualTo("Library");
    }

    @Test
    void anyOtherSittingNeedsNoticeOfItsOwn() {
        var sineDie = meetingIn(MeetingState.ADJOURNED);
        sineDie.reconvene(START.plusDays(7), null, null, WEEK_LATER);
        var anotherDay = meetingIn(MeetingState.OPEN);
        anotherDay.adjourn(START.plusHours(1), at(START.plusDays(6)), "No quorum", DAY);
        anotherDay.reconvene(START.plusDays(7), null, DAY.plusDays(1), WEEK_LATER);

        assertThat(sineDie.notice(ClearDays.CALENDAR)).isNull();
        assertThat(anotherDay.notice(ClearDays.CALENDAR))
                .isEqualTo(new Notice(WEEK_LATER, ClearDays.CALENDAR, 5));
    }

    @Test
    void noticeAfterTheDayIsNone() {
        assertThatThrownBy(
                        () -> meetingIn(MeetingState.PLANNED).notice(DAY.plusDays(1), WEEK_LATER))
                .isInstanceOf(MeetingRefusal.NoticedTooLate.class);
    }

    @Test
    void noticeIsRecordedOnceItIsGiven() {
        var meeting = meetingIn(MeetingState.PLANNED);
        var tomorrow = DAY.minusDays(8);
        var today = tomorrow.minusDays(1);

        assertThatThrownBy(() -> meeting.notice(tomorrow, today))
                .isInstanceOf(MeetingRefusal.InTheFuture.class)
                .extracting("code", "operands")
                .containsExactly(
                        "IN_THE_FUTURE",
                        Map.of("field", "noticedOn", "given", tomorrow, "today", today));
        assertThat(meeting.state).isEqualTo(MeetingState.PLANNED);
    }

    @Test
    void attendanceIsWrittenDownWhileItIsOpen() {
        var stretch = List.of(new Attendance(1, "CHAIR", null, LocalTime.of(10, 0), null));

        assertThatThrownBy(() -> meetingIn(MeetingState.NOTICED).attend(stretch))
                .isInstanceOf(MeetingRefusal.NotNow.class);
        var open = meetingIn(MeetingState.OPEN);
        open.attend(stretch);

        assertThat(open.presences()).hasSize(1);
    }

    @Test
    void nobodyLeavesBeforeArriving() {
        var wrong = new Attendance(1, "CHAIR", null, LocalTime.of(11, 0), LocalTime.of(10, 0));

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

        assertThat(meeting.roll.attendance)
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
                1,
                seat,
                null,
                LocalTime.of(from, 0),
                until == null ? null : LocalTime.of(until, 0));
    }

    private static Sitting.Resumption at(LocalDateTime startsAt) {
        return new Sitting.Resumption(startsAt, "Library");
    }

    private static void refuses(String code, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        MeetingRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Meeting meetingIn(MeetingState state) {
        return AMeeting.in(state);
    }
}
