create table body_name (
  body_id     uuid        not null references body (id),
  ordinal     int         not null,
  name        text        not null,
  from_day    date        not null,
  provenance  jsonb       not null,
  recorded_at timestamptz not null default now(),
  constraint body_name_is_counted primary key (body_id, ordinal),
  constraint body_is_called_something check (name <> '')
);
comment on table body_name is
  'What a body was renamed to. Its name on a date is the last from a day by then, else the one in body.';

create table body_place (
  body_id        uuid        not null references body (id),
  ordinal        int         not null,
  locality       text        not null,
  from_day       date        not null,
  until_day      date,
  provenance     jsonb       not null,
  end_provenance jsonb,
  recorded_at    timestamptz not null default now(),
  constraint body_place_is_counted primary key (body_id, ordinal),
  constraint body_serves_a_place_for_a_day_or_more check (until_day is null or until_day >= from_day),
  constraint body_serves_a_place_once_at_a_time exclude using gist
    (body_id with =, locality with =, daterange(from_day, until_day + 1) with &&)
);
create index body_place_by_locality on body_place (locality);
comment on table body_place is 'Places that a body serves besides its own, where it is shown and read.';

create table body_sunset (
  body_id     uuid        not null references body (id),
  ordinal     int         not null,
  sunset_on   date        not null,
  provenance  jsonb       not null,
  recorded_at timestamptz not null default now(),
  constraint body_has_one_sunset primary key (body_id),
  constraint body_sunset_is_the_first check (ordinal = 1)
);
create index body_sunset_by_day on body_sunset (sunset_on);
comment on column body_sunset.sunset_on is 'The first day a time-limited body is no more.';

create table body_succession (
  body_id      uuid        not null references body (id),
  ordinal      int         not null,
  predecessor  uuid        not null references body (id),
  effective_on date        not null,
  alongside    boolean     not null,
  provenance   jsonb       not null,
  recorded_at  timestamptz not null default now(),
  constraint body_succession_is_counted primary key (body_id, ordinal),
  constraint body_succeeds_another_once unique (body_id, predecessor),
  constraint body_does_not_succeed_itself check (predecessor <> body_id)
);
create index body_succession_by_predecessor on body_succession (predecessor);
comment on table body_succession is 'The body of body_id takes over from the predecessor.';
comment on column body_succession.alongside is 'Whether the predecessor goes on beside it.';

alter table membership
  add recorded_at timestamptz not null default now(),
  add constraint seat_is_held_by_one_member_at_a_time exclude using gist
    (body_id with =, seat with =, daterange(from_day, until_day + 1) with &&);
alter table body_relation
  add end_provenance jsonb,
  add recorded_at    timestamptz not null default now();
create index body_relation_by_other on body_relation (to_body);

-- What was there before was recorded when its body was told of that day, or with its body.
update membership m
set recorded_at = coalesce(
  (select min(e.recorded_at) from event_log e
   where e.subject_type = 'body' and e.subject_id = m.body_id::text and e.effective_on = m.from_day),
  (select b.recorded_at from body b where b.id = m.body_id));
update body_relation r
set recorded_at = coalesce(
  (select min(e.recorded_at) from event_log e
   where e.subject_type = 'body' and e.subject_id = r.body_id::text and e.effective_on = r.from_day),
  (select b.recorded_at from body b where b.id = r.body_id));

-- What was held to be so before it was changed, kept by the database whoever changes it, so that
-- an answer of the past can be given again.
create table membership_superseded (like membership, superseded_at timestamptz not null);
create table body_relation_superseded (like body_relation, superseded_at timestamptz not null);
create table body_place_superseded (like body_place, superseded_at timestamptz not null);
create table body_sunset_superseded (like body_sunset, superseded_at timestamptz not null);
create index membership_superseded_by_body on membership_superseded (body_id);
create index body_relation_superseded_by_body on body_relation_superseded (body_id);
create index body_place_superseded_by_body on body_place_superseded (body_id);
create index body_sunset_superseded_by_body on body_sunset_superseded (body_id);

create function keep_superseded() returns trigger language plpgsql as $$
begin
  execute format('insert into %1$I select (jsonb_populate_record(null::%1$I, $1)).*',
                 tg_table_name || '_superseded')
    using to_jsonb(old) || jsonb_build_object('superseded_at', now());
  new.recorded_at := now();
  return new;
end $$;
comment on function keep_superseded is
  'Trigger: the row as it was goes to the table of the same name with _superseded behind it.';

create trigger membership_keeps_what_it_was before update on membership
  for each row when (old.* is distinct from new.*) execute function keep_superseded();
create trigger body_relation_keeps_what_it_was before update on body_relation
  for each row when (old.* is distinct from new.*) execute function keep_superseded();
create trigger body_place_keeps_what_it_was before update on body_place
  for each row when (old.* is distinct from new.*) execute function keep_superseded();
create trigger body_sunset_keeps_what_it_was before update on body_sunset
  for each row when (old.* is distinct from new.*) execute function keep_superseded();
