create table read_model.agreement_day (
  agreement_id  uuid    not null,
  version       int     not null,
  effective_on  date    not null,
  reference     text    not null,
  title         text    not null,
  kind          text    not null,
  state         text    not null,
  parties       jsonb   not null,
  begins_on     date,
  ends_on       date,
  review_on     date,
  retrospective boolean not null,
  locality      text    not null,
  provenance    jsonb   not null,
  constraint agreement_version_is_told_of_a_day_once
    primary key (agreement_id, version, effective_on),
  constraint agreement_parties_are_a_list check (jsonb_typeof(parties) = 'array')
);
create index agreement_day_by_locality on read_model.agreement_day (locality);
comment on table read_model.agreement_day is
  'A version of an agreement from a day on, with its parties, until its next day.';

create table read_model.gateway_day (
  gateway_id   uuid  not null,
  effective_on date  not null,
  reference    text  not null,
  contract     text  not null,
  number       int   not null,
  begins_on    date  not null,
  ends_on      date  not null,
  state        text  not null,
  conditions   jsonb not null,
  decision_id  uuid,
  locality     text  not null,
  provenance   jsonb not null,
  constraint gateway_is_told_of_a_day_once primary key (gateway_id, effective_on),
  constraint gateway_conditions_are_a_list check (jsonb_typeof(conditions) = 'array')
);
create index gateway_day_by_locality on read_model.gateway_day (locality);
comment on table read_model.gateway_day is
  'A gateway from a day on, with its conditions, until its next day.';

create table read_model.scope_transferred (
  scope_item_id uuid  not null,
  gateway_id    uuid  not null,
  contract      text  not null,
  reference     text  not null,
  title         text  not null,
  kind          text  not null,
  intervention  text,
  locality      text  not null,
  effective_on  date  not null,
  provenance    jsonb not null,
  constraint scope_item_goes_over_once primary key (scope_item_id)
);
create index scope_transferred_by_locality on read_model.scope_transferred (locality);
comment on table read_model.scope_transferred is
  'What a gateway gave to its contract, as governance-service says.';

create table read_model.contract_scope_day (
  scope_item_id uuid  not null,
  effective_on  date  not null,
  state         text  not null,
  reason        text,
  locality      text  not null,
  provenance    jsonb not null,
  constraint contract_scope_is_told_of_a_day_once primary key (scope_item_id, effective_on)
);
comment on table read_model.contract_scope_day is
  'What the contract says of such an item from a day on, as intervention-service answers.';

create table read_model.assessment_day (
  assessment_id uuid  not null,
  effective_on  date  not null,
  reference     text  not null,
  title         text  not null,
  framework     text  not null,
  state         text  not null,
  scale         jsonb not null,
  ratings       jsonb not null,
  locality      text  not null,
  provenance    jsonb not null,
  constraint assessment_is_told_of_a_day_once primary key (assessment_id, effective_on),
  constraint assessment_scale_is_a_list check (jsonb_typeof(scale) = 'array'),
  constraint assessment_ratings_are_a_list check (jsonb_typeof(ratings) = 'array')
);
create index assessment_day_by_locality on read_model.assessment_day (locality);
comment on table read_model.assessment_day is
  'An assessment from a day on, with its ratings in the words of its scale, worst first.';

create table read_model.register_entry_day (
  entry_id     uuid  not null,
  effective_on date  not null,
  reference    text  not null,
  kind         text  not null,
  title        text  not null,
  state        text  not null,
  body_id      uuid,
  likelihood   int,
  impact       int,
  post         text,
  review_on    date,
  caused_by    uuid,
  locality     text  not null,
  provenance   jsonb not null,
  constraint register_entry_is_told_of_a_day_once primary key (entry_id, effective_on)
);
create index register_entry_day_by_locality on read_model.register_entry_day (locality);
comment on table read_model.register_entry_day is
  'A risk, issue, assumption or dependency from a day on, until its next day.';

create table read_model.plan_day (
  plan_id      uuid  not null,
  effective_on date  not null,
  reference    text  not null,
  title        text  not null,
  areas        jsonb not null,
  baseline     text,
  decision_id  uuid,
  locality     text  not null,
  provenance   jsonb not null,
  constraint plan_is_told_of_a_day_once primary key (plan_id, effective_on),
  constraint plan_areas_are_a_list check (jsonb_typeof(areas) = 'array')
);
create index plan_day_by_locality on read_model.plan_day (locality);
comment on table read_model.plan_day is
  'A plan from a day on: its areas and the baseline that holds, until its next day.';

create table read_model.milestone_day (
  milestone_id uuid  not null,
  effective_on date  not null,
  plan_id      uuid  not null,
  reference    text  not null,
  title        text  not null,
  area         text,
  post         text,
  organisation text,
  forecast_on  date,
  precision    text  not null,
  review_on    date,
  baseline_on  date,
  achieved_on  date,
  state        text  not null,
  locality     text  not null,
  provenance   jsonb not null,
  constraint milestone_is_told_of_a_day_once primary key (milestone_id, effective_on)
);
create index milestone_day_by_locality on read_model.milestone_day (locality);
comment on table read_model.milestone_day is
  'A milestone from a day on: what is forecast, what the baseline has, until its next day.';

create table read_model.strategy_day (
  strategy_id  uuid  not null,
  effective_on date  not null,
  reference    text  not null,
  title        text  not null,
  kind         text  not null,
  version      text,
  state        text  not null,
  review_on    date,
  decision_id  uuid,
  locality     text  not null,
  provenance   jsonb not null,
  constraint strategy_is_told_of_a_day_once primary key (strategy_id, effective_on)
);
create index strategy_day_by_locality on read_model.strategy_day (locality);
comment on table read_model.strategy_day is
  'A strategy, needs assessment or outcomes framework from a day on, until its next day.';

create table read_model.principle_day (
  principle_id uuid  not null,
  effective_on date  not null,
  reference    text  not null,
  register     text  not null,
  number       int   not null,
  text         text  not null,
  ends_on      date,
  locality     text  not null,
  provenance   jsonb not null,
  constraint principle_is_told_of_a_day_once primary key (principle_id, effective_on)
);
create index principle_day_by_locality on read_model.principle_day (locality);
comment on table read_model.principle_day is 'A principle from a day on, until its last.';

create table read_model.engagement_day (
  engagement_id uuid  not null,
  effective_on  date  not null,
  reference     text  not null,
  title         text  not null,
  kind          text  not null,
  audience      text  not null,
  stage         text,
  count         int   not null,
  reached       int,
  locality      text  not null,
  provenance    jsonb not null,
  constraint engagement_is_told_of_a_day_once primary key (engagement_id, effective_on)
);
create index engagement_day_by_locality on read_model.engagement_day (locality);
comment on table read_model.engagement_day is
  'Whom the partnership told, asked or consulted, from a day on.';
create index scope_transferred_by_gateway on read_model.scope_transferred (gateway_id);
