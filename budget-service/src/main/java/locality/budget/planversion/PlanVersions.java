package locality.budget.planversion;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.budget.fund.Fund;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;
import locality.platform.time.BusinessClock;

@ApplicationScoped
public class PlanVersions implements PanacheRepositoryBase<PlanVersion, UUID> {

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

    /// The plan of a fund as it stood at the end of a day. Of a plan that was entered only after
    /// that day the first version counts; of one entered only when its year was over, the last.
    ///
    /// @return empty where the fund was never planned
    public Optional<PlanVersion> standingOn(Fund fund, LocalDate day) {
        var lastBy = lastBefore(fund, day.plusDays(1));
        if (lastBy.isPresent()) {
            return lastBy;
        }
        var yearIsOver = fund.financialYear().end().plusDays(1);
        return lastBefore(fund, yearIsOver).isPresent()
                ? find("fundId", Sort.by("version"), fund.id()).firstResultOptional()
                : find("fundId", Sort.descending("version"), fund.id()).firstResultOptional();
    }

    private Optional<PlanVersion> lastBefore(Fund fund, LocalDate day) {
        return find(
                        "fundId = ?1 and recordedAt < ?2",
                        Sort.descending("version"),
                        fund.id(),
                        day.atStartOfDay(BusinessClock.UNITED_KINGDOM).toInstant())
                .firstResultOptional();
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
