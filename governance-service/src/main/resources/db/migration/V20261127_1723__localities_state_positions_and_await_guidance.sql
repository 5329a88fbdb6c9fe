create table position_statement (
  id          uuid        not null,
  topic       text        not null,
  made_for    text        not null,
  locality    text        not null,
  statement   text        not null,
  stated_on   date        not null,
  provenance  jsonb       not null,
  recorded_at timestamptz not null default now(),
  constraint position_statement_has_one_id primary key (id),
  constraint position_statement_topic_is_known check (topic in (
    'PLACE_BASED_LEAD', 'LOCALITY_BOARD', 'PROVIDER_COLLABORATIVE', 'POOLED_BUDGET',
    'RELATIONSHIP_WITH_GM_ICS', 'CLINICAL_AND_PROFESSIONAL_EXPERTISE')),
  constraint position_statement_is_made_for_somebody
    check (made_for in ('ALL_TEN', 'SOME', 'ONE')),
  constraint position_statement_for_some_names_none
    check ((made_for = 'ONE') = (locality <> 'E47000001'))
);
create index position_statement_by_locality on position_statement (locality, topic);
comment on table position_statement is
  'What localities say of the way they go. One made for some of them is attributed to none by name.';

create table awaited_guidance (
  id          uuid        not null,
  reference   text        not null,
  title       text        not null,
  issuer      text        not null,
  provenance  jsonb       not null,
  recorded_at timestamptz not null default now(),
  version     bigint      not null,
  constraint awaited_guidance_has_one_id primary key (id),
  constraint awaited_guidance_reference_is_unique unique (reference)
);
comment on table awaited_guidance is 'National guidance that plans wait for.';

create table awaited_guidance_status (
  guidance_id uuid  not null references awaited_guidance (id),
  ordinal     int   not null,
  status      text  not null,
  stated_on   date  not null,
  provenance  jsonb not null,
  constraint awaited_guidance_status_is_counted primary key (guidance_id, ordinal),
  constraint awaited_guidance_status_is_known check (status in ('AWAITED', 'DRAFT', 'PUBLISHED'))
);
comment on table awaited_guidance_status is
  'What a source says of it on a day; sources that contradict each other stand side by side.';
