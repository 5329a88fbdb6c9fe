package locality.governance.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import locality.platform.refusal.Refusal;

/// Everything a meeting may say no to.
abstract sealed class MeetingRefusal extends Refusal {

    private MeetingRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends MeetingRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "MEETING_REFERENCE_TAKEN",
                    "There is a meeting %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class BodyNotThere extends MeetingRefusal {
        private BodyNotThere(String detail, String body, LocalDate heldOn) {
            super(Kind.RULE_BROKEN, "BODY_NOT_THERE", detail);
            operand("body", body);
            operand("heldOn", heldOn);
        }

        static BodyNotThere yet(String body, LocalDate heldOn, LocalDate firstDay) {
            var refusal =
                    new BodyNotThere(
                            "%s is there from %s and cannot meet on %s"
                                    .formatted(body, firstDay, heldOn),
                            body,
                            heldOn);
            refusal.operand("firstDay", firstDay);
            return refusal;
        }

        static BodyNotThere anyLonger(String body, LocalDate heldOn, LocalDate lastDay) {
            var refusal =
                    new BodyNotThere(
                            "The last day of %s was %s; it cannot meet on %s"
                                    .formatted(body, lastDay, heldOn),
                            body,
                            heldOn);
            refusal.operand("lastDay", lastDay);
            return refusal;
        }
    }

    static final class IllegalStep extends MeetingRefusal {
        IllegalStep(MeetingState from, MeetingState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "A meeting that is %s cannot become %s; it may become %s"
                            .formatted(from, to, from.next()));
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class NotNow extends MeetingRefusal {
        NotNow(String what, MeetingState state) {
            super(
                    Kind.CONFLICT,
                    "MEETING_NOT_IN_STATE",
                    "The meeting is %s: %s%s".formatted(state, what, whatToDo(state)));
            operand("state", state);
        }

        private static String whatToDo(MeetingState state) {
            return state == MeetingState.ADJOURNED
                    ? "; reconvene it first (POST /meetings/{meeting}/reconvene)"
                    : "";
        }
    }

    static final class NoticedTooLate extends MeetingRefusal {
        NoticedTooLate(LocalDate noticedOn, LocalDate heldOn) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTICED_AFTER_THE_DAY",
                    "It is held on %s; notice on %s is none".formatted(heldOn, noticedOn));
            operand("noticedOn", noticedOn);
            operand("heldOn", heldOn);
        }
    }

    static final class InTheFuture extends MeetingRefusal {
        InTheFuture(String field, LocalDate given, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "%s is %s; today is %s, and it is recorded once it is done"
                            .formatted(field, given, today));
            operand("field", field);
            operand("given", given);
            operand("today", today);
        }
    }

    static final class BeforeItsDay extends MeetingRefusal {
        BeforeItsDay(LocalDate heldOn, LocalDate today) {
            super(
                    Kind.CONFLICT,
                    "OPENED_BEFORE_ITS_DAY",
                    "It is held on %s and cannot open on %s".formatted(heldOn, today));
            operand("heldOn", heldOn);
            operand("today", today);
        }
    }

    static final class AfterTheOutcome extends MeetingRefusal {
        AfterTheOutcome(String item) {
            super(
                    Kind.CONFLICT,
                    "OUTCOME_RECORDED",
                    "The outcome of %s is recorded; interests on it were declared before"
                            .formatted(item));
            operand("item", item);
        }
    }

    static final class NoSuchItem extends MeetingRefusal {
        NoSuchItem(String meeting, int item) {
            super(
                    Kind.NOT_FOUND,
                    "NOT_FOUND",
                    "There is no item %d on the agenda of %s".formatted(item, meeting));
            operand("meeting", meeting);
            operand("item", item);
        }
    }

    static final class LeftBeforeArriving extends MeetingRefusal {
        LeftBeforeArriving(String seat, LocalTime arrivedAt, LocalTime leftAt) {
            super(
                    Kind.RULE_BROKEN,
                    "LEFT_BEFORE_ARRIVING",
                    "%s arrived at %s and cannot have left at %s"
                            .formatted(seat, arrivedAt, leftAt));
            operand("member", seat);
            operand("arrivedAt", arrivedAt);
            operand("leftAt", leftAt);
        }
    }

    static final class NoSuchSitting extends MeetingRefusal {
        NoSuchSitting(String meeting, int sitting) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCH_SITTING",
                    "%s has had no sitting %d".formatted(meeting, sitting));
            operand("meeting", meeting);
            operand("sitting", sitting);
        }
    }

    /// One moment lies before another that it follows.
    static final class OutOfOrder extends MeetingRefusal {
        OutOfOrder(
                String code,
                String first,
                LocalDateTime firstAt,
                String second,
                LocalDateTime secondAt) {
            super(
                    Kind.RULE_BROKEN,
                    code,
                    "%s %s must come after %s %s".formatted(second, secondAt, first, firstAt));
            operand(first, firstAt);
            operand(second, secondAt);
        }
    }

    static final class StillToCome extends MeetingRefusal {
        StillToCome(LocalDateTime endedAt, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDED_IN_TIME_TO_COME",
                    "It cannot have ended at %s: today is %s".formatted(endedAt, today));
            operand("endedAt", endedAt);
            operand("today", today);
        }
    }

    static final class VotesWithoutOutcome extends MeetingRefusal {
        VotesWithoutOutcome(List<String> items) {
            super(
                    Kind.CONFLICT,
                    "VOTES_WITHOUT_OUTCOME",
                    "Votes were taken on %s: their outcome is recorded before it adjourns or closes"
                            .formatted(String.join(", ", items)));
            operand("items", items);
        }
    }
}
