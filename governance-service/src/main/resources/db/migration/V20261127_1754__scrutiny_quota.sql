create table scrutiny_quota (
  id             uuid        not null,
  reference      text        not null,
  number         int         not null,
  body_id        uuid        not null references body (id),
  body_reference text        not null,
  body_name      text        not null,
  locality       text        not null,
  subject        text        not null,
  reports_wanted int         not null,
  from_day       date        not null,
  until_day      date        not null,
  provenance     jsonb       not null,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint scrutiny_quota_has_one_id primary key (id),
  constraint scrutiny_quota_reference_is_unique unique (reference),
  constraint scrutiny_quota_is_numbered_within_its_body unique (body_id, number),
  constraint scrutiny_quota_wants_a_report check (reports_wanted >= 1),
  constraint scrutiny_quota_ends_after_it_begins check (until_day >= from_day)
);
comment on column scrutiny_quota.until_day is 'The last day of the period.';
