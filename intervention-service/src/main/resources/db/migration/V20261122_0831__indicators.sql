create table indicator (
  id                    uuid    not null,
  reference             text    not null,
  name                  text    not null,
  kind                  text    not null,
  unit                  text    not null,
  improvement_direction text    not null,
  frequency             text    not null,
  aggregation           text    not null,
  target                numeric,
  outcome               text,
  source                text    not null,
  publication_schedule  text    not null,
  owner_post            text    not null,
  intervention_id       uuid,
  locality              text    not null,
  effective_on          date    not null,
  provenance            jsonb   not null,
  version               bigint  not null,
  constraint indicator_pkey primary key (id),
  constraint indicator_reference_is_unique unique (reference),
  constraint indicator_is_of_an_intervention
    foreign key (intervention_id) references intervention (id),
  constraint indicator_of_transformation_says_what_it_changes
    check (kind <> 'TPI' or outcome is not null)
);
create index indicator_by_locality on indicator (locality, id);
comment on table indicator is 'What is measured, from which source, and how often it is published.';

create table observation (
  indicator_id  uuid        not null,
  period        date        not null,
  revision      int         not null,
  value         numeric,
  numerator     numeric,
  denominator   numeric,
  told_in       int         not null,
  recorded_at   timestamptz not null,
  recorded_by   text        not null,
  provenance    jsonb       not null,
  constraint observation_pkey primary key (indicator_id, period, revision),
  constraint observation_is_of_an_indicator
    foreign key (indicator_id) references indicator (id),
  constraint observation_counts_revisions_from_one check (revision >= 1),
  constraint observation_divides_by_more_than_nothing check (denominator > 0)
);
comment on table observation is
  'What was observed of a period. A correction is a new revision beside the old. Insert-only.';
comment on column observation.period is 'The first day of the period.';
comment on column observation.value is 'Null when the period has none, which is not zero.';
comment on column observation.told_in is
  'The version of the indicator''s event that told of it. When that event got its position is when '
  'the observation was known.';
revoke update, delete on observation from ${app};
create trigger observation_is_insert_only
  before update or delete or truncate on observation
  for each statement execute function refuse_change();
