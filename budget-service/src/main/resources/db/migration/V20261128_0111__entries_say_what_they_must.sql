-- What a posting's account asks it to name. A check that comes to null holds, hence the coalesce.
-- Only what is written from now on is asked: nobody may mend what stands in the journal already.
alter table posting
  add constraint posting_account_is_known check (account in ('HOST_CASH',
    'CONTRIBUTIONS_RECEIVABLE', 'PREPAYMENTS', 'RISK_SHARE_DUE_FROM', 'RISK_SHARE_DUE_TO',
    'CREDITORS', 'INCOME_IN_ADVANCE', 'SOURCE_BALANCE', 'CONTRIBUTION_INCOME', 'SPEND', 'BUDGET',
    'COMMITMENTS', 'RESERVE_FOR_COMMITMENTS')) not valid,
  add constraint posting_of_spend_or_a_promise_names_a_line check (line_id is not null
    or account not in ('SPEND', 'COMMITMENTS', 'RESERVE_FOR_COMMITMENTS')) not valid,
  add constraint posting_between_partners_names_a_partner check (coalesce(partner, '') ~ '\S'
    or account not in ('CONTRIBUTIONS_RECEIVABLE', 'RISK_SHARE_DUE_FROM', 'RISK_SHARE_DUE_TO',
      'CONTRIBUTION_INCOME')) not valid,
  add constraint posting_of_a_source_names_it check (coalesce(source, '') ~ '\S'
    or account <> 'SOURCE_BALANCE') not valid;

-- Asked once of all rows of a statement: a file brings thousands.
create function check_lines_of_postings() returns trigger language plpgsql as $$
declare
  stray record;
begin
  select l.reference, f.reference as fund into stray
  from posted p
  join journal_entry e on e.id = p.entry_id
  join fund f on f.id = e.fund_id
  join budget_line l on l.id = p.line_id
  where l.fund_id <> e.fund_id or l.locality <> e.locality
  limit 1;
  if found then
    raise exception 'line % is not of fund %, or lies elsewhere', stray.reference, stray.fund
      using errcode = 'check_violation', constraint = 'posting_stands_on_a_line_of_its_fund';
  end if;
  return null;
end $$;

create trigger posting_stands_on_a_line_of_its_fund after insert on posting
  referencing new table as posted
  for each statement execute function check_lines_of_postings();

create function check_funds_of_entries() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select e.id, e.effective_on, e.period, e.locality, f.reference as fund, f.financial_year,
         case when e.locality <> f.locality then 'journal_entry_lies_where_its_fund_does'
              when e.effective_on < y.first then 'journal_entry_is_not_before_its_year'
              else 'journal_entry_period_is_that_of_its_day' end as broken
    into wrong
  from entered e
  join fund f on f.id = e.fund_id
  cross join lateral (
    select make_date(left(f.financial_year, 4)::int, 4, 1) as first,
           make_date(left(f.financial_year, 4)::int + 1, 3, 31) as last) y
  where e.locality <> f.locality
     or e.effective_on < y.first
     or e.period <> case when e.effective_on > y.last then 13
                         else (extract(month from e.effective_on)::int + 8) % 12 + 1 end
  limit 1;
  if found then
    raise exception 'journal entry % of %, period %, in %, is not one of fund % of %',
      wrong.id, wrong.effective_on, wrong.period, wrong.locality, wrong.fund, wrong.financial_year
      using errcode = 'check_violation', constraint = wrong.broken;
  end if;
  return null;
end $$;

create trigger journal_entry_is_of_its_fund after insert on journal_entry
  referencing new table as entered
  for each statement execute function check_funds_of_entries();

-- Deferred, for its postings may follow by a statement of their own.
create function check_reversal() returns trigger language plpgsql as $$
begin
  if not exists (select from journal_entry o where o.id = new.reverses
                 and o.fund_id = new.fund_id and o.effective_on = new.effective_on
                 and o.posting_count = new.posting_count)
     or exists (select ordinal, account, line_id, partner, source, -amount_pence
                from posting where entry_id = new.reverses
                except
                select ordinal, account, line_id, partner, source, amount_pence
                from posting where entry_id = new.id) then
    raise exception 'journal entry % is not the opposite of %', new.id, new.reverses
      using errcode = 'check_violation', constraint = 'journal_entry_reverses_by_its_opposite';
  end if;
  return null;
end $$;

create constraint trigger journal_entry_reverses_by_its_opposite after insert on journal_entry
  deferrable initially deferred for each row when (new.reverses is not null)
  execute function check_reversal();
