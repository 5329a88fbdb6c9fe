alter table decision
  alter column meeting_id drop not null,
  alter column item drop not null,
  add column mode text not null default 'MEETING',
  add column forward_plan_entry_id uuid references forward_plan_entry (id),
  add column placed_by_rule boolean not null default false,
  add column call_in_until date,
  add column ended_on date,
  add column referred_to uuid references body (id),
  add column referred_from uuid references decision (id),
  add column officer_record jsonb,
  add constraint decision_mode_is_known check (mode in ('MEETING', 'URGENT', 'OFFICER')),
  add constraint decision_of_a_meeting_is_on_an_item
    check (mode <> 'MEETING' or (meeting_id is not null and item is not null)),
  add constraint decision_of_officers_has_a_written_record
    check (mode = 'MEETING' or officer_record is not null),
  add constraint decision_that_waits_says_how_long
    check (state not in ('CARRIED', 'CALLED_IN') or call_in_until is not null),
  add constraint decision_that_was_ended_says_when
    check ((state in ('RESCINDED', 'SUPERSEDED')) = (ended_on is not null)),
  add constraint decision_is_referred_from_another check (referred_from <> id);
create index decision_that_waits on decision (call_in_until) where state = 'CARRIED';
create index decision_that_was_referred on decision (referred_to) where state = 'REFERRED';
create unique index decision_is_referred_once on decision (referred_from);
comment on column decision.meeting_id is 'Null for what officers decide between meetings.';
comment on column decision.effective_on is
  'From which day it is what its state says: decided, in effect, ratified.';
comment on column decision.call_in_until is 'The last day on which scrutiny may call it in.';
comment on column decision.ended_on is 'The first day on which it no longer binds.';
comment on column decision.placed_by_rule is
  'Put on the agenda because the body is the lowest that may decide it, not by a secretary.';
comment on column decision.officer_record is
  'The Openness of Local Government Bodies Regulations 2014, regulation 7. Posts, never people.';

alter table decision_outcome
  alter column meeting_id drop not null,
  alter column item drop not null;

create table decision_step (
  id          uuid        not null,
  decision_id uuid        not null references decision (id),
  from_state  text        not null,
  to_state    text        not null,
  happened_on date        not null,
  reason      text        not null,
  by_body     uuid        references body (id),
  by_decision uuid        references decision (id),
  recorded_at timestamptz not null default now(),
  constraint decision_step_has_one_id primary key (id),
  constraint decision_step_leads_on check (from_state <> to_state)
);
create index decision_step_of_a_decision on decision_step (decision_id, id);
create index decision_step_by_a_decision on decision_step (by_decision);
comment on table decision_step is
  'What became of a decision after it was taken, written once for each step.';
create trigger decision_step_is_insert_only
  before update or delete or truncate on decision_step
  for each statement execute function refuse_change();

alter table delegation_use add column freed_on date;
comment on column delegation_use.freed_on is
  'From which day it counts no longer, as the decision was rescinded, superseded or sent back.';
