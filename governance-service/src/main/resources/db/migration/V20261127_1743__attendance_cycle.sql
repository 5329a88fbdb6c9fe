create table attendance_cycle (
  id             uuid        not null,
  body_id        uuid        not null references body (id),
  body_reference text        not null,
  locality       text        not null,
  seat           text        not null,
  every_months   int         not null,
  from_day       date        not null,
  until_day      date,
  provenance     jsonb       not null,
  recorded_at    timestamptz not null default now(),
  constraint attendance_cycle_has_one_id primary key (id),
  constraint attendance_cycle_is_of_months check (every_months between 1 and 60),
  constraint attendance_cycle_ends_after_it_begins check (until_day is null or until_day >= from_day),
  constraint attendance_cycle_is_expected_once_at_a_time exclude using gist
    (body_id with =, seat with =, daterange(from_day, until_day + 1) with &&)
);
create index attendance_cycle_by_locality on attendance_cycle (locality);
comment on table attendance_cycle is
  'That whoever holds a seat is expected at one meeting of the body in every so many months.';
