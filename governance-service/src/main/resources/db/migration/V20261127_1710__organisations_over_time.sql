alter table organisation add column end_provenance jsonb;
comment on column organisation.end_provenance is
  'Who says that it closes; null when it was recorded with its end.';

create index organisation_by_predecessor on organisation using gin (predecessors);

create table organisation_name (
  organisation text        not null references organisation (code),
  ordinal      int         not null,
  name         text        not null,
  from_day     date        not null,
  provenance   jsonb       not null,
  recorded_at  timestamptz not null default now(),
  constraint organisation_name_is_counted primary key (organisation, ordinal)
);
comment on table organisation_name is
  'Names after the first. The name of a day is the last one that begins by then.';
