package locality.budget.protection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.Named;
import locality.budget.fund.Fund;
import locality.platform.caller.Caller;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProtectedAmounts implements PanacheRepositoryBase<ProtectedAmount, UUID> {

    private static final UUID NONE = new UUID(0, 0);

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    ProtectedAmount require(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(named.column() + " = ?1 and locality in ?2", named.value(), caller.localities())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("protected amount", idOrReference));
    }

    /// The fund to lock before it is changed.
    UUID fundOf(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                        "select fundId from ProtectedAmount where %s = ?1 and locality in ?2"
                                .formatted(named.column()),
                        named.value(),
                        caller.localities())
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("protected amount", idOrReference));
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    List<ProtectedAmount> of(UUID fund) {
        return find("fundId", Sort.by("id"), fund).list();
    }

    List<ProtectedAmount> page(Fund fund, UUID after, int limit) {
        return find("fundId = ?1 and id > ?2", Sort.by("id"), fund.id(), after)
                .page(0, limit + 1)
                .list();
    }

    /// What lines have together: the plan and what was moved since.
    Pence currentOf(Collection<UUID> lines) {
        return Pence.of(
                getEntityManager()
                        .createQuery(
                                """
                                select coalesce(sum(l.currentPence), 0L) from BudgetLine l
                                where l.id in :lines
                                """,
                                Long.class)
                        .setParameter("lines", lines)
                        .getSingleResult());
    }

    /// What virements that wait for a decision would take from these lines together, as a figure
    /// below nothing. One that would bring them money does not count before it does.
    ///
    /// @param except the virement that does not count itself
    Pence waitingToLeave(Collection<UUID> lines, @Nullable UUID except) {
        return Pence.of(
                (Long)
                        getEntityManager()
                                .createNativeQuery(
                                        """
                                        select coalesce(sum(least(moved, 0)), 0)::bigint from (
                                          select sum(m.amount_pence) as moved
                                          from virement v
                                          join virement_move m on m.virement_id = v.id
                                          where v.state = 'PENDING_APPROVAL' and v.id <> :except
                                            and m.line_id in (:lines)
                                          group by v.id) waiting
                                        """,
                                        Long.class)
                                .setParameter("except", except == null ? NONE : except)
                                .setParameter("lines", lines)
                                .getSingleResult());
    }

    /// The references of these lines.
    Map<UUID, String> referencesOf(Collection<UUID> lines) {
        return getEntityManager()
                .createQuery(
                        "select l.id, l.reference from BudgetLine l where l.id in :lines",
                        Object[].class)
                .setParameter("lines", lines)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}
