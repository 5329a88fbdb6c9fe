create table organisation (
  code         text        not null,
  name         text        not null,
  kind         text        not null,
  locality     text        not null,
  effective_on date        not null,
  ends_on      date,
  predecessors text[]      not null default '{}',
  provenance   jsonb       not null,
  recorded_at  timestamptz not null default now(),
  version      bigint      not null,
  constraint organisation_has_one_code primary key (code),
  constraint organisation_ends_after_it_begins check (ends_on is null or ends_on >= effective_on)
);
create index organisation_by_locality on organisation (locality, code);
comment on table organisation is
  'Councils, commissioning groups, trusts and others, by ODS or GSS code, with the days the code holds.';
