package locality.budget.line;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import locality.budget.Named;
import locality.budget.fund.Fund;
import locality.platform.refusal.NotFound;

@ApplicationScoped
public class Lines implements PanacheRepositoryBase<BudgetLine, UUID> {

    /// The id of a line of this fund, without reading the line itself: the first read of a line in
    /// a transaction is the one that locks it.
    ///
    /// @throws NotFound if the fund has no such line
    public UUID idOf(Fund fund, String idOrReference) {
        var named = Named.by(idOrReference);
        var query =
                "select id from BudgetLine where fundId = ?1 and withdrawn = false and %s = ?2"
                        .formatted(named.column());
        return find(query, fund.id(), named.value())
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("budget line", idOrReference));
    }

    /// Locks a line until the transaction ends.
    public BudgetLine lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).singleResult();
    }

    /// Locks lines in the order of their ids, the one order in which lines are locked.
    public List<BudgetLine> lockAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1", Sort.by("id"), ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /// Every line the fund ever had, locked.
    public List<BudgetLine> lockAllOf(Fund fund) {
        return find("fundId", Sort.by("id"), fund.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<BudgetLine> page(Fund fund, int afterNumber, int limit) {
        return find(
                        "fundId = ?1 and withdrawn = false and number > ?2",
                        Sort.by("number"),
                        fund.id(),
                        afterNumber)
                .page(0, limit + 1)
                .list();
    }

    List<BudgetLine> planOf(Fund fund) {
        return find("fundId = ?1 and withdrawn = false", Sort.by("number"), fund.id()).list();
    }
}
