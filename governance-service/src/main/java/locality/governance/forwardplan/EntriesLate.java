package locality.governance.forwardplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Entries of forward plans whose day is past without their being on an agenda.
@ApplicationScoped
class EntriesLate implements WorklistSource {

    private final WhatWaits whatWaits;

    EntriesLate(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(LATE, places, on, row -> late(row, on));
    }

    private static WorklistRow late(ResultSet row, LocalDate on) throws SQLException {
        var entry = row.getString("reference");
        var expected = row.getObject("expected_on", LocalDate.class);
        return WorklistRow.due(
                WorklistKind.FORWARD_PLAN_LATE,
                entry,
                row.getString("title"),
                expected,
                on,
                WorklistRow.Place.of(row),
                "It was expected by %s: put it on an agenda, move it with a reason, or withdraw it"
                        .formatted(expected),
                ClearingCall.post(
                        "/forward-plan/%s/move".formatted(entry),
                        "expectedOn",
                        on.plusDays(DAYS_AHEAD),
                        "reason",
                        "It was not ready"));
    }

    private static final String LATE =
            """
            select e.reference, e.title, e.locality, e.body_reference, e.expected_on
            from asked
            join forward_plan_entry e on e.locality = any(asked.places)
             and e.state = 'PLANNED' and e.expected_on < asked.day
            """;
}
