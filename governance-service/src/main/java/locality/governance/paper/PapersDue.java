package locality.governance.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import locality.governance.period.ClearDays;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Items of noticed meetings that have no paper: it is due the last day on which it is not late.
@ApplicationScoped
class PapersDue implements WorklistSource {

    private final WhatWaits whatWaits;
    private final ClearDaysRules clearDays;

    PapersDue(WhatWaits whatWaits, ClearDaysRules clearDays) {
        this.whatWaits = whatWaits;
        this.clearDays = clearDays;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        var counted = clearDays.of(NoticeOf.MEETING);
        return whatWaits.read(WITHOUT_PAPER, places, on, row -> due(row, counted, on));
    }

    private static WorklistRow due(
            ResultSet row, Function<LocalDate, ClearDays> counted, LocalDate on)
            throws SQLException {
        var meeting = row.getString("reference");
        var title = row.getString("title");
        var heldOn = row.getObject("held_on", LocalDate.class);
        var lastDay = counted.apply(heldOn).lastDayOfNotice(heldOn, Paper.CLEAR_DAYS);
        int item = row.getInt("number");
        return WorklistRow.due(
                WorklistKind.PAPER_DUE,
                meeting + "/" + item,
                title,
                lastDay,
                on,
                WorklistRow.Place.of(row),
                "It has no paper: one published after %s is late for %s".formatted(lastDay, heldOn),
                ClearingCall.post(
                        "/meetings/%s/items/%d/papers".formatted(meeting, item),
                        "frontSheet",
                        Map.of("title", title, "reportOf", "Lead officer")));
    }

    private static final String WITHOUT_PAPER =
            """
            select m.reference, m.locality, m.body_reference, i.number, i.title,
                   cast(m.starts_at as date) as held_on
            from asked
            join meeting m on m.locality = any(asked.places) and m.state = 'NOTICED'
             and m.noticed_on <= asked.day and cast(m.starts_at as date) >= asked.day
            join agenda_item i on i.meeting_id = m.id
            where not exists (select from paper p where p.meeting_id = m.id and p.item = i.number)
            """;
}
