package locality.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.governance.period.ClearDays;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
import locality.governance.recorder.Recorder;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;
import org.jspecify.annotations.Nullable;

/// Meetings that wait: for notice while it can still be given in time, to be opened, to go on, to
/// be closed.
@ApplicationScoped
class MeetingsWaiting implements WorklistSource {

    /// From how many days before its last day notice is asked for **(default)**.
    private static final int DAYS_TO_GIVE_NOTICE = 14;

    private static final int TEN = 10;

    private final WhatWaits whatWaits;
    private final ClearDaysRules clearDays;
    private final Recorder recorder;

    MeetingsWaiting(WhatWaits whatWaits, ClearDaysRules clearDays, Recorder recorder) {
        this.whatWaits = whatWaits;
        this.clearDays = clearDays;
        this.recorder = recorder;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        var counted = clearDays.of(NoticeOf.MEETING);
        return whatWaits.read(UNDER_WAY, places, on, row -> UnderWay.of(row, counted)).stream()
                .flatMap(meeting -> meeting.row(on, recorder.today()))
                .toList();
    }

    /// @param lastDayForNotice that leaves the clear days which the terms of reference of its day
    ///   ask for; its own day when they ask for none
    /// @param adjournedOn null unless it is adjourned
    /// @param resumesAt as was named when it was adjourned, null for none
    private record UnderWay(
            String reference,
            String bodyName,
            LocalDate heldOn,
            MeetingState state,
            LocalDate lastDayForNotice,
            @Nullable LocalDate adjournedOn,
            @Nullable LocalDateTime resumesAt,
            WorklistRow.Place at) {

        static UnderWay of(ResultSet row, Function<LocalDate, ClearDays> counted)
                throws SQLException {
            var heldOn = row.getObject("held_on", LocalDate.class);
            var asked = row.getObject("notice_clear_days", Integer.class);
            return new UnderWay(
                    row.getString("reference"),
                    row.getString("body_name"),
                    heldOn,
                    MeetingState.valueOf(row.getString("state")),
                    asked == null ? heldOn : counted.apply(heldOn).lastDayOfNotice(heldOn, asked),
                    row.getObject("adjourned_on", LocalDate.class),
                    row.getObject("resumes_at", LocalDateTime.class),
                    WorklistRow.Place.of(row));
        }

        /// @param today what is given or done is recorded up to this day
        Stream<WorklistRow> row(LocalDate on, LocalDate today) {
            if (state == MeetingState.PLANNED) {
                return on.plusDays(DAYS_TO_GIVE_NOTICE).isBefore(lastDayForNotice)
                        ? Stream.empty()
                        : Stream.of(toNotice(on, today));
            }
            if (adjournedOn != null) {
                return toReconvene(adjournedOn, on);
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
                                    ClearingCall.post(path("open"))))
                    : Stream.of(
                            due(
                                    WorklistKind.MEETING_TO_CLOSE,
                                    heldOn,
                                    on,
                                    "It is open since %s: record what is missing and close it"
                                            .formatted(heldOn),
                                    ClearingCall.post(path("close"))));
        }

        private WorklistRow toNotice(LocalDate on, LocalDate today) {
            return due(
                    WorklistKind.MEETING_TO_NOTICE,
                    lastDayForNotice,
                    on,
                    "Notice is given by %s, to be in time for %s"
                            .formatted(lastDayForNotice, heldOn),
                    ClearingCall.post(
                            path("notice"),
                            "noticedOn",
                            Collections.min(List.of(on, heldOn, today))));
        }

        private Stream<WorklistRow> toReconvene(LocalDate adjourned, LocalDate on) {
            if (resumesAt != null) {
                var day = resumesAt.toLocalDate();
                return day.isAfter(on)
                        ? Stream.empty()
                        : Stream.of(
                                due(
                                        WorklistKind.MEETING_TO_RECONVENE,
                                        day,
                                        on,
                                        "It was to go on at %s: reconvene it".formatted(resumesAt),
                                        ClearingCall.post(
                                                path("reconvene"),
                                                "startsAt",
                                                resumesAt.toString())));
            }
            return adjourned.isAfter(on)
                    ? Stream.empty()
                    : Stream.of(
                            WorklistRow.waiting(
                                    WorklistKind.MEETING_TO_RECONVENE,
                                    reference,
                                    bodyName,
                                    adjourned,
                                    at,
                                    "It was adjourned on %s without a day: reconvene it"
                                            .formatted(adjourned),
                                    ClearingCall.post(
                                            path("reconvene"),
                                            "startsAt",
                                            later(adjourned, on).atTime(TEN, 0).toString())));
        }

        /// A sitting begins after the one before it ended.
        private static LocalDate later(LocalDate adjourned, LocalDate on) {
            return on.isAfter(adjourned) ? on : adjourned.plusDays(1);
        }

        private WorklistRow due(
                WorklistKind kind,
                LocalDate day,
                LocalDate on,
                String inWords,
                ClearingCall clear) {
            return WorklistRow.due(kind, reference, bodyName, day, on, at, inWords, clear);
        }

        private String path(String verb) {
            return "/meetings/%s/%s".formatted(reference, verb);
        }
    }

    private static final String UNDER_WAY =
            """
            select m.reference, m.body_reference, m.body_name, m.locality, m.state,
                   cast(m.starts_at as date) as held_on, t.notice_clear_days,
                   cast(last.ended_at as date) as adjourned_on, last.resumes_at
            from asked
            join meeting m on m.locality = any(asked.places)
             and m.state in ('PLANNED', 'NOTICED', 'OPEN', 'ADJOURNED')
            left join lateral (select notice_clear_days from terms_of_reference
                               where body_id = m.body_id
                                 and effective_on <= cast(m.starts_at as date)
                               order by version_number desc limit 1) t on true
            left join lateral (select ended_at, resumes_at from sitting
                               where meeting_id = m.id and m.state = 'ADJOURNED'
                               order by number desc limit 1) last on true
            """;
}
