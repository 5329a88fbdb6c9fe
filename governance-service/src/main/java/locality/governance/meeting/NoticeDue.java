package locality.governance.meeting;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;

/// By when notice of a meeting must be given: the last day that leaves the clear days which the
/// terms of reference of its day ask for.
@ApplicationScoped
class NoticeDue {

    private final AgroalDataSource database;
    private final ClearDaysRules rules;

    NoticeDue(AgroalDataSource database, ClearDaysRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /// By meeting, read for all of them at once; none for a meeting whose terms ask for no notice
    /// in particular, or that has sat and was resumed.
    Map<UUID, LocalDate> of(Collection<Meeting> meetings) {
        var asked = clearDays(meetings);
        var counted = rules.of(NoticeOf.MEETING);
        var due = new HashMap<UUID, LocalDate>();
        for (var meeting : meetings) {
            var clearDays = asked.get(meeting.id);
            if (clearDays != null && meeting.sittings.had.size() <= 1) {
                var day = meeting.heldOn();
                due.put(meeting.id, counted.apply(day).lastDayOfNotice(day, clearDays));
            }
        }
        return due;
    }

    private Map<UUID, Integer> clearDays(Collection<Meeting> meetings) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select m.id, t.notice_clear_days
                                from meeting m
                                join lateral (select notice_clear_days from terms_of_reference
                                              where body_id = m.body_id
                                                and effective_on <= cast(m.starts_at as date)
                                              order by version_number desc limit 1) t on true
                                where m.id = any(?) and t.notice_clear_days is not null
                                """)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", meetings.stream().map(meeting -> meeting.id).toArray()));
            try (var rows = query.executeQuery()) {
                var asked = new HashMap<UUID, Integer>();
                while (rows.next()) {
                    asked.put(rows.getObject(1, UUID.class), rows.getInt(2));
                }
                return asked;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The terms of reference cannot be read", failure);
        }
    }
}
