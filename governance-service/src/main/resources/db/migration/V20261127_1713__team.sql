create table team (
  id           uuid        not null,
  reference    text        not null,
  name         text        not null,
  locality     text        not null,
  effective_on date        not null,
  ends_on      date,
  provenance   jsonb       not null,
  recorded_at  timestamptz not null default now(),
  version      bigint      not null,
  constraint team_has_one_id primary key (id),
  constraint team_reference_is_unique unique (reference),
  constraint team_ends_after_it_begins check (ends_on >= effective_on)
);
create index team_by_locality on team (locality, reference);

create table team_home (
  team_id      uuid  not null references team (id),
  ordinal      int   not null,
  organisation text  references organisation (code),
  body_id      uuid  references body (id),
  from_day     date  not null,
  until_day    date,
  provenance   jsonb not null,
  constraint team_home_is_counted primary key (team_id, ordinal),
  constraint team_home_is_an_organisation_or_a_body check (num_nonnulls(organisation, body_id) = 1),
  constraint team_home_ends_after_it_begins check (until_day >= from_day),
  constraint team_has_one_home_at_a_time exclude using gist
    (team_id with =, daterange(from_day, until_day + 1) with &&)
);
create index team_home_by_organisation on team_home (organisation);

create table team_function (
  team_id       uuid  not null references team (id),
  ordinal       int   not null,
  function_code text  not null references business_function (code),
  from_day      date  not null,
  until_day     date,
  provenance    jsonb not null,
  constraint team_function_is_counted primary key (team_id, ordinal),
  constraint team_function_ends_after_it_begins check (until_day >= from_day),
  constraint team_does_a_function_once_at_a_time exclude using gist
    (team_id with =, function_code with =, daterange(from_day, until_day + 1) with &&)
);
create index team_function_by_code on team_function (function_code);
comment on table team_function is 'Which functions of the register a team does, and when.';
