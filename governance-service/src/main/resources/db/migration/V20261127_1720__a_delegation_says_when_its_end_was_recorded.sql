alter table delegation
  add conditions        text[] not null default '{}',
  add ended_recorded_at timestamptz,
  add constraint delegation_end_is_recorded_once_it_ended
    check (ended_recorded_at is null or ended_on is not null);

update delegation d
set ended_recorded_at = coalesce(
  (select max(e.recorded_at) from event_log e
   where e.subject_type = 'delegation' and e.subject_id = d.id::text
     and e.type = 'governance.delegation-ended.v1'),
  d.recorded_at)
where d.ended_on is not null;

create index delegation_that_is_to_expire on delegation (expires_on) where ended_on is null;
create index delegation_by_holder on delegation (to_body);

comment on column delegation.conditions is 'What its holder must keep to, one sentence each, in the order granted.';
comment on column delegation.ended_recorded_at is 'When its end was recorded; before, nobody could know of it.';
comment on column delegation.ended_on is
  'The first day it is no longer in force, once revoked, or once it was told that its last day is past.';
