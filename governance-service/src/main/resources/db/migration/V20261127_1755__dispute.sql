create table dispute (
  id              uuid        not null,
  reference       text        not null,
  title           text        not null,
  locality        text        not null,
  raised_by       text        not null references organisation (code),
  parties         text[]      not null,
  about_type      text,
  about_reference text,
  raised_on       date        not null,
  state           text        not null,
  body_id         uuid        references body (id),
  body_reference  text,
  decision_id     uuid        references decision (id),
  ending          text,
  provenance      jsonb       not null,
  recorded_at     timestamptz not null default now(),
  version         bigint      not null,
  constraint dispute_has_one_id primary key (id),
  constraint dispute_reference_is_unique unique (reference),
  constraint dispute_has_two_parties_or_more check (cardinality(parties) >= 2),
  constraint dispute_is_raised_by_a_party check (raised_by = any (parties)),
  constraint dispute_about_is_known check (about_type in ('AGREEMENT', 'FUND', 'DECISION')),
  constraint dispute_about_is_whole check ((about_type is null) = (about_reference is null)),
  constraint dispute_state_is_known
    check (state in ('RAISED', 'REFERRED', 'RESOLVED', 'WITHDRAWN')),
  constraint dispute_is_referred_to_a_body
    check (state not in ('REFERRED', 'RESOLVED') or body_id is not null),
  constraint dispute_is_resolved_by_something
    check (state <> 'RESOLVED' or decision_id is not null or ending is not null),
  constraint dispute_is_withdrawn_for_a_reason check (state <> 'WITHDRAWN' or ending is not null)
);
create index dispute_by_locality on dispute (locality, reference);
create index dispute_by_body on dispute (body_id);

create table dispute_step (
  dispute_id uuid  not null references dispute (id),
  ordinal    int   not null,
  taken_on   date  not null,
  what       text  not null,
  provenance jsonb not null,
  constraint dispute_step_is_counted primary key (dispute_id, ordinal)
);

create table dispute_forum_rule (
  id                 uuid        not null,
  body_id            uuid        not null references body (id),
  body_reference     text        not null,
  locality           text        not null,
  days_between_steps int         not null,
  effective_on       date        not null,
  provenance         jsonb       not null,
  recorded_at        timestamptz not null default now(),
  constraint dispute_forum_rule_has_one_id primary key (id),
  constraint dispute_forum_rule_is_one_per_day unique (body_id, effective_on),
  constraint dispute_forum_rule_days_are_positive check (days_between_steps >= 1)
);
comment on table dispute_forum_rule is
  'How many days a forum may let pass between two steps of a dispute, from a day on.';
