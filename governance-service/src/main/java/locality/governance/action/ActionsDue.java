package locality.governance.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Actions that wait: late, to be reviewed, or without a date to be held to.
@ApplicationScoped
class ActionsDue implements WorklistSource {

    private final WhatWaits whatWaits;

    ActionsDue(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(WAITING, places, on, row -> row(row, on));
    }

    private static WorklistRow row(ResultSet row, LocalDate on) throws SQLException {
        return switch (DuePrecision.valueOf(row.getString("due_precision"))) {
            case DAY, MONTH -> late(row, on);
            case ONGOING -> toReview(row, on);
            case UNDATED -> undated(row, on);
        };
    }

    private static WorklistRow late(ResultSet row, LocalDate on) throws SQLException {
        var dueOn = row.getObject("due_on", LocalDate.class);
        return WorklistRow.due(
                WorklistKind.ACTION_OVERDUE,
                row.getString("reference"),
                row.getString("title"),
                dueOn,
                on,
                WorklistRow.Place.of(row),
                "Was to be done by %s by %s: complete it, or move it with a reason"
                        .formatted(dueOn, responsible(row)),
                ClearingCall.post(path(row, "complete"), "note", "What was done"));
    }

    private static WorklistRow toReview(ResultSet row, LocalDate on) throws SQLException {
        var reviewOn = row.getObject("review_on", LocalDate.class);
        var next =
                ClearingCall.post(
                        path(row, "move"),
                        "precision",
                        DuePrecision.ONGOING,
                        "reviewOn",
                        on.plusDays(DAYS_AHEAD),
                        "reason",
                        "Reviewed");
        return reviewOn == null
                ? waiting(
                        row,
                        WorklistKind.ACTION_WITHOUT_REVIEW,
                        "It goes on: say when it is reviewed next",
                        next)
                : WorklistRow.due(
                        WorklistKind.ACTION_TO_REVIEW,
                        row.getString("reference"),
                        row.getString("title"),
                        reviewOn,
                        on,
                        WorklistRow.Place.of(row),
                        "Its review was due on %s: say when the next is".formatted(reviewOn),
                        next);
    }

    private static WorklistRow undated(ResultSet row, LocalDate on) throws SQLException {
        return waiting(
                row,
                WorklistKind.ACTION_UNDATED,
                "Say by when it is to be done",
                ClearingCall.post(
                        path(row, "move"),
                        "dueOn",
                        on.plusDays(DAYS_AHEAD),
                        "reason",
                        "No date was said when it was given"));
    }

    private static WorklistRow waiting(
            ResultSet row, WorklistKind kind, String inWords, ClearingCall clear)
            throws SQLException {
        return WorklistRow.waiting(
                kind,
                row.getString("reference"),
                row.getString("title"),
                row.getObject("given_on", LocalDate.class),
                WorklistRow.Place.of(row),
                inWords,
                clear);
    }

    private static String responsible(ResultSet row) throws SQLException {
        return Stream.of(row.getString("post"), row.getString("organisation"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" of "));
    }

    private static String path(ResultSet row, String verb) throws SQLException {
        return "/actions/%s/%s".formatted(row.getString("reference"), verb);
    }

    private static final String WAITING =
            """
            select a.reference, a.title, a.post, a.organisation, a.locality, a.body_reference,
                   given.effective_on as given_on, s.due_precision, s.due_on, s.review_on
            from asked
            join action a on a.locality = any(asked.places)
            join action_step given on given.action_id = a.id and given.step = 1
            join lateral (select state, due_precision, due_on, review_on from action_step
                          where action_id = a.id and effective_on <= asked.day
                          order by step desc limit 1) s on true
            where s.state in ('OPEN', 'IN_PROGRESS')
              and (s.due_on < asked.day
                   or s.due_precision = 'UNDATED'
                   or s.due_precision = 'ONGOING'
                      and (s.review_on is null or s.review_on <= asked.day))
            """;
}
