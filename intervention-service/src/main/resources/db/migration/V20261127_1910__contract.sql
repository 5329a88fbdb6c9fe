create table contract (
  id         uuid   not null,
  reference  text   not null,
  title      text   not null,
  kind       text   not null,
  state      text   not null,
  begins_on  date,
  ends_on    date,
  locality   text   not null,
  provenance jsonb  not null,
  version    bigint not null,
  constraint contract_pkey primary key (id),
  constraint contract_reference_is_unique unique (reference),
  constraint contract_kind_is_known
    check (kind in ('BILATERAL', 'LEAD_PROVIDER', 'ALLIANCE', 'PRE_ALLIANCE')),
  constraint contract_state_is_known check (state in ('DRAFT')),
  constraint contract_ends_after_it_begins check (ends_on >= begins_on)
);
create index contract_by_locality on contract (locality, id);
comment on table contract is 'A contract that gateways pass scope to.';

create table contract_scope_item (
  id              uuid   not null,
  gateway_id      uuid   not null,
  contract        text   not null,
  reference       text   not null,
  title           text   not null,
  kind            text   not null,
  intervention    text,
  intervention_id uuid,
  state           text   not null,
  steps           jsonb  not null,
  locality        text   not null,
  provenance      jsonb  not null,
  version         bigint not null,
  constraint contract_scope_item_arrives_once primary key (id),
  constraint contract_scope_item_is_an_intervention_there_is
    foreign key (intervention_id) references intervention (id),
  constraint contract_scope_item_kind_is_known check (kind in ('SERVICE', 'INTERVENTION')),
  constraint contract_scope_item_state_is_known
    check (state in ('TRANSFERRED', 'LISTED', 'IN_CONTRACT', 'EXITED', 'REFUSED')),
  constraint contract_scope_item_is_known_once_it_is_listed
    check (state in ('TRANSFERRED', 'REFUSED')
           or (intervention is null) = (intervention_id is null))
);
create index contract_scope_item_by_contract on contract_scope_item (contract, locality);
comment on table contract_scope_item is
  'What passed a gateway, by the id it had there, and how far it is in its contract.';
comment on column contract_scope_item.contract is
  'The contract''s reference as it was told; a refused item may name none there is.';
comment on column contract_scope_item.steps is
  'What became of it: state, day and, of a refusal, its reason.';
