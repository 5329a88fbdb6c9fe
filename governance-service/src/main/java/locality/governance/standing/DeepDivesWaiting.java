package locality.governance.standing;

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
import locality.platform.worklist.WhatWaits;

/// Deep dives that wait for a meeting: they are on its agenda as soon as one is planned.
@ApplicationScoped
class DeepDivesWaiting implements WorklistSource {

    private final WhatWaits whatWaits;

    DeepDivesWaiting(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(WAITING, places, on, row -> waiting(row, on));
    }

    private static WorklistRow waiting(ResultSet row, LocalDate on) throws SQLException {
        var body = row.getString("body_reference");
        return WorklistRow.waiting(
                WorklistKind.DEEP_DIVE_WAITING,
                row.getString("reference"),
                row.getString("concern"),
                row.getObject("raised_on", LocalDate.class),
                WorklistRow.Place.of(row),
                "No meeting of %s is planned to look at it: plan one".formatted(body),
                WorklistRow.meeting(body, on));
    }

    private static final String WAITING =
            """
            select d.reference, d.concern, d.locality, d.body_reference, d.raised_on
            from asked
            join deep_dive d on d.locality = any(asked.places) and d.state = 'RAISED'
             and d.raised_on <= asked.day
            """;
}
