package locality.budget.planversion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import locality.budget.fund.Fund;
import locality.platform.refusal.NotFound;

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

    List<PlanVersion> page(Fund fund, int after, int limit) {
        return find("fundId = ?1 and version > ?2", Sort.by("version"), fund.id(), after)
                .page(0, limit + 1)
                .list();
    }
}
