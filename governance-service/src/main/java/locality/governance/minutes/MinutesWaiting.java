package locality.governance.minutes;

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

/// Closed meetings whose minutes nobody approved, though the body, or one that took over from it,
/// has met since.
@ApplicationScoped
class MinutesWaiting implements WorklistSource {

    private final WhatWaits whatWaits;

    MinutesWaiting(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(NOT_APPROVED, places, on, MinutesWaiting::waiting);
    }

    private static WorklistRow waiting(ResultSet row) throws SQLException {
        var meeting = row.getString("reference");
        var later = row.getString("later");
        return WorklistRow.waiting(
                WorklistKind.MINUTES_TO_APPROVE,
                meeting,
                row.getString("body_name"),
                row.getObject("since", LocalDate.class),
                WorklistRow.Place.of(row),
                "Its minutes are not approved, and %s was held since".formatted(later),
                ClearingCall.post(
                        "/meetings/%s/approve-minutes".formatted(meeting), "approvedAt", later));
    }

    private static final String NOT_APPROVED =
            """
            select m.reference, m.locality, m.body_reference, m.body_name,
                   later.reference as later, cast(later.starts_at as date) as since
            from asked
            join meeting m on m.locality = any(asked.places) and m.state = 'CLOSED'
            join lateral (
              with recursive heir (id, from_day) as (
                select m.body_id, cast(m.starts_at as date)
                union
                select s.body_id, greatest(s.effective_on, heir.from_day)
                from body_succession s join heir on heir.id = s.predecessor)
              select n.reference, n.starts_at
              from meeting n join heir on heir.id = n.body_id
              where n.starts_at > m.starts_at and cast(n.starts_at as date) >= heir.from_day
                and n.state in ('OPEN', 'ADJOURNED', 'CLOSED', 'MINUTES_APPROVED')
                and cast(n.starts_at as date) <= asked.day
              order by n.starts_at, n.reference limit 1) later on true
            """;
}
