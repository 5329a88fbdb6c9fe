create table decision (
  id                  uuid        not null,
  reference           text        not null,
  title               text        not null,
  locality            text        not null,
  body_id             uuid        not null references body (id),
  body_name           text        not null,
  meeting_id          uuid        not null references meeting (id),
  item                int         not null,
  type                text        not null,
  taken_as            text,
  function_code       text,
  value_pence         bigint,
  basis               text        not null,
  owners              jsonb       not null,
  subject_type        text,
  subject_id          text,
  approval_request_id uuid        references approval_request (id),
  state               text        not null,
  outcome             text,
  validity_codes      text[]      not null default '{}',
  explanation         text,
  voted_at            time,
  effective_on        date,
  evidence            jsonb,
  provenance          jsonb       not null,
  recorded_at         timestamptz not null default now(),
  version             bigint      not null,
  constraint decision_has_one_id primary key (id),
  constraint decision_reference_is_unique unique (reference),
  constraint decision_is_on_an_item foreign key (meeting_id, item)
    references agenda_item (meeting_id, number),
  constraint decision_value_is_not_negative check (value_pence >= 0),
  constraint decision_state_is_known check (state in (
    'PROPOSED', 'TABLED', 'CARRIED', 'LOST', 'DEFERRED', 'REFERRED', 'WITHDRAWN', 'IN_EFFECT',
    'CALLED_IN', 'INVALID', 'RATIFIED', 'SUPERSEDED', 'RESCINDED')),
  constraint decision_in_effect_is_valid
    check (state <> 'IN_EFFECT' or cardinality(validity_codes) = 0),
  constraint decision_invalid_says_why
    check (state <> 'INVALID' or cardinality(validity_codes) > 0),
  constraint decision_with_an_outcome_keeps_its_evidence
    check (outcome is null or evidence is not null)
);
create index decision_by_locality on decision (locality, reference);
create index decision_by_subject on decision (subject_type, subject_id);
create index decision_by_approval_request on decision (approval_request_id);
comment on column decision.evidence is
  'Everything the outcome rests on, as it was when it was recorded; later changes never alter it.';

create table decision_vote (
  decision_id uuid        not null references decision (id),
  seat        text        not null,
  choice      text        not null,
  recorded_at timestamptz not null default now(),
  constraint decision_vote_is_one_per_seat primary key (decision_id, seat),
  constraint decision_vote_is_known check (choice in ('FOR', 'AGAINST', 'ABSTAIN'))
);

alter table delegation_use add constraint delegation_is_used_by_a_decision
  foreign key (decision_id) references decision (id);
