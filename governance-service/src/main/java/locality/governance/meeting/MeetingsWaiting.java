package locality.governance.meeting;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistRow.Call;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;

/// Meetings that wait: for notice while it can still be given in time, to be opened, to be closed.
@ApplicationScoped
class MeetingsWaiting implements WorklistSource {

    /// From how many days before its last day notice is asked for **(default)**.
    private static final int DAYS_TO_GIVE_NOTICE = 14;

    private final AgroalDataSource database;

    MeetingsWaiting(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(UNDER_WAY)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", places.stream().map(Locality::code).toArray()));
            try (var rows = query.executeQuery()) {
                var waiting = new ArrayList<WorklistRow>();
                while (rows.next()) {
                    UnderWay.of(rows).row(on).forEach(waiting::add);
                }
                return waiting;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The meetings cannot be read", failure);
        }
    }

    /// @param noticeClearDays what the terms of reference of its day ask for; 0 for none
    private record UnderWay(
            String reference,
            String bodyName,
            LocalDate heldOn,
            MeetingState state,
            int noticeClearDays,
            WorklistRow.Place at) {

        static UnderWay of(ResultSet row) throws SQLException {
            return new UnderWay(
                    row.getString("reference"),
                    row.getString("body_name"),
                    row.getObject("held_on", LocalDate.class),
                    MeetingState.valueOf(row.getString("state")),
                    row.getInt("notice_clear_days"),
                    new WorklistRow.Place(
                            Locality.of(row.getString("locality")),
                            row.getString("body_reference"),
                            Roles.GOVERNANCE));
        }

        Stream<WorklistRow> row(LocalDate on) {
            if (state == MeetingState.PLANNED) {
                return on.plusDays(DAYS_TO_GIVE_NOTICE).isBefore(lastDayForNotice())
                        ? Stream.empty()
                        : Stream.of(toNotice(on));
            }
            if (!heldOn.isBefore(on)) {
                return Stream.empty();
            }
            return state == MeetingState.NOTICED
                    ? Stream.of(
                            due(
                                    WorklistKind.MEETING_TO_OPEN,
                                    heldOn,
                                    on,
                                    "Its day is past: open it and record it, or cancel it",
                                    Call.post(path("open"))))
                    : Stream.of(
                            due(
                                    WorklistKind.MEETING_TO_CLOSE,
                                    heldOn,
                                    on,
                                    "It is open since %s: record what is missing and close it"
                                            .formatted(heldOn),
                                    Call.post(path("close"))));
        }

        private WorklistRow toNotice(LocalDate on) {
            return due(
                    WorklistKind.MEETING_TO_NOTICE,
                    lastDayForNotice(),
                    on,
                    "Notice is given by %s: %d clear days before %s"
                            .formatted(lastDayForNotice(), noticeClearDays, heldOn),
                    Call.post(path("notice"), "noticedOn", on.isAfter(heldOn) ? heldOn : on));
        }

        /// Neither the day of notice nor the day of the meeting counts.
        private LocalDate lastDayForNotice() {
            return noticeClearDays == 0 ? heldOn : heldOn.minusDays(noticeClearDays + 1L);
        }

        private WorklistRow due(
                WorklistKind kind, LocalDate day, LocalDate on, String inWords, Call clear) {
            return WorklistRow.due(kind, reference, bodyName, day, on, at, inWords, clear);
        }

        private String path(String verb) {
            return "/meetings/%s/%s".formatted(reference, verb);
        }
    }

    private static final String UNDER_WAY =
            """
            select m.reference, m.body_reference, m.body_name, m.locality, m.state,
                   cast(m.starts_at as date) as held_on,
                   coalesce(t.notice_clear_days, 0) as notice_clear_days
            from meeting m
            left join lateral (select notice_clear_days from terms_of_reference
                               where body_id = m.body_id
                                 and effective_on <= cast(m.starts_at as date)
                               order by version_number desc limit 1) t on true
            where m.state in ('PLANNED', 'NOTICED', 'OPEN') and m.locality = any(?)
            """;
}
