package locality.governance.plan;

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

/// Milestones that wait: overdue, due within a fortnight **(default)**, to be reviewed, or without
/// a date.
@ApplicationScoped
class MilestonesDue implements WorklistSource {

    private final WhatWaits whatWaits;

    MilestonesDue(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(WAITING, places, on, row -> row(row, on));
    }

    private static WorklistRow row(ResultSet row, LocalDate on) throws SQLException {
        var forecastOn = row.getObject("forecast_on", LocalDate.class);
        if (forecastOn == null) {
            return row.getString("precision").equals(Precision.UNDATED.name())
                    ? undated(row, on)
                    : toReview(row, on);
        }
        return forecastOn.isBefore(on) ? overdue(row, forecastOn, on) : near(row, forecastOn, on);
    }

    private static WorklistRow overdue(ResultSet row, LocalDate forecastOn, LocalDate on)
            throws SQLException {
        return WorklistRow.due(
                WorklistKind.MILESTONE_OVERDUE,
                row.getString("reference"),
                row.getString("title"),
                forecastOn,
                on,
                WorklistRow.Place.of(row),
                "It was expected by %s: achieve it, or move its forecast with a reason"
                        .formatted(forecastOn),
                ClearingCall.post(
                        path(row, "forecast"),
                        "forecast",
                        on.plusDays(DAYS_AHEAD),
                        "reason",
                        "It was not ready"));
    }

    private static WorklistRow near(ResultSet row, LocalDate forecastOn, LocalDate on)
            throws SQLException {
        return WorklistRow.due(
                WorklistKind.MILESTONE_NEAR,
                row.getString("reference"),
                row.getString("title"),
                forecastOn,
                on,
                WorklistRow.Place.of(row),
                "It is expected by %s: say when it is reached".formatted(forecastOn),
                ClearingCall.post(path(row, "achieve"), "note", "How it was reached"));
    }

    private static WorklistRow undated(ResultSet row, LocalDate on) throws SQLException {
        return WorklistRow.waiting(
                WorklistKind.MILESTONE_UNDATED,
                row.getString("reference"),
                row.getString("title"),
                row.getObject("effective_on", LocalDate.class),
                WorklistRow.Place.of(row),
                "It has no date: say when it is expected",
                ClearingCall.post(
                        path(row, "forecast"),
                        "forecast",
                        on.plusDays(DAYS_AHEAD),
                        "reason",
                        "A date was set"));
    }

    private static WorklistRow toReview(ResultSet row, LocalDate on) throws SQLException {
        var reviewOn = row.getObject("review_on", LocalDate.class);
        var next =
                ClearingCall.post(
                        path(row, "forecast"),
                        "precision",
                        Precision.ONGOING,
                        "reviewOn",
                        on.plusDays(DAYS_AHEAD),
                        "reason",
                        "Reviewed");
        return reviewOn == null
                ? WorklistRow.waiting(
                        WorklistKind.MILESTONE_TO_REVIEW,
                        row.getString("reference"),
                        row.getString("title"),
                        row.getObject("effective_on", LocalDate.class),
                        WorklistRow.Place.of(row),
                        "It goes on: say when it is reviewed next",
                        next)
                : WorklistRow.due(
                        WorklistKind.MILESTONE_TO_REVIEW,
                        row.getString("reference"),
                        row.getString("title"),
                        reviewOn,
                        on,
                        WorklistRow.Place.of(row),
                        "Its review was due on %s: say when the next is".formatted(reviewOn),
                        next);
    }

    private static String path(ResultSet row, String verb) throws SQLException {
        return "/milestones/%s/%s".formatted(row.getString("reference"), verb);
    }

    private static final String WAITING =
            """
            select m.reference, m.title, m.locality, p.body_reference,
                   s.precision, s.forecast_on, s.review_on, s.effective_on
            from asked
            join milestone m on m.locality = any(asked.places)
            join plan p on p.id = m.plan_id
            join lateral (select state, precision, forecast_on, review_on, effective_on
                          from milestone_step
                          where milestone_id = m.id and effective_on <= asked.day
                          order by step desc limit 1) s on true
            where s.state in ('PLANNED', 'IN_PROGRESS')
              and (s.forecast_on <= asked.day + 14
                   or s.precision = 'UNDATED'
                   or s.precision = 'ONGOING'
                      and (s.review_on is null or s.review_on <= asked.day))
            """;
}
