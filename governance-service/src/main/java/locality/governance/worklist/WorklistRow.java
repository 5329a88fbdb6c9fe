package locality.governance.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WaitingRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that waits, and the call that clears it.
///
/// @param reference of what waits: a meeting, a decision, an action, a seat
/// @param since the day it has waited from, null when no day is said
/// @param dueOn the last day it is in time, null when none is said
/// @param overdueDays days since `dueOn`; 0 while it is in time
/// @param body the body's reference, null when none is concerned
/// @param who the role that may clear it
@Schema(name = "WorklistRow")
public record WorklistRow(
        WorklistKind kind,
        String reference,
        String title,
        @Nullable LocalDate since,
        @Nullable LocalDate dueOn,
        long overdueDays,
        Locality locality,
        @Nullable String body,
        String who,
        String inWords,
        ClearingCall clear)
        implements WaitingRow<WorklistKind> {

    private static final int DAYS_TO_A_MEETING = 14;

    /// @param on the day that says how late it is
    public static WorklistRow due(
            WorklistKind kind,
            String reference,
            String title,
            LocalDate dueOn,
            LocalDate on,
            Place at,
            String inWords,
            ClearingCall clear) {
        return new WorklistRow(
                kind,
                reference,
                title,
                null,
                dueOn,
                Math.max(0, ChronoUnit.DAYS.between(dueOn, on)),
                at.locality,
                at.body,
                at.who,
                inWords,
                clear);
    }

    /// What waits without a last day.
    public static WorklistRow waiting(
            WorklistKind kind,
            String reference,
            String title,
            @Nullable LocalDate since,
            Place at,
            String inWords,
            ClearingCall clear) {
        return new WorklistRow(
                kind,
                reference,
                title,
                since,
                null,
                0,
                at.locality,
                at.body,
                at.who,
                inWords,
                clear);
    }

    /// A meeting of a body a fortnight later, a day and time to be put right.
    public static ClearingCall meeting(String body, LocalDate on) {
        return ClearingCall.post(
                "/meetings", "body", body, "startsAt", on.plusDays(DAYS_TO_A_MEETING) + "T10:00");
    }

    /// Where it waits, and for whom.
    ///
    /// @param body the body's reference, null when none is concerned
    /// @param who the role that may clear it
    public record Place(Locality locality, @Nullable String body, String who) {

        /// Where a row waits whose query gives the `locality` and the `body_reference`, for the
        /// secretaries of the place.
        public static Place of(ResultSet row) throws SQLException {
            return new Place(
                    Locality.of(row.getString("locality")),
                    row.getString("body_reference"),
                    Roles.GOVERNANCE);
        }
    }
}
