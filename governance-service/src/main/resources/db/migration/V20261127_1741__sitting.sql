alter table meeting
  add column ends_at        timestamp,
  add column place          text,
  add column open_to_public boolean     not null default false,
  add column revision       int         not null default 0,
  add column moved_because  text,
  add column changed_at     timestamptz not null default now(),
  add constraint meeting_ends_after_it_starts check (ends_at > starts_at),
  add constraint meeting_revision_is_a_count check (revision >= 0);
comment on column meeting.starts_at is
  'Of the sitting that is on, or comes next, or was the last. The clock on the wall, Europe/London.';
comment on column meeting.noticed_on is 'The notice of its first sitting.';
comment on column meeting.revision is
  'How often those who put it in their diaries had to change the entry: moved, resumed, cancelled.';
comment on column meeting.changed_at is 'When the row last changed, by the clock of the database.';
update meeting set changed_at = recorded_at;

create function meeting_changed() returns trigger language plpgsql as $$
begin
  new.changed_at = now();
  return new;
end $$;
comment on function meeting_changed is 'What is told of a meeting says when it last changed.';
create trigger meeting_says_when_it_changed before update on meeting
  for each row execute function meeting_changed();

alter table meeting drop constraint meeting_state_is_known;
alter table meeting add constraint meeting_state_is_known check (state in (
  'PLANNED', 'NOTICED', 'OPEN', 'ADJOURNED', 'CLOSED', 'MINUTES_APPROVED', 'CANCELLED'));

create table sitting (
  meeting_id        uuid      not null references meeting (id),
  number            int       not null,
  starts_at         timestamp not null,
  ended_at          timestamp,
  place             text,
  noticed_on        date,
  notice_for        date      not null,
  adjourned_because text,
  resumes_at        timestamp,
  resumes_place     text,
  constraint sitting_is_numbered primary key (meeting_id, number),
  constraint sitting_ends_after_it_starts check (ended_at >= starts_at),
  constraint sitting_is_adjourned_at_a_time
    check (adjourned_because is null or ended_at is not null),
  constraint sitting_resumes_after_it_was_adjourned
    check (resumes_at is null or adjourned_because is not null and resumes_at > ended_at),
  constraint sitting_resumes_somewhere_at_a_time
    check (resumes_place is null or resumes_at is not null)
);
comment on table sitting is
  'A meeting that is adjourned and resumed sits more than once. Each sitting is judged on its own day.';
comment on column sitting.noticed_on is
  'When notice was given of it; of the sitting it resumes when that had named its day and time.';
comment on column sitting.notice_for is 'The day that notice was for.';

insert into sitting (meeting_id, number, starts_at, noticed_on, notice_for)
select id, 1, starts_at, noticed_on, cast(starts_at as date)
from meeting where state in ('OPEN', 'CLOSED');

alter table attendance add column sitting int not null default 1;
alter table attendance alter column sitting drop default;
alter table attendance add constraint attendance_is_at_a_sitting
  foreign key (meeting_id, sitting) references sitting (meeting_id, number)
  deferrable initially deferred;
