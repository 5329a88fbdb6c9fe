create table virement (
  id                 uuid    not null constraint virement_pk primary key,
  reference          text    not null constraint virement_reference_is_unique unique,
  fund_id            uuid    not null constraint virement_of_fund references fund,
  number             int     not null,
  locality           text    not null,
  amount_pence       bigint  not null,
  reason             text    not null,
  state              text    not null,
  tier               jsonb   not null,
  decision_function  text    not null,
  basis              text    not null,
  owners             jsonb   not null,
  warnings           text[]  not null default '{}',
  decision_id        uuid,
  delegation_id      uuid,
  entry_id           uuid    constraint virement_entry_is_unique unique,
  request_id         uuid    constraint virement_request_is_unique unique,
  content_hash       text    not null,
  requested_by       text    not null,
  due_on             date,
  effective_on       date    not null,
  ended_because      text,
  provenance         jsonb   not null,
  version            bigint  not null,
  constraint virement_is_numbered_once unique (fund_id, number),
  constraint virement_moves_something check (amount_pence > 0),
  constraint virement_state_is_known check
    (state in ('PENDING_APPROVAL', 'MADE', 'REJECTED', 'LAPSED', 'WITHDRAWN')),
  constraint virement_waits_for_a_request check
    (state <> 'PENDING_APPROVAL' or (request_id is not null and due_on is not null)),
  constraint virement_is_made_only_under_authority check
    ((state = 'MADE') = (num_nonnulls(decision_id, delegation_id) = 1)),
  constraint virement_is_in_the_ledger_once_made check ((state = 'MADE') = (entry_id is not null))
);
comment on table virement is 'Money moved from line to line of one fund, or waiting for a decision to be';
create index virement_by_fund on virement (fund_id, id);
create index virement_by_locality on virement (locality, id);
create index virement_by_delegation on virement (delegation_id) where delegation_id is not null;
create index virement_due on virement (due_on) where state = 'PENDING_APPROVAL';

create table virement_move (
  virement_id   uuid    not null constraint virement_move_of_virement references virement,
  ordinal       int     not null,
  line_id       uuid    not null constraint virement_move_of_line references budget_line,
  line          text    not null,
  amount_pence  bigint  not null,
  constraint virement_move_pk primary key (virement_id, ordinal),
  constraint virement_move_names_a_line_once unique (virement_id, line_id),
  constraint virement_move_is_of_something check (amount_pence <> 0)
);
comment on table virement_move is
  'What a line gets by a virement or, below nothing, gives; the moves of one sum to zero';
create index virement_move_by_line on virement_move (line_id);

create function virement_sums_to_zero(checked uuid) returns void language plpgsql as $$
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
end $$;

create function check_virement() returns trigger language plpgsql as $$
begin
  perform virement_sums_to_zero(new.id);
  return null;
end $$;

create function check_virement_move() returns trigger language plpgsql as $$
begin
  perform virement_sums_to_zero(new.virement_id);
  return null;
end $$;

create constraint trigger virement_sums_to_zero after insert on virement
  deferrable initially deferred for each row execute function check_virement();
create constraint trigger virement_move_keeps_the_sum after insert on virement_move
  deferrable initially deferred for each row execute function check_virement_move();

-- Once ended, a virement is history, for its owner too; what it asked for never changes.
create function keep_virement() returns trigger language plpgsql as $$
begin
  if old.state <> 'PENDING_APPROVAL'
     or (new.id, new.fund_id, new.amount_pence, new.reason, new.requested_by, new.content_hash)
        is distinct from
        (old.id, old.fund_id, old.amount_pence, old.reason, old.requested_by, old.content_hash) then
    raise exception 'virement % keeps what it was: % is refused', old.reference, lower(tg_op)
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger virement_keeps_what_it_was before update on virement
  for each row execute function keep_virement();
create trigger virement_is_never_deleted before delete or truncate on virement
  for each statement execute function refuse_change();
create trigger virement_move_is_append_only before update or delete or truncate on virement_move
  for each statement execute function refuse_change();

revoke delete, truncate on virement from ${app};
revoke update, delete, truncate on virement_move from ${app};
