create table forward_plan_entry (
  id                       uuid        not null,
  reference                text        not null,
  number                   int         not null,
  title                    text        not null,
  body_id                  uuid        not null references body (id),
  body_reference           text        not null,
  body_name                text        not null,
  locality                 text        not null,
  place                    text        not null,
  expected_from            date        not null,
  expected_on              date        not null,
  key_because              text,
  value_pence              bigint,
  function_code            text,
  documents                text[]      not null,
  contact_post             text,
  private_reason           text,
  state                    text        not null,
  decision_id              uuid        references decision (id) deferrable initially deferred,
  withdrawn_because        text,
  general_exception_on     date,
  general_exception_reason text,
  special_urgency_on       date,
  special_urgency_reason   text,
  provenance               jsonb       not null,
  recorded_at              timestamptz not null default now(),
  version                  bigint      not null,
  constraint forward_plan_entry_has_one_id primary key (id),
  constraint forward_plan_entry_reference_is_unique unique (reference),
  constraint forward_plan_entry_is_numbered_within_its_body unique (body_id, number),
  constraint forward_plan_entry_value_is_not_negative check (value_pence >= 0),
  constraint forward_plan_entry_is_expected_in_order check (expected_from <= expected_on),
  constraint forward_plan_entry_key_is_known check (key_because in ('SAID', 'VALUE')),
  constraint forward_plan_entry_key_by_value_has_one
    check (key_because <> 'VALUE' or value_pence is not null),
  constraint forward_plan_entry_state_is_known
    check (state in ('PLANNED', 'TABLED', 'DECIDED', 'WITHDRAWN')),
  constraint forward_plan_entry_is_tabled_as_a_decision
    check ((state in ('TABLED', 'DECIDED')) = (decision_id is not null)),
  constraint forward_plan_entry_is_withdrawn_for_a_reason
    check ((state = 'WITHDRAWN') = (withdrawn_because is not null)),
  constraint forward_plan_entry_exceptions_are_for_key_decisions
    check (key_because is not null or general_exception_on is null and special_urgency_on is null),
  constraint forward_plan_entry_general_exception_has_a_reason
    check ((general_exception_on is null) = (general_exception_reason is null)),
  constraint forward_plan_entry_special_urgency_has_a_reason
    check ((special_urgency_on is null) = (special_urgency_reason is null))
);
create index forward_plan_entry_by_day on forward_plan_entry (locality, expected_on, reference);
create index forward_plan_entry_by_decision on forward_plan_entry (decision_id);
comment on table forward_plan_entry is
  'Matters that bodies are expected to decide. Names posts, never people.';
comment on column forward_plan_entry.expected_on is
  'The last day it is expected by; of a month its last day.';

create table forward_plan_version (
  entry_id      uuid        not null references forward_plan_entry (id),
  ordinal       int         not null,
  published_on  date        not null,
  expected_from date        not null,
  expected_on   date        not null,
  reason        text,
  recorded_at   timestamptz not null,
  provenance    jsonb       not null,
  constraint forward_plan_version_is_counted primary key (entry_id, ordinal),
  constraint forward_plan_version_is_expected_in_order check (expected_from <= expected_on),
  constraint forward_plan_version_moves_for_a_reason check ((ordinal = 1) = (reason is null))
);
comment on table forward_plan_version is
  'What the plan said of a date, from one publication to the next; written once.';

create trigger forward_plan_version_is_insert_only
  before update or delete or truncate on forward_plan_version
  for each statement execute function refuse_change();
