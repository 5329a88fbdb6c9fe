create table business_function (
  code        text        not null,
  name        text        not null,
  provenance  jsonb       not null,
  recorded_at timestamptz not null default now(),
  version     bigint      not null,
  constraint business_function_has_one_code primary key (code)
);
comment on table business_function is 'What can be decided: reference data, the same in every place.';

create table function_in_place (
  id            uuid        not null,
  function_code text        not null references business_function (code),
  place         text        not null,
  reserved      boolean     not null,
  owner_kind    text,
  effective_on  date        not null,
  ends_on       date,
  provenance    jsonb       not null,
  recorded_at   timestamptz not null default now(),
  constraint function_in_place_has_one_id primary key (id),
  constraint function_in_place_ends_after_it_begins
    check (ends_on is null or ends_on >= effective_on)
);
create index function_in_place_by_function on function_in_place (function_code, place);
comment on table function_in_place is
  'How a place arranges a function: whether it is reserved to the owners'' top bodies, and whose it is.';

create table delegation (
  id                uuid        not null,
  reference         text        not null,
  from_body         uuid        not null references body (id),
  to_body           uuid        references body (id),
  to_organisation   text        references organisation (code),
  functions         text[]      not null,
  locality          text        not null,
  limit_pence       bigint,
  limit_kind        text        not null,
  may_sub_delegate  boolean     not null,
  effective_on      date        not null,
  expires_on        date,
  ended_on          date,
  end_reason        text,
  legal_basis       text,
  granting_decision text,
  provenance        jsonb       not null,
  recorded_at       timestamptz not null default now(),
  version           bigint      not null,
  constraint delegation_has_one_id primary key (id),
  constraint delegation_reference_is_unique unique (reference),
  constraint delegation_has_one_holder check (num_nonnulls(to_body, to_organisation) = 1),
  constraint delegation_names_a_function check (cardinality(functions) > 0),
  constraint delegation_goes_to_another check (to_body <> from_body),
  constraint delegation_limit_is_not_negative check (limit_pence >= 0),
  constraint delegation_expires_after_it_begins
    check (expires_on is null or expires_on >= effective_on),
  constraint delegation_ends_with_a_reason check ((ended_on is null) = (end_reason is null))
);
create index delegation_by_place on delegation (locality, reference);
create index delegation_by_grantor on delegation (from_body);
comment on column delegation.expires_on is 'The last day it is in force.';
comment on column delegation.ended_on is 'The first day it is no longer in force, once revoked.';

create table delegation_use (
  delegation_id uuid   not null references delegation (id),
  decision_id   uuid   not null,
  amount_pence  bigint not null,
  used_on       date   not null,
  constraint delegation_is_used_once_by_a_decision primary key (delegation_id, decision_id)
);
comment on table delegation_use is
  'What decisions in effect have used of each delegation they rest on; counts against an annual limit.';

insert into business_function (code, name, provenance, version)
select code, name, '{"kind": "ILLUSTRATIVE"}', 0
from (values
  ('commissioning', 'Commissioning of health and care services'),
  ('bcf-investment-wave-one', 'Better Care Fund: first wave of investment in new delivery models'),
  ('bcf-investment-wave-two', 'Better Care Fund: second wave of investment in new delivery models'),
  ('pooled-budget', 'Pooled budget arrangements'),
  ('section-75-agreement', 'Agreements under section 75 of the NHS Act 2006')
) as known (code, name);
