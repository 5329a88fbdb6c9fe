create table engagement (
  id            uuid        not null,
  reference     text        not null,
  title         text        not null,
  kind          text        not null,
  audience      text        not null,
  held_on       date        not null,
  held_in_month boolean     not null,
  held_count    int         not null,
  reached       int,
  locality      text        not null,
  provenance    jsonb       not null,
  recorded_at   timestamptz not null default now(),
  version       bigint      not null,
  constraint engagement_has_one_id primary key (id),
  constraint engagement_reference_is_unique unique (reference),
  constraint engagement_kind_is_known
    check (kind in ('BRIEFING', 'EVENT', 'SURVEY', 'COMMUNICATION')),
  constraint engagement_audience_is_known
    check (audience in ('STAFF', 'PUBLIC', 'PATIENTS', 'PROVIDERS', 'PARTNERS')),
  constraint engagement_took_place_at_least_once check (held_count >= 1),
  constraint engagement_reached_nobody_or_more check (reached >= 0),
  constraint engagement_of_a_month_is_of_its_last_day
    check (not held_in_month or extract(month from held_on + 1) <> extract(month from held_on))
);
create index engagement_by_locality on engagement (locality, reference);
comment on column engagement.reached is 'Null when nobody counted, which is not 0.';
