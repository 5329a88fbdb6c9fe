-- What the run-time role may do with every table made after this one. Whatever a table must be
-- protected from is revoked where the table is made.
grant usage on schema public to ${app};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% keeps what it was told: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;
comment on function refuse_change is
  'Trigger of tables that are only inserted into; it holds for their owner too.';

create table event_log (
  id              bigint      generated always as identity,
  event_id        uuid        not null,
  type            text        not null,
  published       boolean     not null,
  subject_type    text        not null,
  subject_id      text        not null,
  subject_version int         not null,
  locality        text        not null,
  occurred_at     timestamptz not null,
  effective_on    date        not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  actor           text        not null,
  correlation_id  text        not null,
  causation_id    text,
  traceparent     text,
  dataschema      text,
  data            json        not null,
  constraint event_log_pkey primary key (id),
  constraint event_log_event_id_is_unique unique (event_id),
  constraint event_log_counts_each_subject_without_gaps
    unique (subject_type, subject_id, subject_version),
  constraint event_log_counts_from_one check (subject_version >= 1)
);
comment on table event_log is
  'Everything that happened in this service, written in the transaction of the change. Insert-only.';
comment on column event_log.id is
  'Order of insertion, not of commit: readers go by event_position.position.';
comment on column event_log.published is
  'Whether it leaves the service; a subject type is published or internal, never both.';
comment on column event_log.actor is
  'An organisation and an opaque subject id, or service:name; never a person''s name.';
comment on column event_log.data is 'json, not jsonb: the bytes that were hashed are the bytes kept.';

create table event_position (
  position      bigint      not null,
  event_log_id  bigint      not null,
  positioned_at timestamptz not null,
  prev_hash     bytea       not null,
  hash          bytea       not null,
  constraint event_position_pkey primary key (position),
  constraint event_position_is_given_once unique (event_log_id),
  constraint event_position_is_of_an_event
    foreign key (event_log_id) references event_log (id),
  constraint event_position_counts_from_one check (position >= 1)
);
create index event_position_by_time on event_position (positioned_at);
comment on table event_position is
  'The order of the log: 1, 2, 3 without gaps, given by the relay after commit. Insert-only.';
comment on column event_position.positioned_at is
  'When the log knew it; never goes back. This is what knownAt compares.';
comment on column event_position.hash is
  'event_hash of the previous hash, position, positioned_at and the event_digest of the event.';

create table event_pending (
  event_log_id bigint not null,
  constraint event_pending_pkey primary key (event_log_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
comment on table event_pending is
  'Events without a position yet; written with the event, deleted as the relay gives the position.';

create table relay_cursor (
  only_row boolean not null default true,
  position bigint  not null,
  constraint relay_cursor_pkey primary key (only_row),
  constraint relay_cursor_is_one_row check (only_row)
);
comment on table relay_cursor is 'The last position that is on the topic for certain.';
insert into relay_cursor (position) values (0);

revoke update, delete on event_log, event_position from ${app};
revoke insert, delete on relay_cursor from ${app};
create trigger event_log_is_insert_only
  before update or delete or truncate on event_log
  for each statement execute function refuse_change();
create trigger event_position_is_insert_only
  before update or delete or truncate on event_position
  for each statement execute function refuse_change();

-- The digest of an event: SHA-256 over every column, each with its length before it, so that no
-- two different rows can read the same.
create function event_field(value bytea) returns bytea
  language sql immutable parallel safe
  return coalesce(int4send(octet_length(value)) || value, '\xffffffff'::bytea);

create function event_field(value text) returns bytea
  language sql immutable parallel safe
  return event_field(convert_to(value, 'UTF8'));

create function event_digest(event event_log) returns bytea
  language sql immutable parallel safe
  return sha256(
    event_field(int8send(event.id))
    || event_field(uuid_send(event.event_id))
    || event_field(event.type)
    || event_field(boolsend(event.published))
    || event_field(event.subject_type)
    || event_field(event.subject_id)
    || event_field(int4send(event.subject_version))
    || event_field(event.locality)
    || event_field(timestamptz_send(event.occurred_at))
    || event_field(date_send(event.effective_on))
    || event_field(timestamptz_send(event.recorded_at))
    || event_field(event.actor)
    || event_field(event.correlation_id)
    || event_field(event.causation_id)
    || event_field(event.traceparent)
    || event_field(event.dataschema)
    || event_field(event.data::text));

create function event_hash(previous bytea, place bigint, placed_at timestamptz, digest bytea)
  returns bytea
  language sql immutable parallel safe
  return sha256(previous || int8send(place) || timestamptz_send(placed_at) || digest);
comment on function event_hash is 'One link of the chain.';

-- The chain over many rows in linear time: as a window over rows in order, each row's value is the
-- hash of the link before it and its own content. The first link hangs on the seed.
create function event_chain_step(
    hash bytea, seed bytea, place bigint, placed_at timestamptz, digest bytea)
  returns bytea
  language sql immutable parallel safe
  return event_hash(coalesce(hash, seed), place, placed_at, digest);

create aggregate event_chain(
    seed bytea, place bigint, placed_at timestamptz, digest bytea) (
  sfunc = event_chain_step,
  stype = bytea
);

create function event_chain_start() returns bytea
  language sql immutable parallel safe
  return decode(repeat('00', 32), 'hex');
comment on function event_chain_start is 'What the first link hangs on: 32 zero bytes.';
