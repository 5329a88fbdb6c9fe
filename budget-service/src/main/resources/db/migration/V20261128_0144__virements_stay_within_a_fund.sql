-- A virement moves money between lines of its own fund and place, and what is protected is protected
-- on lines of its own fund.
create or replace function virement_sums_to_zero(checked uuid) returns void language plpgsql as $$
declare
  moved bigint;
  got bigint;
begin
  select coalesce(sum(amount_pence), 0), coalesce(sum(amount_pence) filter (where amount_pence > 0), 0)
    into moved, got from virement_move where virement_id = checked;
  if moved <> 0 or got <> (select amount_pence from virement where id = checked) then
    raise exception 'virement % does not sum to zero, or moves another amount', checked
      using errcode = 'check_violation', constraint = 'virement_sums_to_zero';
  end if;
  if exists (select from virement v
             join virement_move m on m.virement_id = v.id
             join budget_line l on l.id = m.line_id
             where v.id = checked and (l.fund_id, l.locality) <> (v.fund_id, v.locality)) then
    raise exception 'virement % moves money of another fund', checked
      using errcode = 'check_violation', constraint = 'virement_stays_within_its_fund';
  end if;
end $$;

create function check_protected_amount_terms() returns trigger language plpgsql as $$
begin
  if exists (select from unnest(new.lines) protected(line_id)
             left join budget_line l on l.id = protected.line_id
             left join protected_amount p
               on p.id = new.protected_amount_id and p.fund_id = l.fund_id and p.locality = l.locality
             where p.id is null) then
    raise exception 'protected amount % protects lines of another fund', new.protected_amount_id
      using errcode = 'check_violation', constraint = 'protected_amount_terms_stay_within_a_fund';
  end if;
  return null;
end $$;

create trigger protected_amount_terms_stay_within_a_fund after insert on protected_amount_terms
  for each row execute function check_protected_amount_terms();
