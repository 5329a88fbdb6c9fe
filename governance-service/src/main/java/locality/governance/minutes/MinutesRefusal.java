package locality.governance.minutes;

import java.time.LocalDateTime;
import locality.governance.meeting.MeetingState;
import locality.platform.refusal.Refusal;

/// Everything minutes may say no to.
abstract sealed class MinutesRefusal extends Refusal {

    private MinutesRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class TextOrLink extends MinutesRefusal {
        TextOrLink() {
            super(
                    Kind.RULE_BROKEN,
                    "TEXT_OR_LINK",
                    "Minutes are a text, or a link and the SHA-256 of what it leads to");
        }
    }

    static final class NotYet extends MinutesRefusal {
        NotYet(String what, MeetingState state) {
            super(
                    Kind.CONFLICT,
                    "MEETING_NOT_IN_STATE",
                    "The meeting is %s: %s".formatted(state, what));
            operand("state", state);
        }
    }

    static final class NoSuchVersion extends MinutesRefusal {
        NoSuchVersion(String meeting, int version) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCH_MINUTES",
                    "There is no version %d of the minutes of %s".formatted(version, meeting));
            operand("meeting", meeting);
            operand("version", version);
        }
    }

    static final class ByAnotherBody extends MinutesRefusal {
        ByAnotherBody(String meeting, String body, String approvedAt, String approvingBody) {
            super(
                    Kind.RULE_BROKEN,
                    "APPROVED_BY_ANOTHER_BODY",
                    "%s met at %s; its minutes are not for %s to approve at %s"
                            .formatted(body, meeting, approvingBody, approvedAt));
            operand("meeting", meeting);
            operand("body", body);
            operand("approvedAt", approvedAt);
            operand("approvingBody", approvingBody);
        }
    }

    static final class NotLater extends MinutesRefusal {
        NotLater(
                String meeting,
                LocalDateTime startsAt,
                String approvedAt,
                LocalDateTime approvedAtStarts) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_LATER_MEETING",
                    "%s began at %s; %s, which began at %s, is no later meeting"
                            .formatted(meeting, startsAt, approvedAt, approvedAtStarts));
            operand("meeting", meeting);
            operand("startsAt", startsAt);
            operand("approvedAt", approvedAt);
            operand("approvedAtStarts", approvedAtStarts);
        }
    }

    static final class NotHeld extends MinutesRefusal {
        NotHeld(String approvedAt, MeetingState state) {
            super(
                    Kind.RULE_BROKEN,
                    "APPROVING_MEETING_NOT_HELD",
                    "%s is %s: only a meeting that was opened approves minutes"
                            .formatted(approvedAt, state));
            operand("approvedAt", approvedAt);
            operand("state", state);
        }
    }
}
