create table theme (
  id           uuid   not null,
  reference    text   not null,
  name         text   not null,
  kind         text   not null,
  parent_id    uuid,
  gm_theme     text,
  state        text   not null,
  locality     text   not null,
  effective_on date   not null,
  provenance   jsonb  not null,
  version      bigint not null,
  constraint theme_pkey primary key (id),
  constraint theme_reference_is_unique unique (reference),
  constraint theme_lies_under_a_theme foreign key (parent_id) references theme (id),
  constraint theme_is_not_its_own_parent check (parent_id <> id),
  constraint theme_kind_is_known check (kind in ('PILLAR', 'THEME', 'PRIORITY', 'ENABLER')),
  constraint theme_state_is_known check (state in ('ACTIVE', 'RETIRED'))
);
create index theme_by_locality on theme (locality, id);
comment on table theme is 'Headings of a plan, under which interventions stand.';
comment on column theme.gm_theme is 'Which of Greater Manchester''s five themes it is reported under.';

create table intervention (
  id              uuid   not null,
  reference       text   not null,
  name            text   not null,
  brief           text,
  managerial_lead text,
  clinical_lead   text,
  cohort          text,
  provider        text,
  state           text   not null,
  decision_id     uuid,
  locality        text   not null,
  effective_on    date   not null,
  provenance      jsonb  not null,
  version         bigint not null,
  constraint intervention_pkey primary key (id),
  constraint intervention_reference_is_unique unique (reference),
  constraint intervention_state_is_known check (state in (
    'PROPOSED', 'BRIEFED', 'APPROVED', 'MOBILISING', 'LIVE', 'EVALUATING', 'EXITING', 'CLOSED',
    'CANCELLED')),
  constraint intervention_has_a_brief_once_briefed
    check (brief is not null or state in ('PROPOSED', 'CANCELLED'))
);
create index intervention_by_locality on intervention (locality, id);
comment on table intervention is
  'What is being done. How far it is mobilised is derived from its components, never stored.';
comment on column intervention.managerial_lead is 'A post, never a person.';
comment on column intervention.clinical_lead is 'A post, never a person.';

create table intervention_theme (
  intervention_id uuid not null,
  theme_id        uuid not null,
  constraint intervention_theme_pkey primary key (intervention_id, theme_id),
  constraint intervention_theme_is_of_an_intervention
    foreign key (intervention_id) references intervention (id),
  constraint intervention_theme_is_a_theme foreign key (theme_id) references theme (id)
);
create index intervention_theme_by_theme on intervention_theme (theme_id);
comment on table intervention_theme is 'What an intervention serves; at least one theme each.';

create table intervention_component (
  intervention_id uuid not null,
  component_id    uuid not null,
  name            text not null,
  go_live_on      date,
  live_since      date,
  posts_to_recruit int not null,
  posts_recruited  int not null,
  constraint intervention_component_pkey primary key (component_id),
  constraint intervention_component_is_of_an_intervention
    foreign key (intervention_id) references intervention (id),
  constraint intervention_component_counts_posts_from_zero
    check (posts_to_recruit >= 0 and posts_recruited >= 0)
);
create index intervention_component_by_intervention on intervention_component (intervention_id);
comment on table intervention_component is 'The parts that go live and recruit, each on its own.';
comment on column intervention_component.go_live_on is 'When it is meant to go live.';
comment on column intervention_component.live_since is 'When it did.';

create table intervention_funding (
  commitment_id   uuid   not null,
  reference       text   not null,
  named           text   not null,
  intervention_id uuid,
  amount_pence    bigint not null,
  decision_id     uuid,
  locality        text   not null,
  effective_on    date   not null,
  constraint intervention_funding_counts_a_commitment_once primary key (commitment_id),
  constraint intervention_funding_is_of_an_intervention
    foreign key (intervention_id) references intervention (id)
);
create index intervention_funding_by_intervention on intervention_funding (intervention_id);
create index intervention_funding_waiting on intervention_funding (locality, named)
  where intervention_id is null;
comment on table intervention_funding is
  'Commitments opened in budget-service that name an intervention.';
comment on column intervention_funding.named is 'The intervention as the commitment names it.';
comment on column intervention_funding.intervention_id is
  'Null while the register holds no such intervention: the commitment waits for it.';

create table known_decision (
  decision_id  uuid not null,
  reference    text not null,
  state        text not null,
  subject_type text,
  subject_id   text,
  locality     text not null,
  effective_on date not null,
  constraint known_decision_pkey primary key (decision_id)
);
comment on table known_decision is 'Decisions as governance-service last told of them.';
