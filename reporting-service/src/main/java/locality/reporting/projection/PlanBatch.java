package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import locality.platform.event.PlanEvent.MilestoneChanged;
import locality.platform.event.PlanEvent.PlanChanged;

/// The plans and milestones of one batch.
final class PlanBatch {

    private final SequencedMap<Day, PlanChanged> plans = new LinkedHashMap<>();
    private final SequencedMap<Day, MilestoneChanged> milestones = new LinkedHashMap<>();

    void take(PlanChanged it) {
        plans.putLast(new Day(it.planId(), it.effectiveOn()), it);
    }

    void take(MilestoneChanged it) {
        milestones.putLast(new Day(it.milestoneId(), it.effectiveOn()), it);
    }

    void write(Connection connection) throws SQLException {
        writePlans(connection);
        writeMilestones(connection);
    }

    private void writePlans(Connection connection) throws SQLException {
        Rows.of(plans.values())
                .uuid(PlanChanged::planId)
                .date(PlanChanged::effectiveOn)
                .text(PlanChanged::reference)
                .text(PlanChanged::title)
                .json(PlanChanged::areas)
                .text(PlanChanged::baseline)
                .uuid(PlanChanged::decisionId)
                .text(it -> it.locality().code())
                .provenance(PlanChanged::provenance)
                .uuid(PlanChanged::bodyId)
                .write(
                        connection,
                        """
                        insert into read_model.plan_day
                          (plan_id, effective_on, reference, title, areas, baseline,
                           decision_id, locality, provenance, body_id)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (plan_id, effective_on) do update set
                          told = excluded.told,
                          reference = excluded.reference, title = excluded.title,
                          areas = excluded.areas, baseline = excluded.baseline,
                          decision_id = excluded.decision_id, provenance = excluded.provenance,
                          body_id = excluded.body_id
                        """);
    }

    private void writeMilestones(Connection connection) throws SQLException {
        Rows.of(milestones.values())
                .uuid(MilestoneChanged::milestoneId)
                .date(MilestoneChanged::effectiveOn)
                .uuid(MilestoneChanged::planId)
                .text(MilestoneChanged::reference)
                .text(MilestoneChanged::title)
                .text(MilestoneChanged::area)
                .text(MilestoneChanged::post)
                .text(MilestoneChanged::organisation)
                .date(MilestoneChanged::forecastOn)
                .text(MilestoneChanged::precision)
                .date(MilestoneChanged::reviewOn)
                .date(MilestoneChanged::baselineOn)
                .date(MilestoneChanged::achievedOn)
                .text(MilestoneChanged::state)
                .text(it -> it.locality().code())
                .provenance(MilestoneChanged::provenance)
                .date(MilestoneChanged::earlyOn)
                .flag(MilestoneChanged::critical)
                .json(MilestoneChanged::predecessors)
                .write(
                        connection,
                        """
                        insert into read_model.milestone_day
                          (milestone_id, effective_on, plan_id, reference, title, area, post,
                           organisation, forecast_on, precision, review_on, baseline_on,
                           achieved_on, state, locality, provenance, early_on,
                           critical, predecessors)
                        select *
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (milestone_id, effective_on) do update set
                          told = excluded.told,
                          plan_id = excluded.plan_id, reference = excluded.reference,
                          title = excluded.title, area = excluded.area, post = excluded.post,
                          organisation = excluded.organisation,
                          forecast_on = excluded.forecast_on, precision = excluded.precision,
                          review_on = excluded.review_on, baseline_on = excluded.baseline_on,
                          achieved_on = excluded.achieved_on, state = excluded.state,
                          provenance = excluded.provenance,
                          early_on = excluded.early_on, critical = excluded.critical,
                          predecessors = excluded.predecessors
                        """);
    }
}
