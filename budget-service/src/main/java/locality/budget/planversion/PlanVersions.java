package locality.budget.planversion;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.budget.fund.Fund;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.Event;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;
import locality.platform.time.BusinessClock;
import org.hibernate.Session;

@ApplicationScoped
public class PlanVersions implements PanacheRepositoryBase<PlanVersion, UUID> {

    /// The approvals that let money move are those that were told; which version each approved, its
    /// decision says.
    private static final String APPROVED_BEFORE =
            """
            select v.*
            from event_log e
              join plan_approval a on a.decision_id = cast(e.data ->> 'decisionId' as uuid)
              join plan_version v on v.fund_id = a.fund_id and v.version = a.plan_version
            where e.subject_type = 'fund' and e.subject_id = cast(:fund as text)
              and e.type = :approved and e.occurred_at < :moment
            order by e.subject_version desc
            limit 1
            """;

    /// @throws NotFound if the fund never had such a version, or had it before versions were kept
    PlanVersion require(Fund fund, int version) {
        return find("fundId = ?1 and version = ?2", fund.id(), version)
                .firstResultOptional()
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "plan version",
                                        "%s/%d".formatted(fund.reference(), version)));
    }

    /// The plan of a fund as it stood at the end of a day: the version approved last by then, or
    /// while none was, the last one there was. Of a plan that was entered only after that day the
    /// first version counts; of one entered only when its year was over, the one that is in force.
    ///
    /// @return empty where the fund was never planned
    public Optional<PlanVersion> standingOn(Fund fund, LocalDate day) {
        var nextDay = startOf(day.plusDays(1));
        return approvedBefore(fund, nextDay)
                .or(() -> lastBefore(fund, nextDay))
                .or(() -> enteredAfterwards(fund));
    }

    private Optional<PlanVersion> enteredAfterwards(Fund fund) {
        var yearIsOver = startOf(fund.financialYear().end().plusDays(1));
        return lastBefore(fund, yearIsOver).isPresent()
                ? find("fundId", Sort.by("version"), fund.id()).firstResultOptional()
                : find("fundId = ?1 and version = ?2", fund.id(), fund.planVersionInForce())
                        .firstResultOptional();
    }

    private Optional<PlanVersion> approvedBefore(Fund fund, Instant moment) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(APPROVED_BEFORE, PlanVersion.class)
                .setParameter("fund", fund.id())
                .setParameter("approved", Event.typeOf(FundPlanApproved.class))
                .setParameter("moment", moment)
                .uniqueResultOptional();
    }

    private Optional<PlanVersion> lastBefore(Fund fund, Instant moment) {
        return find(
                        "fundId = ?1 and recordedAt < ?2",
                        Sort.descending("version"),
                        fund.id(),
                        moment)
                .firstResultOptional();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.UNITED_KINGDOM).toInstant();
    }

    /// The lines of the plan as it stands, approved or not, in its order; none before there is one.
    public List<PlannedLine> latestOf(Fund fund) {
        return fund.planVersion() == 0 ? List.of() : require(fund, fund.planVersion()).lines;
    }

    /// What the plans of these funds as they stand have for each line.
    public Map<UUID, Pence> latestByLine(Collection<UUID> funds) {
        return find(
                        "select v from PlanVersion v join Fund f"
                                + " on f.id = v.fundId and f.planVersion = v.version"
                                + " where f.id in ?1",
                        funds)
                .stream()
                .flatMap(plan -> plan.lines.stream())
                .collect(toMap(PlannedLine::lineId, PlannedLine::plannedPence));
    }

    List<PlanVersion> page(Fund fund, int after, int limit) {
        return find("fundId = ?1 and version > ?2", Sort.by("version"), fund.id(), after)
                .page(0, limit + 1)
                .list();
    }
}
