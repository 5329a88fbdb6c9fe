package locality.budget.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import locality.platform.caller.Roles;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WaitingRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that waits, and the call that clears it.
///
/// @param reference of what waits: a commitment, an instalment, a virement, a plan
/// @param dueOn the last day it is in time, null when none is said
/// @param overdueDays days since `dueOn`; 0 while it is in time
/// @param amountPence the money it is about, null when it is about none
/// @param fund the reference of the fund
/// @param who the role that may clear it
@Schema(name = "WorklistRow")
public record WorklistRow(
        WorklistKind kind,
        String reference,
        String title,
        @Nullable LocalDate dueOn,
        long overdueDays,
        @Nullable Pence amountPence,
        Locality locality,
        String fund,
        String who,
        String inWords,
        ClearingCall clear)
        implements WaitingRow<WorklistKind> {

    /// @param dueOn null for what has no last day
    /// @param on the day that says how late it is
    public static WorklistRow of(
            WorklistKind kind,
            String reference,
            String title,
            @Nullable LocalDate dueOn,
            LocalDate on,
            @Nullable Pence amount,
            Place at,
            String inWords,
            ClearingCall clear) {
        return new WorklistRow(
                kind,
                reference,
                title,
                dueOn,
                dueOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueOn, on)),
                amount,
                at.locality,
                at.fund,
                at.who,
                inWords,
                clear);
    }

    /// Where it waits, and for whom.
    ///
    /// @param fund the reference of the fund
    /// @param who the role that may clear it
    public record Place(Locality locality, String fund, String who) {

        /// Where a row waits whose query gives the `locality` and the `fund_reference`, for those
        /// who manage the money of the place.
        public static Place of(ResultSet row) throws SQLException {
            return new Place(
                    Locality.of(row.getString("locality")),
                    row.getString("fund_reference"),
                    Roles.FINANCE);
        }
    }
}
