package locality.budget.scope;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import locality.budget.fund.Fund;
import locality.platform.money.Pence;
import org.hibernate.Session;

/// What was moved to the lines of a fund, or from them, beside its plan: virements and savings that
/// came back, as the ledger has them.
@ApplicationScoped
class MovedByDay {

    private static final String MOVED =
            """
            select p.line_id, sum(p.amount_pence)::bigint
            from journal_entry e join posting p on p.entry_id = e.id
            where e.fund_id = :fund and e.effective_on <= :day
              and p.account = 'BUDGET' and p.line_id is not null
              and coalesce(e.reverses, e.id) in (
                select entry_id from virement where fund_id = :fund and entry_id is not null
                union all
                select entry_id from recycled_saving where fund_id = :fund)
            group by p.line_id
            """;

    private final EntityManager entities;

    MovedByDay(EntityManager entities) {
        this.entities = entities;
    }

    /// @return by line, up to and with that day; a line is missing to which nothing was moved
    Map<UUID, Pence> of(Fund fund, LocalDate day) {
        return entities.unwrap(Session.class)
                .createNativeQuery(MOVED, Object[].class)
                .setParameter("fund", fund.id())
                .setParameter("day", day)
                .getResultStream()
                .collect(toMap(row -> (UUID) row[0], row -> Pence.of((Long) row[1])));
    }
}
