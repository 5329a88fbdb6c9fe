create table commitment (
  id                uuid         not null constraint commitment_pk primary key,
  reference         text         not null constraint commitment_reference_is_unique unique,
  fund_id           uuid         not null constraint commitment_of_fund references fund,
  line_id           uuid         not null constraint commitment_on_line references budget_line,
  locality          text         not null,
  amount_pence      bigint       not null,
  discharged_pence  bigint       not null default 0,
  released_pence    bigint       not null default 0,
  provider          text         not null,
  purpose           text         not null,
  intervention_id   text,
  decision_function text         not null,
  basis             text         not null,
  owners            jsonb        not null,
  state             text         not null,
  decision_id       uuid,
  delegation_id     uuid,
  request_id        uuid         constraint commitment_request_is_unique unique,
  content_hash      text         not null,
  requested_by      text         not null,
  due_on            date,
  effective_on      date         not null,
  expires_on        date,
  provenance        jsonb        not null,
  version           bigint       not null,
  constraint commitment_is_positive check (amount_pence > 0),
  constraint commitment_pays_no_more_than_it_holds check
    (discharged_pence >= 0 and released_pence >= 0 and discharged_pence + released_pence <= amount_pence),
  constraint commitment_state_is_known check (state in ('PENDING_APPROVAL', 'OPEN', 'PART_DISCHARGED',
    'DISCHARGED', 'REJECTED', 'LAPSED', 'RELEASED')),
  constraint commitment_waits_for_a_request check
    (state <> 'PENDING_APPROVAL' or (request_id is not null and due_on is not null)),
  constraint commitment_is_open_only_under_authority check
    (state in ('PENDING_APPROVAL', 'REJECTED', 'LAPSED') or num_nonnulls(decision_id, delegation_id) = 1)
);
comment on table commitment is 'Money promised to a provider, or waiting for a decision to be';
create index commitment_by_locality on commitment (locality, id);
create index commitment_by_line on commitment (line_id);
create index commitment_by_fund on commitment (fund_id, id);
create index commitment_by_decision on commitment (decision_id) where decision_id is not null;
create index commitment_by_delegation on commitment (delegation_id) where delegation_id is not null;
create index commitment_due on commitment (due_on) where state = 'PENDING_APPROVAL';

create table decision_attempt (
  id                  uuid         not null constraint decision_attempt_pk primary key,
  commitment_id       uuid         not null constraint decision_attempt_on_commitment references commitment,
  decision_id         uuid         not null,
  decision_reference  text         not null,
  body                text         not null,
  state               text         not null,
  applied             boolean      not null,
  reasons             text[]       not null,
  received_at         timestamptz  not null
);
comment on table decision_attempt is
  'Every decision that arrived for a commitment, applied or not, and why not';
create index decision_attempt_by_commitment on decision_attempt (commitment_id, id);
revoke update, delete, truncate on decision_attempt from ${app};
