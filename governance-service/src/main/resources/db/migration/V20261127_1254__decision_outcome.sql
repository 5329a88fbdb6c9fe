alter table decision add column tabling int not null default 1;
alter table decision add constraint decision_is_tabled_at_least_once check (tabling >= 1);
comment on column decision.tabling is 'How often it was put before a body.';

create table decision_outcome (
  decision_id    uuid        not null references decision (id),
  tabling        int         not null,
  reference      text        not null,
  body_id        uuid        not null references body (id),
  body_name      text        not null,
  meeting_id     uuid        not null references meeting (id),
  item           int         not null,
  taken_as       text,
  state          text        not null,
  outcome        text,
  validity_codes text[]      not null,
  explanation    text,
  effective_on   date,
  evidence       jsonb,
  votes          jsonb       not null,
  recorded_at    timestamptz not null default now(),
  constraint decision_outcome_is_one_per_tabling primary key (decision_id, tabling),
  constraint decision_outcome_is_one_per_item unique (reference),
  constraint decision_outcome_keeps_its_evidence check (outcome is null or evidence is not null)
);
create index decision_outcome_by_item on decision_outcome (meeting_id, item);
comment on table decision_outcome is
  'What became of a decision at each meeting it was put before, written once.';
comment on column decision_outcome.outcome is 'Null when the meeting ended without one.';

insert into decision_outcome (decision_id, tabling, reference, body_id, body_name, meeting_id, item,
                              taken_as, state, outcome, validity_codes, explanation, effective_on,
                              evidence, votes)
select id, tabling, reference, body_id, body_name, meeting_id, item, taken_as, state, outcome,
       validity_codes, explanation, effective_on, evidence, evidence -> 'votes'
from decision where outcome is not null;

create trigger decision_outcome_is_insert_only
  before update or delete or truncate on decision_outcome
  for each statement execute function refuse_change();

alter table interest add column substitute text;
comment on column interest.substitute is
  'An opaque reference to the substitute whose interest it is; null for the member. Never leaves this service.';
