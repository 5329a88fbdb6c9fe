package locality.governance.scrutiny;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Quotas near the end of their period that are not met by the reports the committee had and those
/// that are on its agendas for the rest of it.
@ApplicationScoped
class QuotasShort implements WorklistSource {

    private final WhatWaits whatWaits;

    QuotasShort(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(SHORT.formatted(DAYS_AHEAD), places, on, row -> wanting(row, on));
    }

    private static WorklistRow wanting(ResultSet row, LocalDate on) throws SQLException {
        var lastDay = row.getObject("until_day", LocalDate.class);
        return WorklistRow.due(
                WorklistKind.SCRUTINY_QUOTA_SHORT,
                row.getString("reference"),
                row.getString("subject"),
                lastDay,
                on,
                WorklistRow.Place.of(row),
                "%d of %d reports by %s: put one before the committee"
                        .formatted(row.getInt("reports"), row.getInt("reports_wanted"), lastDay),
                clearing(row));
    }

    /// A paper on the agenda there is; an item, or a meeting, until there is one.
    private static ClearingCall clearing(ResultSet row) throws SQLException {
        var meeting = row.getString("next_meeting");
        var subject = row.getString("subject");
        if (meeting == null) {
            return ClearingCall.post(
                    "/meetings",
                    "body",
                    row.getString("body_reference"),
                    "startsAt",
                    row.getObject("until_day", LocalDate.class) + "T10:00");
        }
        int item = row.getInt("item");
        return item == 0
                ? ClearingCall.post("/meetings/%s/items".formatted(meeting), "title", subject)
                : ClearingCall.post(
                        "/meetings/%s/items/%d/papers".formatted(meeting, item),
                        "kind",
                        "SCRUTINY_REPORT",
                        "frontSheet",
                        Map.of("title", subject, "reportOf", "Lead officer"));
    }

    private static final String SHORT =
            """
            select q.reference, q.subject, q.locality, q.body_reference, q.until_day,
                   q.reports_wanted, had.reports, next.reference as next_meeting,
                   coalesce(next.item, 0) as item
            from asked
            join scrutiny_quota q on q.locality = any(asked.places)
             and q.from_day <= asked.day and q.until_day >= asked.day
             and q.until_day <= asked.day + %d
            cross join lateral (
              select count(*) as reports
              from paper p join meeting m on m.id = p.meeting_id
              where p.kind = 'SCRUTINY_REPORT' and m.body_id = q.body_id
                and m.state <> 'CANCELLED'
                and cast(m.starts_at as date) between q.from_day and q.until_day) had
            left join lateral (
              select m.reference, (select max(i.number) from agenda_item i
                                   where i.meeting_id = m.id) as item
              from meeting m
              where m.body_id = q.body_id and m.state in ('PLANNED', 'NOTICED', 'OPEN')
                and cast(m.starts_at as date) between asked.day and q.until_day
              order by m.starts_at, m.reference limit 1) next on true
            where had.reports < q.reports_wanted
            """;
}
