create table heard_commitment (
  commitment_id uuid        not null,
  reference     text        not null,
  decision_id   uuid,
  amount_pence  bigint      not null,
  purpose       text        not null,
  locality      text        not null,
  effective_on  date        not null,
  recorded_at   timestamptz not null default now(),
  constraint heard_commitment_has_one_id primary key (commitment_id),
  constraint heard_commitment_is_about_money check (amount_pence > 0)
);
create index heard_commitment_by_decision on heard_commitment (decision_id);
comment on table heard_commitment is
  'What budget-service said was committed under a decision: what followed from it.';

create index decision_by_day on decision ((evidence ->> 'heldOn')) where outcome is not null;
