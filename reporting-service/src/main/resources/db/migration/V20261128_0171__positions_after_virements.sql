alter table read_model.budget_line add column current_pence bigint;
update read_model.budget_line set current_pence = planned_pence;
alter table read_model.budget_line alter column current_pence set not null;
comment on column read_model.budget_line.current_pence is
  'What the line has after every virement told so far; what is planned stays as it was.';

create or replace view read_model.line_position as
select l.fund_id, l.line_id, l.reference, l.scheme, l.area_of_spend, l.commissioner, l.basis,
       l.planned_pence, l.provenance,
       coalesce(c.requested_pence, 0) as requested_pence,
       coalesce(c.committed_pence, 0) as committed_pence,
       coalesce(s.spent_pence, 0) as spent_pence,
       l.current_pence
from read_model.budget_line l
left join lateral (
  select sum(c.set_aside_pence
             + case when c.state = 'PENDING_APPROVAL' then c.amount_pence else 0 end)
           as requested_pence,
         sum(c.remaining_pence) as committed_pence
  from read_model.commitment c
  where c.fund_id = l.fund_id and c.line_id = l.line_id) c on true
left join lateral (
  select sum(d.amount_pence) as spent_pence
  from read_model.account_day d
  where d.fund_id = l.fund_id and d.account = 'SPEND' and d.line_id = l.line_id) s on true;

create or replace view read_model.fund_position as
select f.fund_id, f.reference, f.name, f.kind, f.financial_year, f.host, f.locality,
       f.plan_decision_id, f.provenance, f.planned_pence,
       coalesce(c.requested_pence, 0) as requested_pence,
       coalesce(c.committed_pence, 0) as committed_pence,
       coalesce(s.spent_pence, 0) as spent_pence
from read_model.fund f
left join lateral (
  select sum(c.set_aside_pence
             + case when c.state = 'PENDING_APPROVAL' then c.amount_pence else 0 end)
           as requested_pence,
         sum(c.remaining_pence) as committed_pence
  from read_model.commitment c
  where c.fund_id = f.fund_id) c on true
left join lateral (
  select sum(d.amount_pence) as spent_pence
  from read_model.account_day d
  where d.fund_id = f.fund_id and d.account = 'SPEND') s on true;
