package locality.budget.laws;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/// What holds of the rows of every fund, whatever happened: each law asks for the rows that break
/// it.
enum Law {
    DEBITS_EQUAL_CREDITS_IN_EVERY_ENTRY(
            """
            select e.id || ' ' || sum(p.amount_pence)
            from journal_entry e join posting p on p.entry_id = e.id
            where e.fund_id = any(%1$s)
            group by e.id
            having sum(p.amount_pence) <> 0 or count(*) <> e.posting_count
              or sum(p.amount_pence) filter
                (where p.account in ('BUDGET', 'COMMITMENTS', 'RESERVE_FOR_COMMITMENTS')) <> 0
            """),
    A_LINE_HOLDS_WHAT_COMMITMENTS_VARIATIONS_VIREMENTS_AND_POSTINGS_SAY(
            """
            select l.reference || ' ' || row(l.requested_pence, asked.pence, l.committed_pence,
              held.pence, l.spent_pence, spent.pence)
            from budget_line l,
              lateral (select coalesce(sum(pence), 0) as pence from (
                select amount_pence as pence from commitment
                where line_id = l.id and state = 'PENDING_APPROVAL'
                union all
                select v.amount_pence - v.from_pence
                from commitment_variation v join commitment c on c.id = v.commitment_id
                where c.line_id = l.id and v.state = 'PENDING_APPROVAL'
                union all
                select -m.amount_pence
                from virement v join virement_move m on m.virement_id = v.id
                where m.line_id = l.id and m.amount_pence < 0 and v.state = 'PENDING_APPROVAL')
                one) asked,
              lateral (select coalesce(sum(amount_pence - discharged_pence - released_pence), 0)
                as pence from commitment
                where line_id = l.id and state in ('OPEN', 'PART_DISCHARGED')) held,
              lateral (select coalesce(sum(amount_pence), 0) as pence from posting
                where line_id = l.id and account = 'SPEND') spent
            where l.fund_id = any(%1$s)
              and (l.requested_pence, l.committed_pence, l.spent_pence)
                <> (asked.pence, held.pence, spent.pence)
            """),
    WHAT_IS_AVAILABLE_IS_NEVER_BELOW_ZERO(
            """
            select reference from budget_line
            where fund_id = any(%1$s)
              and (current_pence - requested_pence - committed_pence - spent_pence < 0
                or least(requested_pence, committed_pence, spent_pence) < 0)
            """),
    A_LINE_HAS_WHAT_WAS_PLANNED_AND_WHAT_VIREMENTS_MOVED(
            """
            select l.reference || ' ' || row(l.planned_pence, moved.pence, l.current_pence)
            from budget_line l, lateral (
              select coalesce(sum(m.amount_pence), 0) as pence
              from virement v join virement_move m on m.virement_id = v.id
              where m.line_id = l.id and v.state = 'MADE') moved
            where l.fund_id = any(%1$s) and not l.withdrawn
              and l.current_pence <> l.planned_pence + moved.pence
            """),
    A_VIREMENT_SUMS_TO_ZERO_AND_IS_IN_THE_BOOKS_ONCE_MADE(
            """
            select v.reference || ' ' || v.state || ' ' || row(moved.sum, moved.got, booked.budget)
            from virement v,
              lateral (select sum(amount_pence) as sum,
                sum(amount_pence) filter (where amount_pence > 0) as got
                from virement_move where virement_id = v.id) moved,
              lateral (select array_agg(row(line_id, amount_pence)::text order by line_id) as moves
                from virement_move where virement_id = v.id and v.state = 'MADE') made,
              lateral (select array_agg(row(p.line_id, p.amount_pence)::text order by p.line_id)
                filter (where p.account = 'BUDGET') as budget, count(*) as postings
                from posting p where p.entry_id = v.entry_id) booked
            where v.fund_id = any(%1$s)
              and (moved.sum <> 0 or moved.got <> v.amount_pence
                or made.moves is distinct from booked.budget
                or booked.postings <> coalesce(cardinality(made.moves), 0))
            """),
    A_VIREMENT_IS_BOOKED_ON_ITS_DAY_UNDER_ITS_AUTHORITY(
            """
            select v.reference || ' ' || row(v.effective_on, v.decision_id, v.delegation_id)
            from virement v join journal_entry e on e.id = v.entry_id
            where v.fund_id = any(%1$s)
              and (e.effective_on, e.authority_id)
                <> (v.effective_on, coalesce(v.decision_id, v.delegation_id))
            """),
    MEMORANDUM_ACCOUNTS_EQUAL_RESERVES(
            """
            select l.reference || ' ' || row(l.committed_pence, held.committed, held.reserved)
            from budget_line l, lateral (
              select coalesce(sum(amount_pence) filter (where account = 'COMMITMENTS'), 0) as committed,
                coalesce(-sum(amount_pence) filter (where account = 'RESERVE_FOR_COMMITMENTS'), 0)
                  as reserved
              from posting where line_id = l.id) held
            where l.fund_id = any(%1$s)
              and (held.committed, held.reserved) <> (l.committed_pence, l.committed_pence)
            """),
    A_COMMITMENT_IS_WHAT_WAS_PROMISED_PAID_AND_GIVEN_BACK(
            """
            select c.reference || ' ' || c.state || ' '
              || row(c.amount_pence, c.discharged_pence, c.released_pence, posted.held, posted.spent)
            from commitment c, lateral (
              select coalesce(sum(p.amount_pence) filter (where p.account = 'COMMITMENTS'), 0) as held,
                coalesce(sum(p.amount_pence) filter (where p.account = 'SPEND'), 0) as spent
              from journal_entry e join posting p on p.entry_id = e.id
              where e.commitment_id = c.id) posted,
              lateral (select coalesce((select amount_pence from commitment_variation
                where commitment_id = c.id and state = 'MADE'
                order by number desc limit 1), c.amount_pence) as pence) promised
            where c.fund_id = any(%1$s)
              and (c.amount_pence <> promised.pence or c.discharged_pence <> posted.spent
                or posted.held <> case when c.state in ('OPEN', 'PART_DISCHARGED')
                  then c.amount_pence - c.discharged_pence - c.released_pence else 0 end)
            """),
    NO_ENTRY_WITHOUT_AN_AUTHORITY_THAT_EXISTS(
            """
            select e.id || ' ' || e.authority_kind from journal_entry e
            where e.fund_id = any(%1$s) and not case e.authority_kind
              when 'DECISION' then exists (select from known_decision where id = e.authority_id)
              when 'DELEGATION' then exists (select from known_delegation where id = e.authority_id)
              else exists (select from plan_approval
                where decision_id = e.authority_id and fund_id = e.fund_id) end
            """),
    A_DECISION_COVERS_ALL_THAT_IS_DONE_UNDER_IT(
            """
            select d.reference || ' ' || d.value_pence || ' < ' || used.pence
            from known_decision d, lateral (
              select coalesce(sum(pence), 0) as pence from (
                select amount_pence - released_pence as pence from commitment
                where decision_id = d.id
                union all
                select annual_pence from contribution_schedule where decision_id = d.id
                union all
                select case when e.reverses is null then 1 else -1 end * p.amount_pence
                from journal_entry e join posting p on p.entry_id = e.id
                where e.authority_id = d.id and e.authority_kind = 'DECISION'
                  and p.amount_pence > 0 and e.commitment_id is null
                  and not exists (select from contribution_entry where entry_id = e.id)) one) used
            where d.value_pence < used.pence and d.id in (
              select authority_id from journal_entry where fund_id = any(%1$s)
              union all select decision_id from commitment where fund_id = any(%1$s))
            """),
    A_DELEGATION_COVERS_EACH_COMMITMENT_UNDER_IT(
            """
            select c.reference from commitment c join known_delegation d on d.id = c.delegation_id
            where c.fund_id = any(%1$s)
              and (c.amount_pence > d.limit_pence
                or not c.decision_function = any(d.functions))
            """),
    /// However small its parts: what each line gave, or got, in the year counts.
    A_DELEGATION_COVERS_WHAT_VIREMENTS_UNDER_IT_MOVED_IN_THE_YEAR(
            """
            select l.reference || ' ' || row(d.limit_pence, moved.given, moved.got)
            from budget_line l,
              lateral (select v.delegation_id,
                  coalesce(-sum(m.amount_pence) filter (where m.amount_pence < 0), 0) as given,
                  coalesce(sum(m.amount_pence) filter (where m.amount_pence > 0), 0) as got
                from virement v join virement_move m on m.virement_id = v.id
                where m.line_id = l.id and v.state = 'MADE' and v.delegation_id is not null
                group by v.delegation_id) moved
              join known_delegation d on d.id = moved.delegation_id
            where l.fund_id = any(%1$s) and greatest(moved.given, moved.got) > d.limit_pence
            """),
    A_CONTRIBUTION_IS_THE_SUM_OF_ITS_INSTALMENTS_AND_OF_ITS_RECEIPTS(
            """
            select s.reference || ' ' || row(s.annual_pence, parts.pence, s.paid_pence, parts.paid,
              received.pence)
            from contribution_schedule s,
              lateral (select sum(amount_pence) as pence, sum(paid_pence) as paid
                from contribution_instalment where schedule_id = s.id) parts,
              lateral (select coalesce(sum(amount_pence), 0) as pence from contribution_movement
                where schedule_id = s.id and kind <> 'DUE') received
            where s.fund_id = any(%1$s)
              and (s.annual_pence <> parts.pence or s.paid_pence <> parts.paid
                or s.paid_pence <> received.pence)
            """),
    /// On every day receivable is what fell due and was not received, income in advance what was
    /// received and is not due.
    CONTRIBUTIONS_ARE_IN_THE_BOOKS_OF_EVERY_DAY(
            """
            select s.reference || ' ' || day.on || ' '
              || row(moved.due, moved.received, booked.owed, booked.advance, booked.cash)
            from contribution_schedule s
            join lateral (select distinct effective_on as on from contribution_movement
              where schedule_id = s.id) day on true,
            lateral (
              select coalesce(sum(amount_pence) filter (where kind = 'DUE'), 0) as due,
                coalesce(sum(amount_pence) filter (where kind <> 'DUE'), 0) as received
              from contribution_movement
              where schedule_id = s.id and effective_on <= day.on) moved,
            lateral (
              select coalesce(sum(p.amount_pence) filter
                  (where p.account = 'CONTRIBUTIONS_RECEIVABLE'), 0) as owed,
                coalesce(-sum(p.amount_pence) filter
                  (where p.account = 'INCOME_IN_ADVANCE'), 0) as advance,
                coalesce(-sum(p.amount_pence) filter
                  (where p.account = 'CONTRIBUTION_INCOME'), 0) as income,
                coalesce(sum(p.amount_pence) filter (where p.account = 'HOST_CASH'), 0) as cash
              from contribution_movement m
              join contribution_entry c on c.movement_id = m.id
              join journal_entry e on e.id = c.entry_id
              join posting p on p.entry_id = e.id
              where m.schedule_id = s.id and e.effective_on <= day.on) booked
            where s.fund_id = any(%1$s)
              and (booked.owed, booked.advance, booked.income, booked.cash)
                <> (greatest(moved.due - moved.received, 0),
                    greatest(moved.received - moved.due, 0), moved.due, moved.received)
            """),
    EVERY_ENTRY_IS_TOLD_WITH_ITS_DIGEST(
            """
            select e.id from journal_entry e
            where e.fund_id = any(%1$s) and not exists (
              select from event_log t where t.subject_type = 'journal-entry'
                and t.subject_id = e.id::text and t.data ->> 'digest' = e.digest)
            """),
    A_PLAN_IS_THE_SUM_OF_ITS_LINES(
            """
            select f.reference from fund f
            where f.id = any(%1$s) and (
              coalesce(f.approved_pence, f.planned_pence) <>
                (select sum(planned_pence) from budget_line where fund_id = f.id)
              or f.planned_pence <> (select planned_pence from plan_version
                                     where fund_id = f.id and version = f.plan_version))
            """);

    private final String broken;

    Law(String broken) {
        this.broken = broken;
    }

    /// @param funds an array of ids, as SQL says it
    /// @return which laws are broken, and by what
    static List<String> broken(String funds) {
        return Rows.of(
                Arrays.stream(values())
                        .map(
                                law ->
                                        "select '%s: ' || broken.row from (%s) broken(row)"
                                                .formatted(law, law.broken.formatted(funds)))
                        .collect(joining(" union all ")));
    }
}
