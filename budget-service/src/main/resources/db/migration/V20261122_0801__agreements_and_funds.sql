create table agreement (
  id                 uuid    not null constraint agreement_pk primary key,
  reference          text    not null constraint agreement_reference_is_unique unique,
  name               text    not null,
  locality           text    not null,
  legal_powers       text[]  not null,
  host               text    not null,
  manager_post       text,
  manager_employer   text,
  provenance         jsonb   not null,
  version            bigint  not null,
  constraint agreement_names_a_legal_power check (cardinality(legal_powers) > 0),
  constraint agreement_manager_has_post_and_employer
    check ((manager_post is null) = (manager_employer is null))
);
comment on table agreement is
  'The money side of a partnership agreement: its legal powers, who hosts, who manages the pooled fund';
create index agreement_by_locality on agreement (locality, id);

create table agreement_basis (
  agreement_id  uuid    not null constraint agreement_basis_of_agreement references agreement,
  version       int     not null,
  basis         text    not null,
  starts_on     date    not null,
  provenance    jsonb   not null,
  constraint agreement_basis_pk primary key (agreement_id, version),
  constraint agreement_basis_starts_once_a_day unique (agreement_id, starts_on),
  constraint agreement_basis_starts_a_period check (extract(day from starts_on) = 1),
  constraint agreement_basis_is_known check (basis in ('POOLED', 'ALIGNED', 'SHADOW', 'IN_VIEW'))
);
comment on table agreement_basis is
  'On which basis the partners hold the money, from which day, by version of the agreement';

create table fund (
  id                     uuid    not null constraint fund_pk primary key,
  reference              text    not null constraint fund_reference_is_unique unique,
  name                   text    not null,
  kind                   text    not null,
  locality               text    not null,
  financial_year         text    not null,
  agreement_id           uuid    constraint fund_of_agreement references agreement,
  host                   text    not null,
  decision_function      text    not null,
  planned_pence          bigint  not null default 0,
  plan_version           int     not null default 0,
  approved_plan_version  int,
  approved_pence         bigint,
  approved_decision_id   uuid,
  provenance             jsonb   not null,
  version                bigint  not null,
  constraint fund_kind_is_known check
    (kind in ('POOLED_FUND', 'LOCAL_DEVELOPMENT_FUND', 'TRANSFORMATION_FUND', 'PROGRAMME_BUDGET')),
  constraint fund_approval_names_its_decision check
    (num_nonnulls(approved_plan_version, approved_pence, approved_decision_id) in (0, 3)),
  constraint fund_approves_only_what_is_planned check (approved_plan_version <= plan_version)
);
comment on table fund is 'Money of one agreement and one financial year';
create index fund_by_locality on fund (locality, financial_year, id);

create table budget_line (
  id                 uuid     not null constraint budget_line_pk primary key,
  fund_id            uuid     not null constraint budget_line_of_fund references fund,
  number             int      not null,
  reference          text     not null constraint budget_line_reference_is_unique unique,
  locality           text     not null,
  scheme             text     not null,
  area_of_spend      text     not null,
  commissioner       text     not null,
  provider_type      text     not null,
  funding_source     text     not null,
  kind               text     not null,
  recurrent          boolean  not null,
  ring_fence         text,
  basis              text     not null,
  decision_function  text,
  planned_pence      bigint   not null,
  current_pence      bigint   not null,
  requested_pence    bigint   not null default 0,
  committed_pence    bigint   not null default 0,
  spent_pence        bigint   not null default 0,
  commitments        int      not null default 0,
  plan_version       int      not null,
  withdrawn          boolean  not null default false,
  provenance         jsonb    not null,
  version            bigint   not null,
  constraint budget_line_is_numbered_once unique (fund_id, number),
  constraint budget_line_stands_once_in_a_plan unique
    (fund_id, scheme, area_of_spend, commissioner, provider_type, funding_source, kind),
  constraint budget_line_kind_is_known check (kind in ('REVENUE', 'CAPITAL')),
  constraint budget_line_basis_is_known check (basis in ('POOLED', 'ALIGNED', 'SHADOW', 'IN_VIEW')),
  constraint budget_line_requests_nothing_negative check (requested_pence >= 0),
  constraint budget_line_commits_nothing_negative check (committed_pence >= 0),
  constraint budget_line_promises_no_more_than_it_has check
    (requested_pence + committed_pence + spent_pence <= greatest(current_pence, 0)),
  constraint budget_line_withdrawn_holds_nothing check
    (not withdrawn or (current_pence = 0 and requested_pence = 0 and committed_pence = 0))
);
comment on table budget_line is
  'Money planned for one purpose in one year; requested, committed and spent never exceed it';
comment on column budget_line.plan_version is
  'The plan version that last changed this line; it is approved when the fund''s approval reaches it';
