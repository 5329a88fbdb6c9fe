package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import locality.budget.worklist.WorklistKind;
import locality.budget.worklist.WorklistRow;
import locality.budget.worklist.WorklistSource;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Commitments and variations that wait for a decision, and those whose term soon ends while they
/// hold money.
@ApplicationScoped
class CommitmentsWaiting implements WorklistSource {

    private static final String PENDING =
            """
            select c.*, f.reference as fund_reference
            from commitment c join fund f on f.id = c.fund_id, asked
            where c.locality = any(asked.places) and c.state = 'PENDING_APPROVAL'
            """;

    private static final String VARYING =
            """
            select c.reference, c.purpose, c.locality, v.amount_pence - v.from_pence as rise_pence,
              v.amount_pence, v.due_on, v.requested_by, f.reference as fund_reference
            from commitment_variation v
            join commitment c on c.id = v.commitment_id
            join fund f on f.id = c.fund_id, asked
            where c.locality = any(asked.places) and v.state = 'PENDING_APPROVAL'
            """;

    private static final String EXPIRING =
            """
            select c.*, f.reference as fund_reference
            from commitment c join fund f on f.id = c.fund_id, asked
            where c.locality = any(asked.places) and c.state in ('OPEN', 'PART_DISCHARGED')
              and c.expires_on <= asked.day + %d
            """
                    .formatted(DAYS_AHEAD);

    private final WhatWaits whatWaits;

    CommitmentsWaiting(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return Stream.of(
                        whatWaits.read(PENDING, places, on, row -> pending(row, on)),
                        whatWaits.read(VARYING, places, on, row -> varying(row, on)),
                        whatWaits.read(EXPIRING, places, on, row -> expiring(row, on)))
                .flatMap(List::stream)
                .toList();
    }

    private static WorklistRow pending(ResultSet row, LocalDate on) throws SQLException {
        var dueOn = row.getObject("due_on", LocalDate.class);
        var reference = row.getString("reference");
        return WorklistRow.of(
                WorklistKind.COMMITMENT_TO_DECIDE,
                reference,
                row.getString("purpose"),
                dueOn,
                on,
                Pence.of(row.getLong("amount_pence")),
                WorklistRow.Place.of(row),
                "Governance decides on it by %s, else it lapses; %s, who asked, withdraws it if it is no longer wanted"
                        .formatted(dueOn, row.getString("requested_by")),
                ClearingCall.post(
                        "/commitments/%s/withdraw".formatted(reference),
                        "reason",
                        "No longer wanted"));
    }

    private static WorklistRow varying(ResultSet row, LocalDate on) throws SQLException {
        var dueOn = row.getObject("due_on", LocalDate.class);
        var reference = row.getString("reference");
        return WorklistRow.of(
                WorklistKind.VARIATION_TO_DECIDE,
                reference,
                row.getString("purpose"),
                dueOn,
                on,
                Pence.of(row.getLong("rise_pence")),
                WorklistRow.Place.of(row),
                "Governance decides by %s whether it becomes %s, else it stays what it is; %s, who asked, withdraws the variation if it is no longer wanted"
                        .formatted(
                                dueOn,
                                Pence.of(row.getLong("amount_pence")).inPounds(),
                                row.getString("requested_by")),
                ClearingCall.post(
                        "/commitments/%s/withdraw".formatted(reference),
                        "reason",
                        "No longer wanted"));
    }

    private static WorklistRow expiring(ResultSet row, LocalDate on) throws SQLException {
        var lastDay = row.getObject("expires_on", LocalDate.class);
        var reference = row.getString("reference");
        var held =
                Pence.of(row.getLong("amount_pence"))
                        .minus(Pence.of(row.getLong("discharged_pence")))
                        .minus(Pence.of(row.getLong("released_pence")));
        return WorklistRow.of(
                WorklistKind.COMMITMENT_EXPIRING,
                reference,
                row.getString("purpose"),
                lastDay,
                on,
                held,
                WorklistRow.Place.of(row),
                "Its term ends on %s and it still holds %s: pay what is owed, or give it back"
                        .formatted(lastDay, held.inPounds()),
                ClearingCall.post(
                        "/commitments/%s/release".formatted(reference), "reason", "Its term ends"));
    }
}
