package locality.budget.authority;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.UUID;
import locality.budget.Named;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.Session;

@ApplicationScoped
public class KnownDecisions implements PanacheRepositoryBase<KnownDecision, UUID> {

    /// Remembers what governance tells, over what it told before.
    public void learn(DecisionTaken told) {
        var known = findById(told.decisionId());
        if (known == null) {
            known = new KnownDecision();
            known.id = told.decisionId();
            known.learn(told);
            persist(known);
        } else {
            known.learn(told);
        }
    }

    /// What became of a decision later. One that was never told cannot be cited anyway. Who cites
    /// it at this moment is waited for, and counts as having come first.
    public void learn(DecisionChanged told) {
        var known = findById(told.decisionId(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            known.learn(told);
        }
    }

    /// That the decision a plan rests on still binds. One that governance told before decisions
    /// were kept here is taken to.
    ///
    /// @throws AuthorityRefusal if it was called in, sent back, rescinded or superseded
    public void requireStanding(UUID decision) {
        findByIdOptional(decision, LockModeType.PESSIMISTIC_READ)
                .ifPresent(KnownDecision::requireBinding);
    }

    /// The decision by id or reference, locked, so that two who cite it at once are seen by each
    /// other and cannot share one amount.
    ///
    /// @param place where the money lies; another place's decision is not known here
    /// @throws AuthorityRefusal if none is known
    public KnownDecision lock(String idOrReference, Locality place) {
        var named = Named.by(idOrReference);
        return find(named.column() + " = ?1 and locality = ?2", named.value(), place)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new AuthorityRefusal.NotKnown(idOrReference));
    }

    /// What was done under a decision so far: everything promised, less what was released, and
    /// everything posted for itself, less what was taken back. What a commitment pays was counted
    /// when it was promised.
    public Pence usedUnder(UUID decision) {
        var used =
                getEntityManager()
                        .createNativeQuery(
                                """
                                select ((select coalesce(sum(amount_pence - released_pence), 0)
                                         from commitment where decision_id = :decision)
                                  + (select coalesce(sum(case when e.reverses is null
                                                              then p.amount_pence
                                                              else -p.amount_pence end), 0)
                                     from journal_entry e join posting p on p.entry_id = e.id
                                     where e.authority_kind = 'DECISION'
                                       and e.authority_id = :decision
                                       and e.commitment_id is null
                                       and p.amount_pence > 0))::bigint
                                """,
                                Long.class)
                        .setParameter("decision", decision)
                        .getSingleResult();
        return Pence.of((Long) used);
    }

    /// How much of each owner's money that was. Of a commitment partly given back each owner has
    /// less in proportion, rounded up to the penny; what is posted on a line, and what a line gives
    /// to others, is its commissioner's.
    public Map<String, Pence> usedByOwnerUnder(UUID decision) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(USED_BY_OWNER, Object[].class)
                .setParameter("decision", decision)
                .getResultStream()
                .collect(toMap(row -> (String) row[0], row -> Pence.of((Long) row[1])));
    }

    private static final String USED_BY_OWNER =
            """
            select organisation, sum(pence)::bigint from (
              select o.organisation,
                div(o."sharePence" * (c.amount_pence - c.released_pence) + c.amount_pence - 1,
                    c.amount_pence) as pence
              from commitment c
              cross join lateral jsonb_to_recordset(c.owners)
                as o(organisation text, "sharePence" numeric)
              where c.decision_id = :decision
              union all
              select l.commissioner,
                case when p.account = 'BUDGET' then greatest(-p.amount_pence, 0)
                     when e.reverses is null then greatest(p.amount_pence, 0)
                     else least(p.amount_pence, 0) end
              from journal_entry e
              join posting p on p.entry_id = e.id
              join budget_line l on l.id = p.line_id
              where e.authority_kind = 'DECISION' and e.authority_id = :decision
                and e.commitment_id is null and p.account in ('SPEND', 'BUDGET')
            ) used group by organisation
            """;
}
