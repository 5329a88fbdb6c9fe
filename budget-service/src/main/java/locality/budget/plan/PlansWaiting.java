package locality.budget.plan;

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

/// Plans that no decision has approved as they stand, at the stage they have.
@ApplicationScoped
class PlansWaiting implements WorklistSource {

    private static final String UNAPPROVED =
            """
            select f.*, f.reference as fund_reference from fund f, asked
            where f.locality = any(asked.places) and f.plan_version > 0
              and f.approved_plan_version is distinct from f.plan_version
              and not exists (select from plan_approval a
                              where a.fund_id = f.id and a.plan_version = f.plan_version)
            """;

    private final WhatWaits whatWaits;

    PlansWaiting(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(UNAPPROVED, places, on, row -> unapproved(row, on));
    }

    private static WorklistRow unapproved(ResultSet row, LocalDate on) throws SQLException {
        var reference = row.getString("reference");
        int version = row.getInt("plan_version");
        var planned = Pence.of(row.getLong("planned_pence"));
        return WorklistRow.of(
                WorklistKind.PLAN_TO_APPROVE,
                reference,
                row.getString("name"),
                null,
                on,
                planned,
                WorklistRow.Place.of(row),
                "Plan %d of %s is approved by no decision: cite the one that approves it"
                        .formatted(version, planned.inPounds()),
                ClearingCall.post(
                        "/funds/%s/approve".formatted(reference),
                        "decisionId",
                        "id or reference of the decision"));
    }
}
