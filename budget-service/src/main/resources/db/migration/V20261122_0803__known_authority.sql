create table known_decision (
  id              uuid    not null constraint known_decision_pk primary key,
  reference       text    not null,
  title           text    not null,
  body_id         uuid    not null,
  body_name       text    not null,
  decision_type   text    not null,
  state           text    not null,
  validity_codes  text[]  not null,
  function        text,
  value_pence     bigint,
  subject_type    text,
  subject_id      text,
  locality        text    not null,
  effective_on    date    not null
);
comment on table known_decision is 'Decisions as governance last told of them: what money may cite';
create index known_decision_by_reference on known_decision (reference);

create table known_delegation (
  id               uuid    not null constraint known_delegation_pk primary key,
  reference        text    not null,
  to_organisation  text,
  functions        text[]  not null,
  limit_pence      bigint,
  limit_kind       text    not null,
  locality         text    not null,
  effective_on     date    not null,
  expires_on       date,
  ended_on         date
);
comment on table known_delegation is
  'Delegations as governance last told of them: what an organisation''s officers may decide at once';
create index known_delegation_by_holder on known_delegation (locality, to_organisation);
