-- An end that is brought forward is kept as it was told before, by the database whoever changes it,
-- so that an answer of the past can be given again.
create table delegation_end_superseded (
  delegation_id uuid        not null references delegation (id),
  ended_on      date        not null,
  end_reason    text        not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz not null default clock_timestamp()
);
create index delegation_end_superseded_by_delegation
  on delegation_end_superseded (delegation_id, recorded_at);
comment on table delegation_end_superseded is
  'Ends of delegations as they were told before another end was told.';
create trigger delegation_end_superseded_is_insert_only
  before update or delete or truncate on delegation_end_superseded
  for each statement execute function refuse_change();

create function keep_superseded_end() returns trigger language plpgsql as $$
begin
  insert into delegation_end_superseded (delegation_id, ended_on, end_reason, recorded_at)
  values (old.id, old.ended_on, old.end_reason, coalesce(old.ended_recorded_at, old.recorded_at));
  return new;
end $$;
create trigger delegation_keeps_the_end_it_had before update on delegation
  for each row
  when (old.ended_on is not null
        and (old.ended_on, old.end_reason, old.ended_recorded_at)
            is distinct from (new.ended_on, new.end_reason, new.ended_recorded_at))
  execute function keep_superseded_end();

-- A decision that was sent back and is taken again uses a delegation a second time.
alter table delegation_use
  drop constraint delegation_is_used_once_by_a_decision,
  add column id bigint generated always as identity,
  add constraint delegation_use_has_one_id primary key (id);
create unique index delegation_is_used_once_at_a_time_by_a_decision
  on delegation_use (delegation_id, decision_id) where freed_on is null;
create index delegation_use_of_a_decision on delegation_use (decision_id);
create index delegation_use_by_day on delegation_use (delegation_id, used_on);
comment on column delegation_use.recorded_at is
  'When it was noted that a decision uses it; before, nobody could know of it.';
