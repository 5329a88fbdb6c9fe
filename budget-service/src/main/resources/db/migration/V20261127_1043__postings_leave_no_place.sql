alter table posting add constraint posting_is_numbered_from_one check (ordinal >= 1);

-- The places of an entry's postings are 1 to their count, without gaps: so one added later has a
-- later place, and posting_keeps_the_balance sees it.
create or replace function journal_entry_balances(entry uuid) returns void language plpgsql as $$
declare
  expected int;
  found record;
begin
  select posting_count into expected from journal_entry where id = entry;
  select count(*) as postings,
         coalesce(max(ordinal), 0) as last,
         coalesce(sum(amount_pence), 0) as total,
         coalesce(sum(amount_pence) filter
           (where account in ('BUDGET', 'COMMITMENTS', 'RESERVE_FOR_COMMITMENTS')), 0) as memorandum
    into found from posting where entry_id = entry;
  if found.postings <> expected or found.last <> expected
     or found.total <> 0 or found.memorandum <> 0 then
    raise exception 'journal entry % does not balance: % of % postings, the last in place %, sum %, memorandum sum %',
      entry, found.postings, expected, found.last, found.total, found.memorandum
      using errcode = 'check_violation', constraint = 'journal_entry_balances';
  end if;
end $$;
