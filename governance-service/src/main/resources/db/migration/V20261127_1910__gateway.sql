create table gateway (
  id          uuid        not null,
  reference   text        not null,
  contract    text        not null,
  number      int         not null,
  begins_on   date        not null,
  ends_on     date        not null,
  end_formula text,
  locality    text        not null,
  recorded_at timestamptz not null default now(),
  version     bigint      not null,
  constraint gateway_has_one_id primary key (id),
  constraint gateway_reference_is_unique unique (reference),
  constraint gateway_is_numbered_once_in_its_contract unique (locality, contract, number),
  constraint gateway_is_numbered_from_one check (number >= 1),
  constraint gateway_ends_after_it_begins check (ends_on >= begins_on),
  constraint gateway_overlaps_no_other_of_its_contract exclude using gist
    (locality with =, contract with =, daterange(begins_on, ends_on, '[]') with &&)
);
create index gateway_by_locality on gateway (locality, reference);
comment on table gateway is
  'A point at which due diligence is judged before its scope passes to a contract.';
comment on column gateway.contract is 'The contract''s reference in intervention-service.';
comment on column gateway.end_formula is 'How its last day was computed; null when it was stated.';

create table gateway_step (
  gateway_id           uuid  not null references gateway (id),
  step                 int   not null,
  state                text  not null,
  effective_on         date  not null,
  note                 text,
  assessment_id        uuid,
  assessment_reference text,
  decision_id          uuid references decision (id),
  decision_reference   text,
  provenance           jsonb not null,
  constraint gateway_takes_its_steps_in_order primary key (gateway_id, step),
  constraint gateway_state_is_known
    check (state in ('PLANNED', 'DUE_DILIGENCE', 'FOR_DECISION', 'PASSED',
                     'PASSED_WITH_CONDITIONS', 'NOT_PASSED', 'DEFERRED', 'CLOSED')),
  constraint gateway_rests_on_due_diligence
    check (state = 'PLANNED' or assessment_id is not null and assessment_reference is not null),
  constraint gateway_is_passed_by_a_decision
    check ((state in ('PASSED', 'PASSED_WITH_CONDITIONS', 'CLOSED')) = (decision_id is not null)),
  constraint gateway_is_refused_with_a_reason
    check (state not in ('NOT_PASSED', 'DEFERRED') or note is not null)
);
create unique index gateway_passes_once on gateway_step (gateway_id)
  where state in ('PASSED', 'PASSED_WITH_CONDITIONS');
create index gateway_step_by_decision on gateway_step (decision_id);
comment on table gateway_step is
  'What a gateway was on a day is its last step effective by then.';

create table gateway_item (
  gateway_id   uuid  not null references gateway (id),
  item         int   not null,
  id           uuid  not null,
  reference    text  not null,
  title        text  not null,
  kind         text  not null,
  intervention text,
  transfers_on date  not null,
  state        text  not null,
  steps        jsonb not null,
  provenance   jsonb not null,
  constraint gateway_item_stands_in_its_place primary key (gateway_id, item),
  constraint gateway_item_has_one_id unique (id),
  constraint gateway_item_is_named_once_in_its_gateway unique (gateway_id, reference),
  constraint gateway_item_names_an_intervention_if_it_is_one
    check (kind in ('SERVICE', 'INTERVENTION')
           and (kind = 'INTERVENTION') = (intervention is not null)),
  constraint gateway_item_state_is_known
    check (state in ('PROPOSED', 'TRANSFERRED', 'LISTED', 'IN_CONTRACT', 'REFUSED', 'EXITED',
                     'WITHDRAWN'))
);
comment on table gateway_item is
  'A service or intervention that a gateway passes to its contract, and what became of it there.';
comment on column gateway_item.steps is
  'What became of it since it was proposed: state, day and, of a refusal, its reason.';

create table gateway_condition (
  gateway_id    uuid  not null references gateway (id),
  condition     int   not null,
  text          text  not null,
  due_on        date  not null,
  due_precision text  not null,
  covers        text,
  agreed_on     date  not null,
  met_on        date,
  evidence      text,
  provenance    jsonb not null,
  constraint gateway_condition_stands_in_its_place primary key (gateway_id, condition),
  constraint gateway_condition_is_due_by_a_day_or_a_month
    check (due_precision = 'DAY'
           or due_precision = 'MONTH'
              and extract(month from due_on + 1) <> extract(month from due_on)),
  constraint gateway_condition_is_met_with_evidence check ((met_on is null) = (evidence is null)),
  constraint gateway_condition_is_met_after_it_was_agreed check (met_on >= agreed_on)
);
comment on table gateway_condition is
  'What is to be done although a gateway is passed: its service development and improvement plan.';

create table gateway_lesson (
  gateway_id uuid  not null references gateway (id),
  lesson     int   not null,
  text       text  not null,
  learnt_on  date  not null,
  provenance jsonb not null,
  constraint gateway_lesson_stands_in_its_place primary key (gateway_id, lesson)
);
comment on table gateway_lesson is 'What was learnt at a gateway, for the next.';
