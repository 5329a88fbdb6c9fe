create table assessment_framework (
  id           uuid        not null,
  code         text        not null,
  effective_on date        not null,
  title        text        not null,
  kind         text        not null,
  locality     text        not null,
  scale        text[]      not null,
  red          text[]      not null,
  target       text,
  domains      text[]      not null,
  provenance   jsonb       not null,
  recorded_at  timestamptz not null default now(),
  constraint assessment_framework_has_one_id primary key (id),
  constraint assessment_framework_is_one_per_day unique (code, effective_on),
  constraint assessment_framework_kind_is_known
    check (kind in ('PEER_REVIEW', 'MATURITY_MATRIX', 'PRIORITISATION', 'ASSURANCE', 'SWOT',
                    'DUE_DILIGENCE', 'CHECKLIST', 'EVALUATION', 'DEVELOPMENT')),
  constraint assessment_framework_red_is_on_its_scale check (red <@ scale),
  constraint assessment_framework_target_is_on_its_scale check (target is null or target = any (scale)),
  constraint assessment_framework_target_is_not_red check (target is null or target <> all (red)),
  constraint assessment_framework_scale_keeps_unknown_apart check ('UNKNOWN' <> all (scale)),
  constraint assessment_framework_has_a_domain check (cardinality(domains) >= 1)
);
comment on table assessment_framework is
  'By what is assessed, from a day on: reference data, each version written once.';
comment on column assessment_framework.scale is
  'From the worst word to the best; empty where nothing is rated, only found and told.';

create table assessment_criterion (
  framework_id uuid not null references assessment_framework (id),
  ordinal      int  not null,
  code         text not null,
  domain       text not null,
  title        text not null,
  constraint assessment_criterion_is_counted primary key (framework_id, ordinal),
  constraint assessment_criterion_code_is_unique unique (framework_id, code),
  constraint assessment_criterion_title_is_unique_in_its_domain
    unique (framework_id, domain, title)
);

create table assessment (
  id             uuid        not null,
  reference      text        not null,
  title          text        not null,
  framework_id   uuid        not null references assessment_framework (id),
  locality       text        not null,
  subject_type   text,
  subject_id     text,
  body_id        uuid        references body (id),
  body_reference text,
  planned_on     date,
  state          text        not null,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint assessment_has_one_id primary key (id),
  constraint assessment_reference_is_unique unique (reference),
  constraint assessment_subject_is_whole check ((subject_type is null) = (subject_id is null)),
  constraint assessment_is_for_a_body_by_its_reference
    check ((body_id is null) = (body_reference is null)),
  constraint assessment_state_is_known
    check (state in ('PLANNED', 'CONDUCTED', 'DRAFT_SHARED', 'AGREED', 'CLOSED'))
);
create index assessment_by_locality on assessment (locality, reference);
create index assessment_by_framework on assessment (framework_id);
create index assessment_by_body on assessment (body_id);

create table assessment_step (
  assessment_id uuid  not null references assessment (id),
  ordinal       int   not null,
  state         text  not null,
  effective_on  date  not null,
  note          text,
  provenance    jsonb not null,
  constraint assessment_takes_its_steps_in_order primary key (assessment_id, ordinal),
  constraint assessment_takes_each_step_once unique (assessment_id, state),
  constraint assessment_takes_every_step
    check (ordinal = array_position(
      array ['PLANNED', 'CONDUCTED', 'DRAFT_SHARED', 'AGREED', 'CLOSED'], state))
);

create table assessment_rating (
  assessment_id uuid   not null references assessment (id),
  ordinal       int    not null,
  criterion     text   not null,
  rater         text   not null,
  word          text,
  scale         text[] not null,
  rated_on      date   not null,
  post          text,
  provenance    jsonb  not null,
  constraint assessment_rating_is_counted primary key (assessment_id, ordinal),
  constraint assessment_rating_is_of_a_rater check (rater in ('SELF', 'REVIEWER', 'AGREED')),
  constraint assessment_rating_is_a_word_of_its_scale check (word is null or word = any (scale))
);
comment on column assessment_rating.word is 'Null says expressly that it is not known.';
comment on column assessment_rating.post is 'A post, never a person.';

create table assessment_finding (
  assessment_id uuid  not null references assessment (id),
  ordinal       int   not null,
  kind          text  not null,
  domain        text,
  criterion     text,
  text          text  not null,
  found_on      date  not null,
  provenance    jsonb not null,
  constraint assessment_finding_is_counted primary key (assessment_id, ordinal),
  constraint assessment_finding_kind_is_known
    check (kind in ('NARRATIVE', 'STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT', 'GAP')),
  constraint assessment_finding_of_a_criterion_is_of_its_domain
    check (criterion is null or domain is not null),
  constraint assessment_gap_is_of_a_criterion check (kind <> 'GAP' or criterion is not null)
);

create table assessment_action (
  assessment_id uuid not null references assessment (id),
  ordinal       int  not null,
  criterion     text not null,
  action        text not null references action (reference),
  given_on      date not null,
  constraint assessment_action_is_counted primary key (assessment_id, ordinal),
  constraint assessment_gap_has_one_action unique (assessment_id, criterion)
);
create index assessment_action_by_action on assessment_action (action);

create table assessment_link (
  assessment_id uuid not null references assessment (id),
  ordinal       int  not null,
  draws_on      uuid not null references assessment (id),
  constraint assessment_link_is_counted primary key (assessment_id, ordinal),
  constraint assessment_draws_once_on_another unique (assessment_id, draws_on),
  constraint assessment_draws_on_others check (draws_on <> assessment_id)
);
create index assessment_link_by_other on assessment_link (draws_on);
comment on table assessment_link is
  'Whose outcome an assessment takes into account, as due diligence that of a peer review.';
