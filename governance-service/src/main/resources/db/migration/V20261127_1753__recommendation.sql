create table recommendation (
  id             uuid        not null,
  reference      text        not null,
  number         int         not null,
  verb           text        not null,
  text           text        not null,
  source         text        not null,
  paper_id       uuid        references paper (id),
  exempt         boolean     not null,
  body_id        uuid        references body (id),
  body_reference text,
  locality       text        not null,
  made_on        date        not null,
  outcome        text,
  decision_id    uuid        references decision (id),
  answered_on    date,
  note           text,
  provenance     jsonb       not null,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint recommendation_has_one_id primary key (id),
  constraint recommendation_reference_is_unique unique (reference),
  constraint recommendation_is_numbered_within_its_source unique (locality, source, number),
  constraint recommendation_number_counts_from_one check (number >= 1),
  constraint recommendation_is_to_a_body_by_its_reference
    check ((body_id is null) = (body_reference is null)),
  constraint recommendation_outcome_is_known
    check (outcome in ('ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED', 'IMPLEMENTED', 'SUPERSEDED')),
  constraint recommendation_is_answered_on_a_day
    check ((outcome is null) = (answered_on is null)),
  constraint recommendation_is_answered_after_it_is_made check (answered_on >= made_on),
  constraint recommendation_is_answered_by_a_decision_with_an_outcome
    check (decision_id is null or outcome is not null),
  constraint recommendation_is_exempt_with_its_paper check (not exempt or paper_id is not null)
);
create index recommendation_by_decision on recommendation (decision_id);
create index recommendation_by_body on recommendation (body_id);
comment on column recommendation.source is
  'A paper''s reference, or a document''s title and section: what it is counted with.';
