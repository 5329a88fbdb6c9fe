package locality.reporting.partnership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.place.Locality;
import locality.reporting.partnership.Plans.Milestone;
import locality.reporting.partnership.Plans.Plan;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// A locality's plans as of a day. A plan is shown once it is told of, with the milestones told of
/// by then. A baseline holds from the first day it is told of as, whatever was told of the plan
/// since.
final class PlansOf {

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;

    PlansOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
    }

    private record OfPlan(UUID plan, Milestone milestone) {}

    List<Plan> plans() {
        var milestones =
                milestones().stream()
                        .collect(
                                Collectors.groupingBy(
                                        OfPlan::plan,
                                        Collectors.mapping(
                                                OfPlan::milestone, Collectors.toList())));
        return snapshot.list(
                """
                select p.plan_id, p.reference, p.title, p.areas, p.provenance, b.baseline,
                       d.reference as decision
                from (select distinct on (plan_id) * from read_model.plan_day
                      where locality = ? and effective_on <= ?
                      order by plan_id, effective_on desc) p
                left join lateral
                  (select baseline, decision_id from read_model.plan_day
                   where plan_id = p.plan_id and baseline is not null and effective_on <= ?
                   group by baseline, decision_id
                   order by min(effective_on) desc limit 1) b on true
                left join read_model.decision d on d.decision_id = b.decision_id
                order by p.reference
                """,
                row -> plan(row, milestones.getOrDefault(row.uuid("plan_id"), List.of())),
                locality.code(),
                on,
                on);
    }

    private static Plan plan(Row row, List<Milestone> milestones) {
        var areas = row.listOf("areas", String.class);
        var filled =
                milestones.stream()
                        .filter(it -> !it.isCancelled())
                        .map(Milestone::area)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return new Plan(
                row.text("reference"),
                row.text("title"),
                areas,
                areas.stream().filter(area -> !filled.contains(area)).toList(),
                row.optionalText("baseline"),
                row.optionalText("decision"),
                milestones,
                row.provenance("provenance"));
    }

    private List<OfPlan> milestones() {
        return snapshot.list(
                """
                select m.*, coalesce(o.name, m.organisation) as organisation_name
                from (select distinct on (milestone_id) * from read_model.milestone_day
                      where locality = ? and effective_on <= ?
                      order by milestone_id, effective_on desc) m
                left join read_model.organisation o on o.code = m.organisation
                order by coalesce(m.achieved_on, m.forecast_on), m.reference
                """,
                row -> new OfPlan(row.uuid("plan_id"), milestone(row)),
                locality.code(),
                on);
    }

    private Milestone milestone(Row row) {
        var state = row.text("state");
        var forecast = row.optionalDate("forecast_on");
        var achieved = row.optionalDate("achieved_on");
        var early = row.optionalDate("early_on");
        return new Milestone(
                row.text("reference"),
                row.text("title"),
                row.optionalText("area"),
                row.optionalText("post"),
                row.optionalText("organisation_name"),
                forecast,
                row.text("precision"),
                row.optionalDate("review_on"),
                row.optionalDate("baseline_on"),
                achieved,
                state,
                forecast != null
                        && forecast.isBefore(on)
                        && (state.equals("PLANNED") || state.equals("IN_PROGRESS")),
                state.equals("CANCELLED")
                        ? null
                        : days(
                                row.optionalDate("baseline_on"),
                                achieved != null ? achieved : early != null ? early : forecast),
                row.provenance("provenance"));
    }

    private static @Nullable Long days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
    }
}
