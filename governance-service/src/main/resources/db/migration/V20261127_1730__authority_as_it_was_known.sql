alter table delegation_use
  add recorded_at       timestamptz not null default now(),
  add freed_recorded_at timestamptz;

-- What was used before was recorded with the outcome of the decision that used it.
update delegation_use used
set recorded_at = coalesce(
  (select max(o.recorded_at) from decision_outcome o
   where o.decision_id = used.decision_id and o.outcome is not null),
  (select d.recorded_at from decision d where d.id = used.decision_id));

comment on column delegation_use.recorded_at is
  'When it was first noted that a decision uses it; before, nobody could know of it.';
comment on column delegation_use.freed_recorded_at is
  'When it was noted that it counts no longer from a day on.';

create index delegation_by_function on delegation using gin (functions);
