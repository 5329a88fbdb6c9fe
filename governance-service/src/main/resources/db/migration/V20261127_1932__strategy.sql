create table strategy (
  id            uuid        not null,
  reference     text        not null,
  title         text        not null,
  kind          text        not null,
  version_label text,
  locality      text        not null,
  said          jsonb       not null default '[]',
  recorded_at   timestamptz not null default now(),
  version       bigint      not null,
  constraint strategy_has_one_id primary key (id),
  constraint strategy_reference_is_unique unique (reference),
  constraint strategy_kind_is_known
    check (kind in ('STRATEGY', 'NEEDS_ASSESSMENT', 'OUTCOMES_FRAMEWORK'))
);
create index strategy_by_locality on strategy (locality, reference);
comment on column strategy.version_label is
  'The version as its authors write it; null when they write none.';
comment on column strategy.said is
  'What documents say of its approval, side by side, however they contradict each other.';

create table strategy_step (
  strategy_id        uuid  not null references strategy (id),
  step               int   not null,
  state              text  not null,
  effective_on       date  not null,
  review_on          date,
  decision_id        uuid  references decision (id),
  decision_reference text,
  superseded_by      uuid  references strategy (id),
  note               text,
  provenance         jsonb not null,
  constraint strategy_takes_its_steps_in_order primary key (strategy_id, step),
  constraint strategy_state_is_known
    check (state in ('DRAFT', 'APPROVED', 'SUPERSEDED', 'WITHDRAWN')),
  constraint strategy_is_approved_by_a_decision
    check (state not in ('APPROVED', 'SUPERSEDED') or decision_id is not null),
  constraint strategy_decision_is_whole
    check ((decision_id is null) = (decision_reference is null)),
  constraint strategy_is_superseded_by_another
    check ((state = 'SUPERSEDED') = (superseded_by is not null) and superseded_by <> strategy_id),
  constraint strategy_is_withdrawn_for_a_reason check (state <> 'WITHDRAWN' or note is not null)
);
create index strategy_step_by_successor on strategy_step (superseded_by);
