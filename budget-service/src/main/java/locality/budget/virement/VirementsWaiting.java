package locality.budget.virement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.budget.worklist.WorklistKind;
import locality.budget.worklist.WorklistRow;
import locality.budget.worklist.WorklistSource;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Virements that wait for a decision.
@ApplicationScoped
class VirementsWaiting implements WorklistSource {

    private static final String PENDING =
            """
            select v.*, f.reference as fund_reference
            from virement v join fund f on f.id = v.fund_id, asked
            where v.locality = any(asked.places) and v.state = 'PENDING_APPROVAL'
            """;

    private final WhatWaits whatWaits;

    VirementsWaiting(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(PENDING, places, on, row -> pending(row, on));
    }

    private static WorklistRow pending(ResultSet row, LocalDate on) throws SQLException {
        var dueOn = row.getObject("due_on", LocalDate.class);
        var reference = row.getString("reference");
        return WorklistRow.of(
                WorklistKind.VIREMENT_TO_DECIDE,
                reference,
                row.getString("reason"),
                dueOn,
                on,
                Pence.of(row.getLong("amount_pence")),
                WorklistRow.Place.of(row),
                "Governance decides on it by %s, else it lapses; %s, who asked, withdraws it if it is no longer wanted"
                        .formatted(dueOn, row.getString("requested_by")),
                ClearingCall.post(
                        "/virements/%s/withdraw".formatted(reference),
                        "reason",
                        "No longer wanted"));
    }
}
