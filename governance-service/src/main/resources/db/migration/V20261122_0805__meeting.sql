create table meeting (
  id             uuid        not null,
  reference      text        not null,
  body_id        uuid        not null references body (id),
  body_reference text        not null,
  body_name      text        not null,
  locality       text        not null,
  starts_at      timestamp   not null,
  state          text        not null,
  noticed_on     date,
  cancel_reason  text,
  provenance     jsonb       not null,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint meeting_has_one_id primary key (id),
  constraint meeting_reference_is_unique unique (reference),
  constraint meeting_state_is_known
    check (state in ('PLANNED', 'NOTICED', 'OPEN', 'CLOSED', 'CANCELLED')),
  constraint meeting_is_held_on_notice
    check (state in ('PLANNED', 'CANCELLED') or noticed_on is not null),
  constraint meeting_is_cancelled_for_a_reason
    check ((state = 'CANCELLED') = (cancel_reason is not null))
);
create index meeting_by_locality on meeting (locality, reference);
comment on column meeting.starts_at is 'The clock on the wall, Europe/London.';

create table agenda_item (
  meeting_id uuid  not null references meeting (id),
  number     int   not null,
  title      text  not null,
  provenance jsonb not null,
  constraint agenda_item_is_numbered primary key (meeting_id, number)
);

create table attendance (
  meeting_id uuid not null references meeting (id),
  ordinal    int  not null,
  seat       text not null,
  substitute text,
  arrived_at time not null,
  left_at    time,
  constraint attendance_is_counted primary key (meeting_id, ordinal),
  constraint attendance_ends_after_it_begins check (left_at is null or left_at >= arrived_at)
);
comment on column attendance.substitute is
  'An opaque reference to who sat there for the member; null for the member. Never leaves this service.';

create table interest (
  meeting_id uuid not null references meeting (id),
  ordinal    int  not null,
  item       int  not null,
  seat       text not null,
  effect     text not null,
  nature     text not null,
  constraint interest_is_counted primary key (meeting_id, ordinal),
  constraint interest_is_in_an_item foreign key (meeting_id, item)
    references agenda_item (meeting_id, number) deferrable initially deferred,
  constraint interest_effect_is_known check (effect in ('DECLARED', 'NO_VOTE', 'LEFT'))
);
