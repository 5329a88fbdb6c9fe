create table consumer_offset (
  consumer    text   not null,
  topic       text   not null,
  partition   int    not null,
  next_offset bigint not null,
  position    bigint not null default 0,
  recorded_at timestamptz,
  applied_at  timestamptz,
  constraint consumer_offset_pkey primary key (consumer, topic, partition)
);
comment on table consumer_offset is
  'How far each partition is read. Moved in the transaction of the effect, only from the value the '
  'mover knew: whoever lost the partition meanwhile rolls back.';
comment on column consumer_offset.position is
  'Position of the newest event read, in the log of the service it came from.';
comment on column consumer_offset.recorded_at is 'When the sender recorded that event.';

create view consumer_freshness as
  select consumer, topic, max(position) as position, max(recorded_at) as recorded_at,
         max(applied_at) as applied_at
  from consumer_offset
  group by consumer, topic;
comment on view consumer_freshness is 'How fresh what is known of another service is.';

create table consumed_subject (
  consumer     text not null,
  source       text not null,
  subject_type text not null,
  subject_id   text not null,
  version      int  not null,
  constraint consumed_subject_pkey primary key (consumer, source, subject_type, subject_id)
);
comment on table consumed_subject is
  'The last version of each subject that was applied: a repeat is dropped, a gap is parked.';

create table parked_event (
  id              uuid        not null,
  consumer        text        not null,
  topic           text        not null,
  partition       int         not null,
  record_offset   bigint      not null,
  source          text        not null,
  subject_type    text        not null,
  subject_id      text        not null,
  subject_version int         not null,
  type            text        not null,
  headers         json        not null,
  data            text        not null,
  reason          text        not null,
  parked_at       timestamptz not null,
  constraint parked_event_pkey primary key (id),
  constraint parked_event_is_parked_once unique (consumer, topic, partition, record_offset)
);
create index parked_event_by_subject
  on parked_event (consumer, source, subject_type, subject_id, subject_version);
comment on table parked_event is
  'Events that could not be applied, and everything later of their subject, until replayed.';
