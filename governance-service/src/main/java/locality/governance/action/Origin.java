package locality.governance.action;

import java.time.LocalDate;
import java.util.UUID;
import locality.governance.body.BodyOnDate;
import locality.governance.decision.DecidedMatter;
import locality.governance.meeting.Meeting;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What an action comes from: a body, what its officers decided, or an item of a meeting and what
/// was decided on it.
///
/// @param on the day the body gave it
record Origin(
        UUID bodyId,
        String bodyReference,
        Locality locality,
        LocalDate on,
        @Nullable UUID meetingId,
        @Nullable String meetingReference,
        @Nullable Integer item,
        @Nullable UUID decisionId) {

    static Origin of(BodyOnDate body) {
        return new Origin(
                body.id(), body.reference(), body.locality(), body.on(), null, null, null, null);
    }

    /// What officers decided with the power of a body.
    static Origin of(BodyOnDate body, DecidedMatter matter) {
        return new Origin(
                body.id(),
                body.reference(),
                matter.locality(),
                body.on(),
                null,
                null,
                null,
                matter.id());
    }

    static Origin of(BodyOnDate body, Meeting meeting, int item, @Nullable DecidedMatter matter) {
        meeting.requireItem(item);
        return new Origin(
                body.id(),
                body.reference(),
                meeting.locality(),
                meeting.heldOn(),
                meeting.id(),
                meeting.reference(),
                item,
                matter == null ? null : matter.id());
    }

    /// What its references begin with: `MCR-HWBB-2014-05-14/3/A`, or `MCR-HWBB-A-`.
    String prefix() {
        return meetingReference == null
                ? bodyReference + "-A-"
                : meetingReference + "/" + item + "/A";
    }
}
