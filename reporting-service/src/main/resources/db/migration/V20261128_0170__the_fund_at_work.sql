-- What budget-service tells of a fund at work, kept by the day it holds from. `told` is the place
-- of the telling in budget-service's log: it says which was told last, also of two kinds of things,
-- and is the same when everything is read again.
--
-- What a thing is on a day is what was told last of it among the days up to that day. What is set
-- for a day in advance (terms, the basis of a line, a protected amount) is a schedule: of it the
-- latest day counts, and what was told last of that day.

alter table read_model.fund add column agreement text;
alter table read_model.fund add column effective_on date;
comment on column read_model.fund.effective_on is
  'The day it was opened for; null where it was told before that was kept: then it always was there.';

create table read_model.fund_plan_day (
  fund_id       uuid   not null,
  plan_version  int    not null,
  effective_on  date   not null,
  told          bigint not null,
  stage         text,
  planned_pence bigint not null,
  lines         jsonb  not null,
  locality      text   not null,
  constraint fund_plan_version_is_told_of_a_day_once
    primary key (fund_id, plan_version, effective_on),
  constraint fund_plan_lines_are_a_list check (jsonb_typeof(lines) = 'array')
);
create index fund_plan_day_by_locality on read_model.fund_plan_day (locality);
comment on table read_model.fund_plan_day is
  'Every version of a fund''s plan, with all of its lines, from a day on. Version 0 is that of a '
  'plan told of without a version.';

create table read_model.fund_plan_approval_day (
  fund_id      uuid   not null,
  plan_version int    not null,
  effective_on date   not null,
  told         bigint not null,
  stage        text,
  decision_id  uuid   not null,
  constraint fund_plan_is_approved_once_of_a_day
    primary key (fund_id, plan_version, effective_on)
);
comment on table read_model.fund_plan_approval_day is
  'The decision that approved a version of a plan, from a day on.';

create table read_model.agreement_terms_day (
  terms_id          uuid   not null,
  effective_on      date   not null,
  told              bigint not null,
  agreement         text   not null,
  agreement_version int    not null,
  legal_powers      jsonb  not null,
  host              text   not null,
  manager_post      text,
  manager_employer  text,
  manager_decision  uuid,
  basis             text   not null,
  locality          text   not null,
  provenance        jsonb  not null,
  constraint agreement_terms_are_told_of_a_day_once primary key (terms_id, effective_on),
  constraint agreement_terms_name_legal_powers check (jsonb_typeof(legal_powers) = 'array')
);
create index agreement_terms_by_agreement
  on read_model.agreement_terms_day (locality, agreement, effective_on);
comment on table read_model.agreement_terms_day is
  'The money terms of an agreement from a day on, until the day of the next ones.';

create table read_model.line_basis_day (
  line_id           uuid   not null,
  effective_on      date   not null,
  told              bigint not null,
  fund_id           uuid   not null,
  basis             text   not null,
  agreement_version int,
  constraint line_basis_is_told_of_a_day_once primary key (line_id, effective_on)
);
comment on table read_model.line_basis_day is 'The basis of a line from a day on.';

create table read_model.contribution_day (
  schedule_id  uuid   not null,
  effective_on date   not null,
  told         bigint not null,
  fund_id      uuid   not null,
  partner      text   not null,
  annual_pence bigint not null,
  from_pence   bigint,
  instalments  jsonb  not null,
  decision_id  uuid,
  reason       text,
  locality     text   not null,
  constraint contribution_is_told_of_a_day_once primary key (schedule_id, effective_on),
  constraint contribution_instalments_are_a_list check (jsonb_typeof(instalments) = 'array')
);
create index contribution_day_by_locality on read_model.contribution_day (locality);
comment on table read_model.contribution_day is
  'What a partner puts in from a day on, by instalment. from_pence is what it was before a variation.';

alter table read_model.contribution add column source text;
alter table read_model.contribution add column gross_pence bigint;
alter table read_model.contribution add column client_charges_pence bigint;

create table read_model.contribution_receipt (
  schedule_id  uuid   not null,
  entry_id     uuid   not null,
  effective_on date   not null,
  amount_pence bigint not null,
  constraint contribution_receipt_is_told_once primary key (schedule_id, entry_id)
);
comment on table read_model.contribution_receipt is
  'What a partner paid on a day; less than nothing where a receipt was taken back.';

alter table read_model.commitment add column contract_id text;
alter table read_model.commitment add column expires_on date;
alter table read_model.commitment add column set_aside_pence bigint not null default 0;
comment on column read_model.commitment.set_aside_pence is
  'What a rise that waits for approval asks for beyond what is promised.';

create table read_model.commitment_day (
  commitment_id   uuid   not null,
  effective_on    date   not null,
  told            bigint not null,
  state           text   not null,
  amount_pence    bigint,
  remaining_pence bigint,
  decision_id     uuid,
  delegation_id   uuid,
  reason          text,
  constraint commitment_is_told_of_a_day_once primary key (commitment_id, effective_on)
);
comment on table read_model.commitment_day is
  'A commitment from a day on. What a telling does not say stays as it was told before: null here.';

create table read_model.commitment_variation_day (
  commitment_id uuid   not null,
  effective_on  date   not null,
  state         text   not null,
  amount_pence  bigint not null,
  told          bigint not null,
  from_pence    bigint,
  due_on        date,
  decision_id   uuid,
  delegation_id uuid,
  reason        text,
  constraint commitment_variation_is_told_of_a_day_once
    primary key (commitment_id, effective_on, state, amount_pence)
);
comment on table read_model.commitment_variation_day is
  'Each time another amount was asked for, promised or refused.';

create table read_model.virement_day (
  virement_id   uuid   not null,
  effective_on  date   not null,
  told          bigint not null,
  reference     text   not null,
  fund_id       uuid   not null,
  state         text   not null,
  amount_pence  bigint not null,
  moves         jsonb,
  reason        text   not null,
  due_on        date,
  decision_id   uuid,
  delegation_id uuid,
  warnings      jsonb  not null,
  locality      text   not null,
  constraint virement_is_told_of_a_day_once primary key (virement_id, effective_on),
  constraint virement_moves_are_a_list check (jsonb_typeof(moves) = 'array'),
  constraint virement_warnings_are_a_list check (jsonb_typeof(warnings) = 'array')
);
create index virement_day_by_locality on read_model.virement_day (locality);
comment on table read_model.virement_day is
  'A virement from a day on. A refusal does not repeat what would have moved: null there.';

create table read_model.protected_amount_day (
  protected_amount_id uuid   not null,
  effective_on        date   not null,
  told                bigint not null,
  reference           text   not null,
  fund_id             uuid   not null,
  name                text   not null,
  amount_pence        bigint not null,
  action              text   not null,
  lines               jsonb  not null,
  ends_on             date,
  locality            text   not null,
  provenance          jsonb  not null,
  constraint protected_amount_is_told_of_a_day_once primary key (protected_amount_id, effective_on),
  constraint protected_amount_names_lines check (jsonb_typeof(lines) = 'array')
);
create index protected_amount_day_by_locality on read_model.protected_amount_day (locality);
comment on table read_model.protected_amount_day is
  'What must stay for a purpose in a fund, from a day on.';

create table read_model.figure_comparison_day (
  comparison_id    uuid   not null,
  effective_on     date   not null,
  told             bigint not null,
  reference        text   not null,
  fund_id          uuid,
  title            text   not null,
  terms            jsonb  not null,
  against          jsonb  not null,
  sum_pence        bigint not null,
  difference_pence bigint not null,
  verdict          text   not null,
  locality         text   not null,
  constraint figure_comparison_is_told_of_a_day_once primary key (comparison_id, effective_on),
  constraint figure_comparison_terms_are_a_list check (jsonb_typeof(terms) = 'array')
);
create index figure_comparison_day_by_locality on read_model.figure_comparison_day (locality);
comment on table read_model.figure_comparison_day is
  'Figures set against each other as their documents state them, from a day on.';

create table read_model.retrospective_entry (
  entry_id        uuid   not null,
  reference       text   not null,
  fund_id         uuid   not null,
  description     text   not null,
  amount_pence    bigint not null,
  source_document text,
  locality        text   not null,
  effective_on    date   not null,
  constraint retrospective_entry_is_told_once primary key (entry_id)
);
create index retrospective_entry_by_locality on read_model.retrospective_entry (locality);
comment on table read_model.retrospective_entry is
  'Entries of a day on which the agreement they stand under was not ratified yet. The amount is the '
  'sum of the debits.';

-- What was told before this was kept by day is taken as told first, and to hold from the first day.

insert into read_model.fund_plan_day
  (fund_id, plan_version, effective_on, told, planned_pence, lines, locality)
select f.fund_id, 0, date '0001-01-01', 0, f.planned_pence,
       jsonb_agg(jsonb_build_object(
         'lineId', l.line_id, 'reference', l.reference, 'scheme', l.scheme,
         'areaOfSpend', l.area_of_spend, 'commissioner', l.commissioner, 'basis', l.basis,
         'plannedPence', l.planned_pence, 'provenance', l.provenance) order by l.reference),
       f.locality
from read_model.fund f join read_model.budget_line l using (fund_id)
group by f.fund_id;

insert into read_model.fund_plan_approval_day
  (fund_id, plan_version, effective_on, told, decision_id)
select fund_id, 0, date '0001-01-01', 0, plan_decision_id
from read_model.fund where plan_decision_id is not null;

insert into read_model.contribution_day
  (schedule_id, effective_on, told, fund_id, partner, annual_pence, instalments, locality)
select c.schedule_id, date '0001-01-01', 0, c.fund_id, c.partner, c.annual_pence, '[]', f.locality
from read_model.contribution c join read_model.fund f using (fund_id);

insert into read_model.commitment_day
  (commitment_id, effective_on, told, state, amount_pence, remaining_pence, decision_id,
   delegation_id, reason)
select commitment_id, effective_on, 0, state, amount_pence, remaining_pence, decision_id,
       delegation_id, reason
from read_model.commitment;
