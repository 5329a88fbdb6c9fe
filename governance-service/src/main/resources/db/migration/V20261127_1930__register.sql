create table register_entry (
  id          uuid        not null,
  reference   text        not null,
  register    text        not null,
  kind        text        not null,
  title       text        not null,
  locality    text        not null,
  caused_by   uuid        references register_entry (id),
  needed_on   date,
  dependent   jsonb,
  depends_on  jsonb,
  links       jsonb       not null default '[]',
  source_type text,
  source_id   text,
  recorded_at timestamptz not null default now(),
  version     bigint      not null,
  constraint register_entry_has_one_id primary key (id),
  constraint register_entry_reference_is_unique unique (reference),
  constraint register_entry_kind_is_known
    check (kind in ('RISK', 'ISSUE', 'ASSUMPTION', 'DEPENDENCY')),
  constraint register_entry_that_waits_is_a_dependency
    check (kind = 'DEPENDENCY' or num_nonnulls(needed_on, dependent, depends_on) = 0),
  constraint register_entry_is_not_its_own_cause check (caused_by <> id),
  constraint register_entry_source_is_whole check ((source_type is null) = (source_id is null)),
  constraint register_entry_is_raised_once_by_its_source
    unique (locality, source_type, source_id)
);
create index register_entry_by_locality on register_entry (locality, reference);
create index register_entry_by_cause on register_entry (caused_by);
comment on table register_entry is
  'A risk, an issue, an assumption or a dependency. It names posts and organisations, never people.';

create table register_entry_step (
  entry_id               uuid  not null references register_entry (id),
  step                   int   not null,
  what                   text  not null,
  state                  text  not null,
  effective_on           date  not null,
  body_id                uuid  references body (id),
  body_reference         text,
  escalated_to           uuid  references body (id),
  escalated_to_reference text,
  post                   text,
  organisation           text  references organisation (code),
  inherent_likelihood    int,
  inherent_impact        int,
  residual_likelihood    int,
  residual_impact        int,
  target_likelihood      int,
  target_impact          int,
  controls               jsonb not null default '[]',
  review_on              date,
  tolerated_until        date,
  answered_score         int,
  answered_review        date,
  note                   text,
  provenance             jsonb not null,
  constraint register_entry_takes_its_steps_in_order primary key (entry_id, step),
  constraint register_entry_state_is_known
    check (state in ('OPEN', 'ESCALATED', 'TOLERATED', 'MATERIALISED', 'CLOSED')),
  constraint register_entry_step_is_known
    check (what in ('RECORDED', 'SCORED', 'CONTROLLED', 'REVIEWED', 'ASSIGNED', 'ESCALATED',
                    'ACCEPTED', 'RETURNED', 'TOLERATED', 'TOLERANCE_ENDED', 'MATERIALISED',
                    'FAILED', 'CLOSED', 'REOPENED')),
  constraint register_entry_scores_are_1_to_5
    check (inherent_likelihood between 1 and 5 and inherent_impact between 1 and 5
           and residual_likelihood between 1 and 5 and residual_impact between 1 and 5
           and target_likelihood between 1 and 5 and target_impact between 1 and 5),
  constraint register_entry_is_escalated_to_a_body
    check ((state = 'ESCALATED') = (escalated_to is not null)
           and (escalated_to is null) = (escalated_to_reference is null)),
  constraint register_entry_is_not_escalated_to_who_has_it check (escalated_to <> body_id),
  constraint register_entry_is_tolerated_until_a_day
    check ((state = 'TOLERATED') = (tolerated_until is not null)),
  constraint register_entry_body_is_whole check ((body_id is null) = (body_reference is null)),
  constraint register_entry_is_returned_and_closed_with_a_note
    check (what not in ('ESCALATED', 'RETURNED', 'TOLERATED', 'CLOSED', 'REOPENED')
           or note is not null)
);
create index register_entry_step_by_body on register_entry_step (body_id);
comment on table register_entry_step is
  'What an entry was on a day is its last step effective by then, whole. A score is null while it is unscored.';
comment on column register_entry_step.tolerated_until is
  'The last day it is tolerated; from the next it is open, whether or not a step says so yet.';
comment on column register_entry_step.answered_score is
  'The residual score that the body above has answered: only a higher one goes up again by itself.';

create table escalation_rule (
  id             uuid        not null,
  body_id        uuid        references body (id),
  body_reference text,
  locality       text        not null,
  threshold      int         not null,
  days_overdue   int         not null,
  effective_on   date        not null,
  provenance     jsonb       not null,
  recorded_at    timestamptz not null default now(),
  constraint escalation_rule_has_one_id primary key (id),
  constraint escalation_rule_is_one_per_day unique nulls not distinct (body_id, effective_on),
  constraint escalation_rule_threshold_is_a_score check (threshold between 1 and 25),
  constraint escalation_rule_days_are_not_negative check (days_overdue >= 0),
  constraint escalation_rule_body_is_whole check ((body_id is null) = (body_reference is null))
);
comment on table escalation_rule is
  'From which residual score, or after how many days that a review is overdue, a body hands an entry to the body above.';

insert into escalation_rule
  (id, body_id, body_reference, locality, threshold, days_overdue, effective_on, provenance)
values
  ('01930000-0000-7000-8000-000000001930', null, null, 'E47000001', 15, 30, '2000-01-01',
   '{"kind": "ILLUSTRATIVE"}');
