package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import locality.platform.event.BudgetEvent.FundOpened;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.BudgetEvent.FundPlanned;
import org.jspecify.annotations.Nullable;

/// Funds and their plans, of one batch: the plan that holds now, and every version by day.
final class FundBatch {

    /// A version of a plan on a day.
    private record VersionDay(UUID fund, int version, LocalDate effectiveOn) {}

    private final Map<UUID, FundOpened> opened = new LinkedHashMap<>();
    private final Map<UUID, FundPlanned> planned = new LinkedHashMap<>();
    private final Map<UUID, FundPlanApproved> approved = new LinkedHashMap<>();
    private final SequencedMap<VersionDay, Told<FundPlanned>> versions = new LinkedHashMap<>();
    private final SequencedMap<VersionDay, Told<FundPlanApproved>> approvals =
            new LinkedHashMap<>();

    private record PlannedLine(FundPlanned plan, FundPlanned.Line line) {}

    void take(FundOpened it) {
        opened.put(it.fundId(), it);
    }

    /// A plan that is told after an approval is another one than was approved.
    void takePlan(Told<FundPlanned> told) {
        var it = told.event();
        planned.put(it.fundId(), it);
        approved.remove(it.fundId());
        versions.putLast(
                new VersionDay(it.fundId(), version(it.planVersion()), it.effectiveOn()), told);
    }

    void takeApproval(Told<FundPlanApproved> told) {
        var it = told.event();
        approved.put(it.fundId(), it);
        approvals.putLast(
                new VersionDay(it.fundId(), version(it.planVersion()), it.effectiveOn()), told);
    }

    /// Plans were told of without a version at first; they are kept as version 0.
    private static int version(@Nullable Integer told) {
        return Objects.requireNonNullElse(told, 0);
    }

    void write(Connection connection) throws SQLException {
        writeFunds(connection);
        writePlans(connection);
        writeLines(connection);
        writeApproved(connection);
        writeVersions(connection);
        writeApprovals(connection);
    }

    /// The lines of every plan of the batch.
    List<UUID> plannedLineIds() {
        return planned.values().stream()
                .flatMap(plan -> plan.lines().stream())
                .map(FundPlanned.Line::lineId)
                .toList();
    }

    private void writeFunds(Connection connection) throws SQLException {
        Rows.of(opened.values())
                .uuid(FundOpened::fundId)
                .text(FundOpened::reference)
                .text(FundOpened::name)
                .text(FundOpened::kind)
                .text(fund -> fund.financialYear().toString())
                .text(FundOpened::host)
                .text(fund -> fund.locality().code())
                .provenance(FundOpened::provenance)
                .text(FundOpened::agreement)
                .date(FundOpened::effectiveOn)
                .write(
                        connection,
                        """
                        insert into read_model.fund
                          (fund_id, reference, name, kind, financial_year, host, locality,
                           provenance, agreement, effective_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (fund_id) do update set
                          reference = excluded.reference, name = excluded.name,
                          kind = excluded.kind, financial_year = excluded.financial_year,
                          host = excluded.host, provenance = excluded.provenance,
                          agreement = excluded.agreement, effective_on = excluded.effective_on
                        """);
    }

    private void writePlans(Connection connection) throws SQLException {
        Rows.of(planned.values())
                .uuid(FundPlanned::fundId)
                .pence(FundPlanned::plannedPence)
                .write(
                        connection,
                        """
                        update read_model.fund set
                          planned_pence = told.planned_pence, plan_decision_id = null
                        from unnest(?, ?) as told (fund_id, planned_pence)
                        where fund.fund_id = told.fund_id
                        """);
    }

    /// A plan names all of its lines: what an earlier plan had and this one has not is gone.
    private void writeLines(Connection connection) throws SQLException {
        Rows.of(planned.keySet())
                .uuid(fund -> fund)
                .write(
                        connection,
                        "delete from read_model.budget_line where fund_id in (select unnest(?))");
        Rows.of(plannedLines())
                .uuid(it -> it.line().lineId())
                .uuid(it -> it.plan().fundId())
                .text(it -> it.line().reference())
                .text(it -> it.line().scheme())
                .text(it -> it.line().areaOfSpend())
                .text(it -> it.line().commissioner())
                .text(it -> it.line().basis())
                .pence(it -> it.line().plannedPence())
                .pence(
                        it ->
                                Objects.requireNonNullElse(
                                        it.line().currentPence(), it.line().plannedPence()))
                .provenance(it -> it.line().provenance())
                .write(
                        connection,
                        """
                        insert into read_model.budget_line
                          (line_id, fund_id, reference, scheme, area_of_spend, commissioner, basis,
                           planned_pence, current_pence, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    private Collection<PlannedLine> plannedLines() {
        var lines = new ArrayList<PlannedLine>();
        planned.values()
                .forEach(plan -> plan.lines().forEach(it -> lines.add(new PlannedLine(plan, it))));
        return lines;
    }

    private void writeApproved(Connection connection) throws SQLException {
        Rows.of(approved.values())
                .uuid(FundPlanApproved::fundId)
                .uuid(FundPlanApproved::decisionId)
                .write(
                        connection,
                        """
                        update read_model.fund set plan_decision_id = told.decision_id
                        from unnest(?, ?) as told (fund_id, decision_id)
                        where fund.fund_id = told.fund_id
                        """);
    }

    private void writeVersions(Connection connection) throws SQLException {
        Rows.of(versions.values())
                .uuid(it -> it.event().fundId())
                .number(it -> (long) version(it.event().planVersion()))
                .date(it -> it.event().effectiveOn())
                .number(Told::position)
                .text(it -> it.event().stage())
                .pence(it -> it.event().plannedPence())
                .json(it -> it.event().lines())
                .text(it -> it.event().locality().code())
                .write(
                        connection,
                        """
                        insert into read_model.fund_plan_day
                          (fund_id, plan_version, effective_on, told, stage, planned_pence, lines,
                           locality)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (fund_id, plan_version, effective_on) do update set
                          told = excluded.told, stage = excluded.stage,
                          planned_pence = excluded.planned_pence, lines = excluded.lines
                        """);
    }

    private void writeApprovals(Connection connection) throws SQLException {
        Rows.of(approvals.values())
                .uuid(it -> it.event().fundId())
                .number(it -> (long) version(it.event().planVersion()))
                .date(it -> it.event().effectiveOn())
                .number(Told::position)
                .text(it -> it.event().stage())
                .uuid(it -> it.event().decisionId())
                .write(
                        connection,
                        """
                        insert into read_model.fund_plan_approval_day
                          (fund_id, plan_version, effective_on, told, stage, decision_id)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (fund_id, plan_version, effective_on) do update set
                          told = excluded.told, stage = excluded.stage,
                          decision_id = excluded.decision_id
                        """);
    }
}
