-- Pooled money is what partners owe or have paid, and what is posted on a line that is pooled that
-- day; the budget of a plan is no movement. Tables of later migrations are looked up when it is asked.
create function pooled_money_last_moved_on(agreement uuid, since date) returns date
language plpgsql stable as $$
begin
  return (
    select max(e.effective_on)
    from fund f
    join journal_entry e on e.fund_id = f.id and e.effective_on >= since
    join posting p on p.entry_id = e.id and p.account <> 'BUDGET'
    left join budget_line l on l.id = p.line_id
    where f.agreement_id = agreement
      and (p.partner is not null
        or 'POOLED' = coalesce(
          (select b.basis from line_basis b
           where b.line_id = l.id and b.starts_on <= e.effective_on
           order by b.starts_on desc limit 1), l.basis)));
end $$;
comment on function pooled_money_last_moved_on is
  'The last day on which pooled money of an agreement moved, from a day on; null if none did since';

create function check_agreement_leaves_the_pool() returns trigger language plpgsql as $$
declare
  moved date;
begin
  if new.basis <> 'POOLED' and 'POOLED' = (
      select basis from agreement_terms
      where agreement_id = new.agreement_id order by number desc limit 1) then
    moved := pooled_money_last_moved_on(new.agreement_id, new.starts_on);
    if moved is not null then
      raise exception 'pooled money of agreement % moved on %, so it is not % from %',
        new.agreement_id, moved, new.basis, new.starts_on
        using errcode = 'check_violation',
          constraint = 'agreement_terms_leave_the_pool_after_its_money_moved';
    end if;
  end if;
  return new;
end $$;
create trigger agreement_terms_leave_the_pool_after_its_money_moved
  before insert on agreement_terms
  for each row execute function check_agreement_leaves_the_pool();
