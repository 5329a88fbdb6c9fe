create table approval_request (
  id            uuid        not null,
  reference     text        not null,
  subject_type  text        not null,
  subject_id    uuid        not null,
  content_hash  text        not null,
  amount_pence  bigint      not null,
  function_code text        not null,
  basis         text        not null,
  owners        jsonb       not null,
  provider      text        not null,
  purpose       text        not null,
  requested_by  text        not null,
  due_on        date        not null,
  locality      text        not null,
  effective_on  date        not null,
  state         text        not null,
  answered_by   uuid,
  recorded_at   timestamptz not null default now(),
  version       bigint      not null,
  constraint approval_request_has_one_id primary key (id),
  constraint approval_request_state_is_known check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
  constraint approval_request_is_answered_by_a_decision
    check ((state = 'ANSWERED') = (answered_by is not null)),
  constraint approval_request_is_about_money check (amount_pence > 0)
);
create index approval_request_by_locality on approval_request (locality, state, id);
create index approval_request_by_subject on approval_request (subject_id);
create index approval_request_by_reference on approval_request (reference);
comment on table approval_request is
  'What other services ask a body to decide. An invalid or deferred decision leaves it open.';
