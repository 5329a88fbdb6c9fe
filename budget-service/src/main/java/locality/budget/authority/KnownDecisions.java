package locality.budget.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import locality.budget.Named;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

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

    /// Locks those of these decisions that are known, in the order of their ids, before one of them
    /// is told of.
    public void lockKnown(Collection<UUID> decisions) {
        lock(decisions, LockModeType.PESSIMISTIC_WRITE);
    }

    /// That the decision a plan rests on still binds. One that governance told before decisions
    /// were kept here is taken to.
    ///
    /// @throws AuthorityRefusal if it was called in, sent back, rescinded or superseded
    public void requireStanding(UUID decision) {
        findByIdOptional(decision, LockModeType.PESSIMISTIC_READ)
                .ifPresent(KnownDecision::requireBinding);
    }

    /// Holds a decision as it was last told until the transaction ends, if it is known.
    public void hold(UUID decision) {
        findByIdOptional(decision, LockModeType.PESSIMISTIC_READ);
    }

    /// Whether a decision binds as it was last told; one that governance told before decisions were
    /// kept here is taken to.
    boolean stands(UUID decision) {
        return findByIdOptional(decision).map(KnownDecision::isBinding).orElse(true);
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

    /// Decisions by id or reference, each locked as by [#lock], and the one that approved a plan as
    /// by [#requireStanding]: all in the order of their ids. Those that are not known are left out.
    ///
    /// @param place where the money lies; another place's decision is not known here
    /// @param plan the decision that approved the plan; null if none did
    public List<KnownDecision> lockAll(
            Collection<String> idsOrReferences, Locality place, @Nullable UUID plan) {
        var ids = new TreeSet<>(LOCKING_ORDER);
        ids.addAll(idsOf(idsOrReferences, place));
        if (plan == null) {
            return lock(ids, LockModeType.PESSIMISTIC_WRITE);
        }
        var locked = new ArrayList<>(lock(ids.headSet(plan), LockModeType.PESSIMISTIC_WRITE));
        locked.addAll(lock(Set.of(plan), LockModeType.PESSIMISTIC_READ));
        locked.addAll(lock(ids.tailSet(plan, false), LockModeType.PESSIMISTIC_WRITE));
        return locked;
    }

    static final Comparator<UUID> LOCKING_ORDER = Comparator.comparing(UUID::toString);

    private List<UUID> idsOf(Collection<String> idsOrReferences, Locality place) {
        if (idsOrReferences.isEmpty()) {
            return List.of();
        }
        var named = idsOrReferences.stream().map(Named::by).map(Named::value).toList();
        return find(
                        "select id from KnownDecision where (id in ?1 or reference in ?2)"
                                + " and locality = ?3",
                        named.stream().filter(UUID.class::isInstance).toList(),
                        named.stream().filter(String.class::isInstance).toList(),
                        place)
                .project(UUID.class)
                .list();
    }

    private List<KnownDecision> lock(Collection<UUID> ids, LockModeType mode) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1", Sort.by("id"), ids).withLock(mode).list();
    }

    /// What was done under each of these decisions so far: everything promised, less what was
    /// released, and everything posted for itself, less what was taken back. What was promised
    /// under one stays used when another decision or a delegation lets the commitment vary: the
    /// bodies decided both. What a commitment pays was counted when it was promised. A contribution
    /// counts with its year under the decision it is owed under, and with what was posted or
    /// received under any that it was owed under before.
    ///
    /// And how much of each owner's money that was. Of a commitment partly given back each owner
    /// has less in proportion, rounded up to the penny; what is spent on a line, and what a line
    /// gives to others or gets of savings, is its commissioner's; a contribution, and what an entry
    /// posts under a partner's name, is the partner's. Of an entry each owner has the larger side
    /// of what is its own.
    public UsedDecisions usedUnder(Set<UUID> decisions) {
        return used(decisions, NONE);
    }

    /// What was done under a decision so far, but for one contribution.
    public UsedDecisions usedBeside(UUID decision, UUID contribution) {
        return used(Set.of(decision), contribution);
    }

    private UsedDecisions used(Set<UUID> decisions, UUID beside) {
        var amounts = new HashMap<UUID, Pence>();
        var ofOwners = new HashMap<UUID, Map<String, Pence>>();
        if (!decisions.isEmpty()) {
            rows(USED, decisions, beside)
                    .forEach(row -> amounts.put((UUID) row[0], Pence.of((Long) row[1])));
            rows(USED_BY_OWNER, decisions, beside)
                    .forEach(
                            row ->
                                    ofOwners.computeIfAbsent((UUID) row[0], _ -> new HashMap<>())
                                            .put((String) row[1], Pence.of((Long) row[2])));
        }
        return new UsedDecisions(amounts, ofOwners);
    }

    private Stream<Object[]> rows(String sql, Set<UUID> decisions, UUID beside) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("decisions", decisions)
                .setParameter("beside", beside)
                .getResultStream();
    }

    private static final UUID NONE = new UUID(0, 0);

    private static final String CONTRIBUTIONS =
            """
            select decision_id, partner, annual_pence as pence from contribution_schedule
            where decision_id in (:decisions) and id <> :beside
            union all
            select authority_id, partner, greatest(received, due, 0) from (
              select e.authority_id, s.partner,
                sum(p.amount_pence) filter (where p.account = 'HOST_CASH') as received,
                -sum(p.amount_pence) filter (where p.account = 'CONTRIBUTION_INCOME') as due
              from journal_entry e
              join contribution_entry c on c.entry_id = e.id
              join contribution_movement m on m.id = c.movement_id
              join contribution_schedule s on s.id = m.schedule_id
                and s.decision_id is distinct from e.authority_id and s.id <> :beside
              join posting p on p.entry_id = e.id
              where e.authority_kind = 'DECISION' and e.authority_id in (:decisions)
              group by e.authority_id, s.id
            ) before
            """;

    private static final String USED =
            """
            select decision_id, sum(pence)::bigint from (
              select decision_id, amount_pence - released_pence as pence
              from commitment where decision_id in (:decisions)
              union all
              select e.authority_id, p.amount_pence
              from journal_entry e
              join posting p on p.entry_id = e.id and p.account in ('COMMITMENTS', 'SPEND')
              join commitment c on c.id = e.commitment_id
                and c.decision_id is distinct from e.authority_id
              where e.authority_kind = 'DECISION' and e.authority_id in (:decisions)
              union all
              select decision_id, pence from (%s) contribution
              union all
              select e.authority_id,
                case when e.reverses is null then p.amount_pence else -p.amount_pence end
              from journal_entry e join posting p on p.entry_id = e.id
              where e.authority_kind = 'DECISION'
                and e.authority_id in (:decisions)
                and e.commitment_id is null
                and not exists (select from contribution_entry c where c.entry_id = e.id)
                and p.amount_pence > 0
            ) used group by decision_id
            """
                    .formatted(CONTRIBUTIONS);

    private static final String USED_BY_OWNER =
            """
            select decision_id, organisation, sum(pence)::bigint from (
              select c.decision_id, o.organisation,
                div(o."sharePence" * (c.amount_pence - c.released_pence) + c.amount_pence - 1,
                    c.amount_pence) as pence
              from commitment c
              cross join lateral jsonb_to_recordset(c.owners)
                as o(organisation text, "sharePence" numeric)
              where c.decision_id in (:decisions)
              union all
              select before.authority_id, o.organisation,
                div(o."sharePence" * before.pence + before.amount_pence - 1, before.amount_pence)
              from (
                select e.authority_id, c.amount_pence, c.owners, sum(p.amount_pence) as pence
                from journal_entry e
                join posting p on p.entry_id = e.id and p.account in ('COMMITMENTS', 'SPEND')
                join commitment c on c.id = e.commitment_id
                  and c.decision_id is distinct from e.authority_id
                where e.authority_kind = 'DECISION' and e.authority_id in (:decisions)
                group by e.authority_id, c.id
              ) before
              cross join lateral jsonb_to_recordset(before.owners)
                as o(organisation text, "sharePence" numeric)
              union all
              select decision_id, partner, pence from (%s) contribution
              union all
              select e.authority_id, l.commissioner, greatest(-p.amount_pence, 0)
              from journal_entry e
              join posting p on p.entry_id = e.id
              join budget_line l on l.id = p.line_id
              where e.authority_kind = 'DECISION' and e.authority_id in (:decisions)
                and e.commitment_id is null and e.reverses is null and p.account = 'BUDGET'
              union all
              select s.decision_id, l.commissioner, s.amount_pence
              from recycled_saving s join budget_line l on l.id = s.line_id
              where s.decision_id in (:decisions)
                and not exists (select from saving_taken_back t where t.saving_id = s.id)
              union all
              select authority_id, owner, sign * greatest(
                  coalesce(sum(pence) filter (where pence > 0), 0),
                  coalesce(-sum(pence) filter (where pence < 0 and account <> 'SPEND'), 0))
              from (
                select e.id, e.authority_id, s.sign, p.account, s.sign * p.amount_pence as pence,
                  case when p.account = 'SPEND' then l.commissioner else p.partner end as owner
                from journal_entry e
                join posting p on p.entry_id = e.id
                left join budget_line l on l.id = p.line_id
                cross join lateral
                  (select case when e.reverses is null then 1 else -1 end as sign) s
                where e.authority_kind = 'DECISION' and e.authority_id in (:decisions)
                  and e.commitment_id is null
                  and not exists (select from contribution_entry c where c.entry_id = e.id)
              ) posted where owner is not null group by id, authority_id, sign, owner
            ) used group by decision_id, organisation
            """
                    .formatted(CONTRIBUTIONS);
}
