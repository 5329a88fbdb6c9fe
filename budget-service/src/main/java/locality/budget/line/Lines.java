package locality.budget.line;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.budget.Named;
import locality.budget.fund.Fund;
import locality.platform.caller.Caller;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.hibernate.Session;

@ApplicationScoped
public class Lines implements PanacheRepositoryBase<BudgetLine, UUID> {

    /// The id of a line of this fund, without reading the line itself: the first read of a line in
    /// a transaction is the one that locks it.
    ///
    /// @throws NotFound if the fund has no such line
    /// @throws LineRefusal if only a plan under way has it
    public UUID idOf(Fund fund, String idOrReference) {
        return idOf(fund, idOrReference, "withdrawn = false")
                .orElseThrow(() -> none(fund, idOrReference));
    }

    private Optional<UUID> idOf(Fund fund, String idOrReference, String which) {
        var named = Named.by(idOrReference);
        var query =
                "select id from BudgetLine where fundId = ?1 and %s = ?2 and %s"
                        .formatted(named.column(), which);
        return find(query, fund.id(), named.value()).project(UUID.class).firstResultOptional();
    }

    private Refusal none(Fund fund, String idOrReference) {
        return idOf(fund, idOrReference, "planVersion = 0").isPresent()
                ? new LineRefusal.InNoApprovedPlan(idOrReference)
                : new NotFound("budget line", idOrReference);
    }

    /// The fund of a line that the caller may see, again without reading the line.
    ///
    /// @throws NotFound if there is no such line in the caller's localities
    UUID fundOf(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        var query =
                "select fundId from BudgetLine where withdrawn = false and %s = ?1 and locality in ?2"
                        .formatted(named.column());
        return find(query, named.value(), caller.localities())
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("budget line", idOrReference));
    }

    /// The last day for which money is promised, asked for or posted on a line, empty if for none.
    /// What its plan has is no movement.
    Optional<LocalDate> lastMovedOn(UUID line) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(LAST_MOVED_ON, LocalDate.class)
                .setParameter("line", line)
                .uniqueResultOptional();
    }

    private static final String LAST_MOVED_ON =
            """
            select max(moved_on) from (
              select e.effective_on as moved_on
              from posting p join journal_entry e on e.id = p.entry_id
              where p.line_id = :line and p.account <> 'BUDGET'
              union all
              select effective_on from commitment
              where line_id = :line and state = 'PENDING_APPROVAL'
              union all
              select v.effective_on from virement v join virement_move m on m.virement_id = v.id
              where m.line_id = :line and v.state in ('PENDING_APPROVAL', 'MADE')
            ) moved
            """;

    /// As [#idOf], for many: the ids of those lines of this fund that there are or were, by the
    /// names given.
    public Map<String, UUID> idsOf(Fund fund, Set<String> idsOrReferences) {
        if (idsOrReferences.isEmpty()) {
            return Map.of();
        }
        var named = idsOrReferences.stream().map(Named::by).map(Named::value).toList();
        var ids = new HashMap<Object, UUID>();
        getEntityManager()
                .createQuery(
                        "select id, reference from BudgetLine where fundId = :fund"
                                + " and (id in :ids or reference in :references)",
                        Object[].class)
                .setParameter("fund", fund.id())
                .setParameter("ids", named.stream().filter(UUID.class::isInstance).toList())
                .setParameter(
                        "references", named.stream().filter(String.class::isInstance).toList())
                .getResultStream()
                .forEach(
                        line -> {
                            ids.put(line[0], (UUID) line[0]);
                            ids.put(line[1], (UUID) line[0]);
                        });
        return idsOrReferences.stream()
                .filter(name -> ids.containsKey(Named.by(name).value()))
                .collect(toMap(name -> name, name -> ids.get(Named.by(name).value())));
    }

    /// What each source of a fund may be spent on.
    public RingFences ringFencesOf(Fund fund) {
        return new RingFences(
                getEntityManager()
                        .createQuery(
                                "select fundingSource, ringFence from BudgetLine"
                                        + " where fundId = :fund and withdrawn = false"
                                        + " and ringFence is not null",
                                Object[].class)
                        .setParameter("fund", fund.id())
                        .getResultStream()
                        .collect(
                                groupingBy(
                                        line -> (String) line[0],
                                        mapping(line -> (String) line[1], toSet()))));
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

    /// The lines of the fund's plan, in its order.
    public List<BudgetLine> planOf(Fund fund) {
        return find("fundId = ?1 and withdrawn = false", Sort.by("number"), fund.id()).list();
    }
}
