create table deflection_plan (
  id              uuid   not null,
  intervention_id uuid   not null,
  activity_type   text   not null,
  provider        text   not null,
  locality        text   not null,
  effective_on    date   not null,
  provenance      jsonb  not null,
  version         bigint not null,
  constraint deflection_plan_pkey primary key (id),
  constraint deflection_plan_is_of_an_intervention
    foreign key (intervention_id) references intervention (id),
  constraint deflection_plan_is_one_per_activity_and_provider
    unique (intervention_id, activity_type, provider)
);
create index deflection_plan_by_locality on deflection_plan (locality, id);
comment on table deflection_plan is 'What an intervention is to keep out of hospital.';

create table deflection_version (
  id           uuid  not null,
  plan_id      uuid  not null,
  number       int   not null,
  state        text  not null,
  tariff_pence bigint,
  months       jsonb not null,
  effective_on date  not null,
  provenance   jsonb not null,
  constraint deflection_version_pkey primary key (id),
  constraint deflection_version_is_of_a_plan foreign key (plan_id) references deflection_plan (id),
  constraint deflection_version_is_counted_once unique (plan_id, number),
  constraint deflection_version_state_is_known
    check (state in ('DRAFT', 'LOCAL_AGREED', 'GM_AGREED', 'SUPERSEDED')),
  constraint deflection_version_tariff_is_not_negative check (tariff_pence >= 0)
);
create unique index deflection_version_one_is_agreed
  on deflection_version (plan_id) where state = 'GM_AGREED';
create unique index deflection_version_one_is_under_discussion
  on deflection_version (plan_id) where state in ('DRAFT', 'LOCAL_AGREED');
comment on table deflection_version is
  'The versions of a plan: monthly counterfactual and planned activity, in units.';

create table deflection_actual (
  plan_id uuid    not null,
  month   date    not null,
  actual  numeric not null,
  constraint deflection_actual_pkey primary key (plan_id, month),
  constraint deflection_actual_is_of_a_plan foreign key (plan_id) references deflection_plan (id),
  constraint deflection_actual_is_of_a_month check (extract(day from month) = 1)
);
comment on table deflection_actual is
  'The activity that came. A month without a row is not known, which is not zero.';
