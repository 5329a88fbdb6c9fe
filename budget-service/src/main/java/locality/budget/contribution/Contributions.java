package locality.budget.contribution;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.budget.Named;
import locality.platform.caller.Caller;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;

@ApplicationScoped
class Contributions implements PanacheRepositoryBase<ContributionSchedule, UUID> {

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    ContributionSchedule require(Caller caller, String idOrReference) {
        return one(visible(caller, idOrReference), idOrReference);
    }

    /// As [#require], locked: a contribution is changed only so, after its fund and before the
    /// decision it cites.
    ContributionSchedule lock(Caller caller, String idOrReference) {
        return one(
                visible(caller, idOrReference).withLock(LockModeType.PESSIMISTIC_WRITE),
                idOrReference);
    }

    ContributionSchedule lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).singleResult();
    }

    /// Every contribution to a fund, locked in the order of their ids.
    List<ContributionSchedule> lockAllOf(UUID fund) {
        return find("fundId", Sort.by("id"), fund).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /// Those of a fund that are owed under its approved plan, or will be once there is one.
    List<ContributionSchedule> owedUnderPlan(UUID fund) {
        return list("fundId = ?1 and decisionId is null", fund);
    }

    /// What was posted or received under any approved plan of a fund of contributions that are owed
    /// under a decision since, by partner.
    Map<String, Pence> leftUnderPlan(UUID fund, UUID beside) {
        return byPartner(
                """
                select partner, sum(greatest(received, due, 0))::bigint from (
                  select s.partner,
                    sum(p.amount_pence) filter (where p.account = 'HOST_CASH') as received,
                    -sum(p.amount_pence) filter (where p.account = 'CONTRIBUTION_INCOME') as due
                  from contribution_schedule s
                  join contribution_movement m on m.schedule_id = s.id
                  join contribution_entry c on c.movement_id = m.id
                  join journal_entry e on e.id = c.entry_id and e.authority_kind = 'PLAN'
                  join posting p on p.entry_id = e.id
                  where s.fund_id = :fund and s.decision_id is not null and s.id <> :beside
                  group by s.id
                ) before group by partner
                """,
                Map.of("fund", fund, "beside", beside));
    }

    /// What partners owe less by a decision than before, by partner.
    Map<String, Pence> givenUpBy(UUID decision) {
        return byPartner(
                """
                select s.partner, sum(before.annual_pence - t.annual_pence)::bigint
                from contribution_terms t
                join contribution_terms before
                  on before.schedule_id = t.schedule_id and before.version = t.version - 1
                join contribution_schedule s on s.id = t.schedule_id
                where t.decision_id = :decision and t.annual_pence < before.annual_pence
                group by s.partner
                """,
                Map.of("decision", decision));
    }

    private Map<String, Pence> byPartner(String sql, Map<String, UUID> parameters) {
        var query = getEntityManager().createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .collect(
                        toMap(
                                row -> row.get(0, String.class),
                                row -> Pence.of(row.get(1, Long.class))));
    }

    /// What the approved plan of a fund has on lines that are in the pool at any time of the year;
    /// all of it where that version is older than versions are kept.
    Pence plannedInPool(UUID fund) {
        var pooled =
                getEntityManager()
                        .createNativeQuery(
                                """
                                select case when v.id is null then f.approved_pence else (
                                  select coalesce(sum((l ->> 'plannedPence')::bigint), 0)
                                  from jsonb_array_elements(v.lines) l
                                  where l ->> 'basis' = 'POOLED' or exists (
                                    select from line_basis b
                                    where b.line_id = (l ->> 'lineId')::uuid
                                      and b.basis = 'POOLED')) end::bigint
                                from fund f
                                left join plan_version v
                                  on v.fund_id = f.id and v.version = f.approved_plan_version
                                where f.id = :fund
                                """,
                                Long.class)
                        .setParameter("fund", fund)
                        .getSingleResult();
        return Pence.of((Long) pooled);
    }

    boolean has(UUID fund, String partner, String source) {
        return count("fundId = ?1 and partner = ?2 and source = ?3", fund, partner, source) > 0;
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    int lastNumber(UUID fund) {
        return find("fundId", Sort.descending("number"), fund)
                .firstResultOptional()
                .map(last -> last.number)
                .orElse(0);
    }

    List<ContributionSchedule> page(UUID fund, UUID after, int limit) {
        return find("fundId = ?1 and id > ?2", Sort.by("id"), fund, after)
                .page(0, limit + 1)
                .list();
    }

    /// The next contribution of which something has fallen due that the ledger does not hold and
    /// may come to hold: the money is pooled that day, and a decision or an approved plan allows
    /// it. It is locked; one that somebody works on is left to them.
    Optional<UUID> nextFallenDue(UUID after, LocalDate today) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select s.id from contribution_schedule s
                        join fund f on f.id = s.fund_id
                        where s.id > :after
                          and (s.decision_id is not null or f.approved_decision_id is not null)
                          and exists (select from contribution_instalment i
                                      where i.schedule_id = s.id and i.due_on <= :today
                                        and not i.posted
                                        and (select t.basis from agreement_terms t
                                             where t.agreement_id = f.agreement_id
                                               and t.starts_on <= i.due_on
                                             order by t.starts_on desc limit 1) = 'POOLED')
                        order by s.id limit 1
                        for no key update of s skip locked
                        """,
                        UUID.class)
                .setParameter("after", after)
                .setParameter("today", today)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .findFirst();
    }

    private PanacheQuery<ContributionSchedule> visible(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                named.column() + " = ?1 and locality in ?2", named.value(), caller.localities());
    }

    private static ContributionSchedule one(
            PanacheQuery<ContributionSchedule> query, String idOrReference) {
        return query.firstResultOptional()
                .orElseThrow(() -> new NotFound("contribution", idOrReference));
    }
}
