create table journal_entry (
  id              uuid         not null constraint journal_entry_pk primary key,
  number          bigint       generated always as identity constraint journal_entry_number_is_unique unique,
  fund_id         uuid         not null constraint journal_entry_of_fund references fund,
  locality        text         not null,
  effective_on    date         not null,
  period          smallint     not null,
  recorded_at     timestamptz  not null,
  description     text         not null,
  authority_kind  text         not null,
  authority_id    uuid         not null,
  commitment_id   uuid,
  reverses        uuid         constraint journal_entry_reverses_an_entry references journal_entry
                               constraint journal_entry_is_reversed_once unique,
  actor           text         not null,
  provenance      jsonb        not null,
  posting_count   smallint     not null,
  digest          text         not null,
  constraint journal_entry_period_is_of_a_year check (period between 1 and 13),
  constraint journal_entry_has_two_sides check (posting_count >= 2),
  constraint journal_entry_authority_is_known
    check (authority_kind in ('DECISION', 'DELEGATION', 'PLAN'))
);
comment on table journal_entry is 'Money movements, append-only; a mistake is reversed, never edited';
comment on column journal_entry.digest is
  'SHA-256 over the entry and its postings; the same digest is in the entry''s event';
create index journal_entry_by_fund on journal_entry (fund_id, number);
create index journal_entry_by_commitment on journal_entry (commitment_id) where commitment_id is not null;

create table posting (
  entry_id      uuid      not null constraint posting_of_entry references journal_entry,
  ordinal       smallint  not null,
  account       text      not null,
  line_id       uuid      constraint posting_on_line references budget_line,
  partner       text,
  source        text,
  amount_pence  bigint    not null,
  constraint posting_pk primary key (entry_id, ordinal),
  constraint posting_moves_something check (amount_pence <> 0)
);
comment on table posting is 'One side of an entry: positive is debit, negative is credit';

create function journal_entry_balances(entry uuid) returns void language plpgsql as $$
declare
  expected int;
  found record;
begin
  select posting_count into expected from journal_entry where id = entry;
  select count(*) as postings,
         coalesce(sum(amount_pence), 0) as total,
         coalesce(sum(amount_pence) filter
           (where account in ('BUDGET', 'COMMITMENTS', 'RESERVE_FOR_COMMITMENTS')), 0) as memorandum
    into found from posting where entry_id = entry;
  if found.postings <> expected or found.total <> 0 or found.memorandum <> 0 then
    raise exception 'journal entry % does not balance: % of % postings, sum %, memorandum sum %',
      entry, found.postings, expected, found.total, found.memorandum
      using errcode = 'check_violation', constraint = 'journal_entry_balances';
  end if;
end $$;

create function check_journal_entry() returns trigger language plpgsql as $$
begin
  perform journal_entry_balances(new.id);
  return null;
end $$;

create function check_posting() returns trigger language plpgsql as $$
begin
  perform journal_entry_balances(new.entry_id);
  return null;
end $$;

create constraint trigger journal_entry_balances after insert on journal_entry
  deferrable initially deferred for each row execute function check_journal_entry();
-- A posting added to an entry later has a third or later place, changes the count, and is caught
-- here.
create constraint trigger posting_keeps_the_balance after insert on posting
  deferrable initially deferred for each row when (new.ordinal > 2) execute function check_posting();

create trigger journal_entry_is_append_only before update or delete or truncate on journal_entry
  for each statement execute function refuse_change();
create trigger posting_is_append_only before update or delete or truncate on posting
  for each statement execute function refuse_change();

revoke update, delete, truncate on journal_entry, posting from ${app};
