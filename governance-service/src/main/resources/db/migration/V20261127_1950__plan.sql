create table plan (
  id             uuid        not null,
  reference      text        not null,
  title          text        not null,
  body_id        uuid        references body (id),
  body_reference text,
  locality       text        not null,
  made_on        date        not null,
  provenance     jsonb       not null,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint plan_has_one_id primary key (id),
  constraint plan_reference_is_unique unique (reference),
  constraint plan_of_a_body_names_it check ((body_id is null) = (body_reference is null))
);
create index plan_by_locality on plan (locality, reference);
create index plan_by_body on plan (body_id);
comment on table plan is
  'What a partnership means to reach by when: a master plan, a timeline, the phases of a programme.';

create table plan_area (
  plan_id   uuid not null references plan (id),
  number    int  not null,
  title     text not null,
  kind      text not null,
  part_of   int,
  begins_on date,
  ends_on   date,
  constraint plan_area_is_numbered primary key (plan_id, number),
  constraint plan_area_kind_is_known check (kind in ('AREA', 'PHASE', 'WORKSTREAM', 'PRIORITY')),
  constraint plan_area_is_part_of_one_before_it
    check (part_of < number),
  constraint plan_area_is_part_of_one_there_is
    foreign key (plan_id, part_of) references plan_area (plan_id, number)
    deferrable initially deferred,
  constraint plan_area_ends_after_it_begins check (begins_on <= ends_on)
);
comment on column plan_area.title is
  'As the document has it. The same may stand there twice, which the findings of the plan tell.';

create table plan_objective (
  plan_id uuid not null references plan (id),
  number  int  not null,
  text    text not null,
  area    int,
  constraint plan_objective_is_numbered primary key (plan_id, number),
  constraint plan_objective_is_of_an_area_there_is
    foreign key (plan_id, area) references plan_area (plan_id, number)
    deferrable initially deferred
);

create table plan_interdependency (
  plan_id uuid not null references plan (id),
  number  int  not null,
  area    int  not null,
  title   text not null,
  constraint plan_interdependency_is_numbered primary key (plan_id, number),
  constraint plan_interdependency_is_of_an_area_there_is
    foreign key (plan_id, area) references plan_area (plan_id, number)
    deferrable initially deferred
);
comment on table plan_interdependency is
  'What an area depends on; what several areas name is shared by them.';

create table milestone (
  id             uuid        not null,
  reference      text        not null,
  number         int         not null,
  plan_id        uuid        not null references plan (id),
  plan_reference text        not null,
  title          text        not null,
  area           int,
  post           text,
  organisation   text        references organisation (code),
  deadline       date,
  objectives     int[]       not null,
  locality       text        not null,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint milestone_has_one_id primary key (id),
  constraint milestone_reference_is_unique unique (reference),
  constraint milestone_is_numbered_within_its_plan unique (plan_id, number),
  constraint milestone_is_of_an_area_there_is
    foreign key (plan_id, area) references plan_area (plan_id, number)
);
create index milestone_by_locality on milestone (locality, reference);
comment on table milestone is
  'What is to be reached, by a post or an organisation. It never names a person.';

create table milestone_step (
  milestone_id uuid  not null references milestone (id),
  step         int   not null,
  state        text  not null,
  effective_on date  not null,
  precision    text  not null,
  forecast_on  date,
  review_on    date,
  note         text,
  evidence     text,
  provenance   jsonb not null,
  constraint milestone_takes_its_steps_in_order primary key (milestone_id, step),
  constraint milestone_state_is_known
    check (state in ('PLANNED', 'IN_PROGRESS', 'ACHIEVED', 'CANCELLED')),
  constraint milestone_precision_is_known
    check (precision in ('DAY', 'MONTH', 'QUARTER', 'ONGOING', 'UNSET')),
  constraint milestone_has_a_last_day_when_it_is_dated
    check ((precision in ('DAY', 'MONTH', 'QUARTER')) = (forecast_on is not null)),
  constraint milestone_of_a_month_is_forecast_on_its_last_day
    check (precision not in ('MONTH', 'QUARTER')
           or extract(month from forecast_on + 1) <> extract(month from forecast_on)),
  constraint milestone_of_a_quarter_is_forecast_on_its_last_day
    check (precision <> 'QUARTER' or extract(month from forecast_on) in (3, 6, 9, 12)),
  constraint milestone_is_reviewed_when_it_is_ongoing
    check (review_on is null or precision = 'ONGOING'),
  constraint milestone_is_cancelled_for_a_reason check (state <> 'CANCELLED' or note is not null)
);
comment on table milestone_step is
  'What a milestone was on a day is its last step effective by then: its state and its forecast.
   Written once, so that every forecast it ever had is kept.';

create trigger milestone_step_is_insert_only
  before update or delete or truncate on milestone_step
  for each statement execute function refuse_change();

create table milestone_predecessor (
  milestone_id          uuid not null references milestone (id),
  predecessor_id        uuid not null references milestone (id),
  predecessor_reference text not null,
  lag_days              int  not null,
  constraint milestone_waits_for_another_once primary key (milestone_id, predecessor_id),
  constraint milestone_does_not_wait_for_itself check (milestone_id <> predecessor_id),
  constraint milestone_lag_is_within_a_hundred_years check (lag_days between -36525 and 36525)
);
create index milestone_predecessor_by_predecessor on milestone_predecessor (predecessor_id);

create table baseline (
  id                 uuid        not null,
  plan_id            uuid        not null references plan (id),
  number             int         not null,
  name               text        not null,
  set_on             date        not null,
  decision_id        uuid        not null references decision (id),
  decision_reference text        not null,
  provenance         jsonb       not null,
  recorded_at        timestamptz not null default now(),
  constraint baseline_has_one_id primary key (id),
  constraint baseline_is_numbered_within_its_plan unique (plan_id, number),
  constraint baseline_has_a_name_of_its_own_within_its_plan unique (plan_id, name),
  constraint baseline_is_set_by_a_decision_of_its_own unique (plan_id, decision_id)
);
comment on table baseline is
  'When a plan was to reach what, as a decision fixed it; every one is kept for ever.';

create trigger baseline_is_insert_only
  before update or delete or truncate on baseline
  for each statement execute function refuse_change();

create table baseline_milestone (
  baseline_id  uuid not null references baseline (id),
  milestone_id uuid not null references milestone (id),
  baseline_on  date not null,
  constraint baseline_has_one_day_for_a_milestone primary key (baseline_id, milestone_id)
);
create index baseline_milestone_by_milestone on baseline_milestone (milestone_id);

create trigger baseline_milestone_is_insert_only
  before update or delete or truncate on baseline_milestone
  for each statement execute function refuse_change();
