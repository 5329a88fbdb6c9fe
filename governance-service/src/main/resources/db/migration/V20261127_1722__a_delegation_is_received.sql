create table delegation_receipt (
  id                uuid        not null,
  reference         text        not null,
  delegation_id     uuid,
  from_body         uuid,
  from_organisation text,
  to_body           uuid,
  to_organisation   text,
  functions         text[]      not null,
  locality          text        not null,
  limit_pence       bigint,
  limit_kind        text        not null,
  effective_on      date        not null,
  expires_on        date,
  provenance        jsonb       not null,
  recorded_at       timestamptz not null default now(),
  version           bigint      not null,
  constraint delegation_receipt_has_one_id primary key (id),
  constraint delegation_receipt_reference_is_unique unique (reference),
  constraint delegation_receipt_names_a_recorded_delegation
    foreign key (delegation_id) references delegation (id),
  constraint delegation_receipt_is_from_a_recorded_body
    foreign key (from_body) references body (id),
  constraint delegation_receipt_is_to_a_recorded_body
    foreign key (to_body) references body (id),
  constraint delegation_receipt_is_from_a_recorded_organisation
    foreign key (from_organisation) references organisation (code),
  constraint delegation_receipt_is_to_a_recorded_organisation
    foreign key (to_organisation) references organisation (code),
  constraint delegation_receipt_has_one_giver check (num_nonnulls(from_body, from_organisation) = 1),
  constraint delegation_receipt_has_one_receiver check (num_nonnulls(to_body, to_organisation) = 1),
  constraint delegation_receipt_names_a_function check (cardinality(functions) > 0),
  constraint delegation_receipt_limit_is_not_negative check (limit_pence >= 0),
  constraint delegation_receipt_limit_kind_is_known check (limit_kind in ('PER_DECISION', 'ANNUAL')),
  constraint delegation_receipt_expires_after_it_begins
    check (expires_on is null or expires_on >= effective_on)
);
create index delegation_receipt_by_place on delegation_receipt (locality, reference);
create index delegation_receipt_by_delegation on delegation_receipt (delegation_id);
comment on table delegation_receipt is
  'What a receiver says it was given. It gives no power: authority is walked along delegations alone.';
comment on column delegation_receipt.expires_on is 'The last day the receiver says it is in force.';
