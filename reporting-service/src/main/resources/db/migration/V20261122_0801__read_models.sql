-- What the topics say, kept as the questions ask it. Everything here can be dropped and read again
-- from offset 0, so there are no foreign keys (the topics are not ordered among each other) and no
-- rules of money or authority: those belong to the services that told us.
--
-- The read models stand in a schema of their own: a rebuild fills a second generation beside this
-- one and takes its place by renaming the schema, in one transaction.
create schema read_model;
grant usage on schema read_model to ${app};
alter default privileges in schema read_model
  grant select, insert, update, delete on tables to ${app};

-- Money

create table read_model.fund (
  fund_id          uuid   not null,
  reference        text   not null,
  name             text   not null,
  kind             text   not null,
  financial_year   text   not null,
  host             text   not null,
  locality         text   not null,
  planned_pence    bigint not null default 0,
  plan_decision_id uuid,
  provenance       jsonb  not null,
  constraint fund_is_projected_once primary key (fund_id)
);
create index fund_by_locality on read_model.fund (locality, financial_year, reference);
comment on table read_model.fund is 'Funds of budget-service, with the total of their lines.';

create table read_model.budget_line (
  line_id       uuid   not null,
  fund_id       uuid   not null,
  reference     text   not null,
  scheme        text   not null,
  area_of_spend text   not null,
  commissioner  text   not null,
  basis         text   not null,
  planned_pence bigint not null,
  provenance    jsonb  not null,
  constraint line_is_projected_once primary key (line_id)
);
create index budget_line_by_fund on read_model.budget_line (fund_id, reference);
comment on table read_model.budget_line is 'The lines of each fund''s latest plan.';

create table read_model.contribution (
  schedule_id  uuid   not null,
  fund_id      uuid   not null,
  partner      text   not null,
  annual_pence bigint not null,
  provenance   jsonb  not null,
  constraint contribution_is_projected_once primary key (schedule_id)
);
create index contribution_by_fund on read_model.contribution (fund_id, partner);
comment on table read_model.contribution is 'What each partner puts into a fund in its year.';

create table read_model.commitment (
  commitment_id   uuid   not null,
  reference       text   not null,
  fund_id         uuid   not null,
  line_id         uuid   not null,
  amount_pence    bigint not null,
  remaining_pence bigint not null default 0,
  state           text   not null,
  provider        text   not null,
  purpose         text   not null,
  intervention_id text,
  decision_id     uuid,
  delegation_id   uuid,
  due_on          date,
  reason          text,
  locality        text   not null,
  effective_on    date   not null,
  constraint commitment_is_projected_once primary key (commitment_id)
);
create index commitment_by_fund on read_model.commitment (fund_id, state);
create index commitment_by_locality on read_model.commitment (locality, state);
comment on table read_model.commitment is
  'Commitments as they stand: asked for, opened, or ended without approval.';
comment on column read_model.commitment.remaining_pence is
  'What is promised and not yet paid or given back; nothing before approval.';

create table read_model.unapplied_decision (
  commitment_id uuid not null,
  decision_id   uuid not null,
  reason        text not null,
  effective_on  date not null,
  locality      text not null,
  constraint unapplied_decision_is_projected_once primary key (commitment_id, decision_id)
);
comment on table read_model.unapplied_decision is
  'Decisions that reached a commitment and did not bind it, with the reason.';

create table read_model.account_day (
  fund_id      uuid   not null,
  account      text   not null,
  line_id      uuid   not null,
  effective_on date   not null,
  amount_pence bigint not null,
  postings     bigint not null,
  constraint account_day_is_one_sum primary key (fund_id, account, line_id, effective_on)
);
comment on table read_model.account_day is
  'Postings summed by account, line and day; debit positive. A posting without a line has the nil id. '
  'Its size follows the calendar, not the number of entries.';

create view read_model.line_position as
select l.fund_id, l.line_id, l.reference, l.scheme, l.area_of_spend, l.commissioner, l.basis,
       l.planned_pence, l.provenance,
       coalesce(c.requested_pence, 0) as requested_pence,
       coalesce(c.committed_pence, 0) as committed_pence,
       coalesce(s.spent_pence, 0) as spent_pence
from read_model.budget_line l
left join lateral (
  select sum(c.amount_pence) filter (where c.state = 'PENDING_APPROVAL') as requested_pence,
         sum(c.remaining_pence) as committed_pence
  from read_model.commitment c
  where c.fund_id = l.fund_id and c.line_id = l.line_id) c on true
left join lateral (
  select sum(d.amount_pence) as spent_pence
  from read_model.account_day d
  where d.fund_id = l.fund_id and d.account = 'SPEND' and d.line_id = l.line_id) s on true;
comment on view read_model.line_position is
  'Each line: planned, waiting for approval, committed and not yet spent, spent.';

create view read_model.fund_position as
select f.fund_id, f.reference, f.name, f.kind, f.financial_year, f.host, f.locality,
       f.plan_decision_id, f.provenance, f.planned_pence,
       coalesce(c.requested_pence, 0) as requested_pence,
       coalesce(c.committed_pence, 0) as committed_pence,
       coalesce(s.spent_pence, 0) as spent_pence
from read_model.fund f
left join lateral (
  select sum(c.amount_pence) filter (where c.state = 'PENDING_APPROVAL') as requested_pence,
         sum(c.remaining_pence) as committed_pence
  from read_model.commitment c
  where c.fund_id = f.fund_id) c on true
left join lateral (
  select sum(d.amount_pence) as spent_pence
  from read_model.account_day d
  where d.fund_id = f.fund_id and d.account = 'SPEND') s on true;
comment on view read_model.fund_position is
  'Each fund: planned, waiting for approval, committed and not yet spent, spent.';

-- Authority

create table read_model.organisation (
  code       text  not null,
  name       text  not null,
  kind       text  not null,
  locality   text  not null,
  ends_on    date,
  provenance jsonb not null,
  constraint organisation_is_projected_once primary key (code)
);
comment on table read_model.organisation is 'Organisations by ODS or GSS code.';

create table read_model.body (
  body_id        uuid  not null,
  reference      text  not null,
  name           text  not null,
  classification text  not null,
  spatial_level  text  not null,
  state          text  not null,
  organisation   text,
  locality       text  not null,
  effective_on   date  not null,
  provenance     jsonb not null,
  constraint body_is_projected_once primary key (body_id)
);
create index body_by_locality on read_model.body (locality, name);
comment on table read_model.body is 'Bodies that decide or advise, as they now stand.';

create table read_model.delegation (
  delegation_id   uuid not null,
  reference       text not null,
  from_body       uuid not null,
  to_body         uuid,
  to_organisation text,
  limit_pence     bigint,
  limit_kind      text not null,
  locality        text not null,
  effective_on    date not null,
  expires_on      date,
  ended_on        date,
  provenance      jsonb not null,
  constraint delegation_is_projected_once primary key (delegation_id)
);
create index delegation_by_locality on read_model.delegation (locality, reference);
comment on table read_model.delegation is 'Delegations, so that a commitment can name its authority.';

create table read_model.meeting (
  meeting_id uuid  not null,
  reference  text  not null,
  body_id    uuid  not null,
  body_name  text  not null,
  starts_at  text  not null,
  state      text  not null,
  locality   text  not null,
  provenance jsonb not null,
  constraint meeting_is_projected_once primary key (meeting_id)
);
create index meeting_by_locality on read_model.meeting (locality, starts_at);
comment on table read_model.meeting is 'Meetings planned and held.';

create table read_model.decision (
  decision_id    uuid   not null,
  reference      text   not null,
  title          text   not null,
  body_id        uuid   not null,
  body_name      text   not null,
  meeting_id     uuid,
  decision_type  text   not null,
  outcome        text   not null,
  state          text   not null,
  validity_codes text[] not null,
  function       text,
  value_pence    bigint,
  subject_type   text,
  subject_id     text,
  locality       text   not null,
  effective_on   date   not null,
  position       bigint not null,
  provenance     jsonb  not null,
  constraint decision_is_projected_once primary key (decision_id)
);
create index decision_by_locality on read_model.decision (locality, effective_on desc, position desc);
comment on table read_model.decision is
  'What bodies decided, with the codes that say why one does not bind.';

-- Care

create table read_model.theme (
  theme_id   uuid  not null,
  reference  text  not null,
  name       text  not null,
  kind       text  not null,
  parent     uuid,
  locality   text  not null,
  provenance jsonb not null,
  constraint theme_is_projected_once primary key (theme_id)
);
comment on table read_model.theme is 'Pillars, themes, priorities and enablers.';

create table read_model.intervention (
  intervention_id uuid  not null,
  reference       text  not null,
  name            text  not null,
  state           text  not null,
  mobilised       text  not null,
  components_live int   not null,
  components      int   not null,
  themes          uuid[] not null,
  locality        text  not null,
  effective_on    date  not null,
  provenance      jsonb not null,
  constraint intervention_is_projected_once primary key (intervention_id)
);
create index intervention_by_locality on read_model.intervention (locality, reference);
comment on table read_model.intervention is 'Interventions as they now stand.';

create table read_model.intervention_funding (
  intervention_id uuid   not null,
  commitment_id   uuid   not null,
  amount_pence    bigint not null,
  decision_id     uuid,
  effective_on    date   not null,
  constraint funding_is_projected_once primary key (intervention_id, commitment_id)
);
comment on table read_model.intervention_funding is
  'The commitments that fund an intervention, as intervention-service took note of them.';

create table read_model.deflection_plan (
  plan_id         uuid  not null,
  intervention_id uuid  not null,
  plan_version    int   not null,
  activity_type   text  not null,
  provider        text  not null,
  tariff_pence    bigint,
  locality        text  not null,
  provenance      jsonb not null,
  constraint deflection_plan_is_projected_once primary key (plan_id)
);
create index deflection_plan_by_intervention on read_model.deflection_plan (intervention_id);
comment on table read_model.deflection_plan is 'The latest version of each deflection plan.';

create table read_model.deflection_month (
  plan_id        uuid    not null,
  month          date    not null,
  counterfactual numeric not null,
  planned        numeric not null,
  actual         numeric,
  constraint deflection_month_is_projected_once primary key (plan_id, month)
);
comment on table read_model.deflection_month is
  'Activity a plan expects without and with the intervention, and what came; a missing actual is not zero.';

create table read_model.indicator (
  indicator_id          uuid   not null,
  reference             text   not null,
  name                  text   not null,
  unit                  text   not null,
  improvement_direction text   not null,
  frequency             text   not null,
  aggregation           text   not null,
  target                numeric,
  source                text   not null,
  publication_schedule  text   not null,
  intervention_id       uuid,
  locality              text   not null,
  first_position        bigint not null,
  provenance            jsonb  not null,
  constraint indicator_is_projected_once primary key (indicator_id)
);
create index indicator_by_locality on read_model.indicator (locality, first_position);
comment on table read_model.indicator is 'What is measured. The first one defined leads the page.';

create table read_model.observation (
  indicator_id uuid        not null,
  period       date        not null,
  position     bigint      not null,
  recorded_at  timestamptz not null,
  value        numeric,
  numerator    numeric,
  denominator  numeric,
  provenance   jsonb       not null,
  constraint observation_is_projected_once primary key (indicator_id, period, position)
);
comment on table read_model.observation is
  'Every value ever told of a period. The highest position is the one that counts; earlier ones answer '
  'what was known then. A null value is a missing one.';

-- How far we have read

create table read_model.freshness (
  locality    text        not null,
  topic       text        not null,
  events      bigint      not null,
  position    bigint      not null,
  recorded_at timestamptz not null,
  applied_at  timestamptz not null,
  constraint freshness_is_kept_per_locality_and_topic primary key (locality, topic)
);
comment on table read_model.freshness is
  'Events applied per locality and topic, and the last of them. Their sum is the locality''s data version.';
