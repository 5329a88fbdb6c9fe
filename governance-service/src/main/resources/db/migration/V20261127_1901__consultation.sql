create table consultation (
  id              uuid        not null,
  reference       text        not null,
  title           text        not null,
  locality        text        not null,
  audience        text        not null,
  about_type      text        not null,
  about_reference text        not null,
  stage           text        not null,
  provenance      jsonb       not null,
  recorded_at     timestamptz not null default now(),
  version         bigint      not null,
  constraint consultation_has_one_id primary key (id),
  constraint consultation_reference_is_unique unique (reference),
  constraint consultation_audience_is_known
    check (audience in ('STAFF', 'PUBLIC', 'PATIENTS', 'PROVIDERS', 'PARTNERS')),
  constraint consultation_is_on_something
    check (about_type in ('AGREEMENT', 'PLAN', 'FUNCTION')),
  constraint consultation_stage_is_known
    check (stage in ('PLANNED', 'COMMENCED', 'FORMAL', 'CONCLUDED'))
);
create index consultation_by_locality on consultation (locality, reference);
create index consultation_by_subject on consultation (about_type, about_reference);
comment on table consultation is 'People asked about something before it is decided.';

create table consultation_plan (
  consultation_id uuid not null references consultation (id),
  ordinal         int  not null,
  stage           text not null,
  due_on          date not null,
  precision       text not null,
  constraint consultation_plan_is_counted primary key (consultation_id, ordinal),
  constraint consultation_plans_a_stage_once unique (consultation_id, stage)
    deferrable initially deferred,
  constraint consultation_plans_its_stages check (stage in ('COMMENCED', 'FORMAL', 'CONCLUDED')),
  constraint consultation_is_planned_by_day_or_month check (precision in ('DAY', 'MONTH'))
);

create table consultation_stage (
  consultation_id uuid  not null references consultation (id),
  step            int   not null,
  stage           text  not null,
  begun_on        date  not null,
  note            text,
  responses       int,
  provenance      jsonb not null,
  constraint consultation_takes_its_stages_in_order primary key (consultation_id, step),
  constraint consultation_stages_follow_each_other
    check (stage = case step when 1 then 'PLANNED' when 2 then 'COMMENCED' when 3 then 'FORMAL'
                             when 4 then 'CONCLUDED' end),
  constraint consultation_has_no_negative_responses check (responses >= 0)
);

create table communication (
  id              uuid        not null,
  reference       text        not null,
  locality        text        not null,
  title           text        not null,
  audience        text        not null,
  channel         text,
  post            text,
  due_on          date        not null,
  due_precision   text        not null,
  consultation_id uuid        references consultation (id),
  done_on         date,
  reached         int,
  provenance      jsonb       not null,
  recorded_at     timestamptz not null default now(),
  version         bigint      not null,
  constraint communication_has_one_id primary key (id),
  constraint communication_reference_is_unique unique (reference),
  constraint communication_audience_is_known
    check (audience in ('STAFF', 'PUBLIC', 'PATIENTS', 'PROVIDERS', 'PARTNERS')),
  constraint communication_is_due_by_day_or_month check (due_precision in ('DAY', 'MONTH')),
  constraint communication_reaches_no_fewer_than_nobody
    check (reached >= 0 and (reached is null or done_on is not null))
);
create index communication_by_locality on communication (locality, reference);
create index communication_by_consultation on communication (consultation_id);
comment on table communication is
  'What is told to whom, by when. It names posts and never people.';
