create table minutes (
  meeting_id  uuid        not null references meeting (id),
  version     int         not null,
  text        text,
  link        text,
  sha256      text        not null,
  provenance  jsonb       not null,
  recorded_at timestamptz not null default now(),
  constraint minutes_are_versioned primary key (meeting_id, version),
  constraint minutes_are_counted_from_one check (version >= 1),
  constraint minutes_are_a_text_or_a_link check ((text is null) <> (link is null)),
  constraint minutes_have_a_fingerprint check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table minutes is
  'Drafts of a meeting''s minutes, each as it was written. Which one was approved stands with the meeting.';
create trigger minutes_are_insert_only before update or delete or truncate on minutes
  for each statement execute function refuse_change();

create table approved_record (
  meeting_id  uuid        not null references meeting (id),
  document    jsonb       not null,
  recorded_at timestamptz not null default now(),
  constraint approved_record_is_one_per_meeting primary key (meeting_id)
);
comment on table approved_record is
  'What a meeting''s record said when its minutes were approved: posts and seats, never people.';
create trigger approved_record_is_insert_only before update or delete or truncate on approved_record
  for each statement execute function refuse_change();

alter table meeting
  add column minutes_approved_at uuid references meeting (id),
  add column minutes_approved_on date,
  add column minutes_approved    int,
  add constraint meeting_minutes_are_approved_by_a_later_meeting
    check ((state = 'MINUTES_APPROVED') = (minutes_approved_at is not null)
           and (minutes_approved_at is null) = (minutes_approved_on is null)
           and minutes_approved_at <> id),
  add constraint meeting_minutes_are_there foreign key (id, minutes_approved)
    references minutes (meeting_id, version);
comment on column meeting.minutes_approved is
  'The version that was approved; null when it was what the record itself says.';

-- Once its minutes are approved, nothing of a meeting's record changes, for its owner either.
create function refuse_after_minutes() returns trigger language plpgsql as $$
declare
  of_meeting uuid;
begin
  if tg_table_name = 'meeting' then
    if old.state <> 'MINUTES_APPROVED' then
      return case when tg_op = 'DELETE' then old else new end;
    end if;
    of_meeting = old.id;
  else
    of_meeting = case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
    if not exists (select from meeting where id = of_meeting and state = 'MINUTES_APPROVED') then
      return case when tg_op = 'DELETE' then old else new end;
    end if;
  end if;
  raise exception 'the minutes of meeting % are approved: % of % is refused',
    of_meeting, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function refuse_after_minutes is
  'Trigger of what makes up the record of a meeting.';

create trigger meeting_stays_once_minutes_are_approved before update or delete on meeting
  for each row execute function refuse_after_minutes();
create trigger sitting_stays_once_minutes_are_approved
  before insert or update or delete on sitting
  for each row execute function refuse_after_minutes();
create trigger agenda_item_stays_once_minutes_are_approved
  before insert or update or delete on agenda_item
  for each row execute function refuse_after_minutes();
create trigger attendance_stays_once_minutes_are_approved
  before insert or update or delete on attendance
  for each row execute function refuse_after_minutes();
create trigger interest_stays_once_minutes_are_approved
  before insert or update or delete on interest
  for each row execute function refuse_after_minutes();
create trigger minutes_stay_once_they_are_approved before insert on minutes
  for each row execute function refuse_after_minutes();
