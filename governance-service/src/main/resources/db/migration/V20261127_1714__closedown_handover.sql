create table closedown_handover (
  id              uuid        not null,
  organisation    text        not null references organisation (code),
  kind            text        not null,
  reference       text        not null,
  to_organisation text        not null references organisation (code),
  effective_on    date        not null,
  locality        text        not null,
  provenance      jsonb       not null,
  recorded_at     timestamptz not null default now(),
  constraint closedown_handover_has_one_id primary key (id),
  constraint closedown_handover_is_to_another check (to_organisation <> organisation),
  constraint closedown_handover_is_told_once unique (organisation, kind, reference)
);
comment on table closedown_handover is
  'Who answers, from a day, for what stays as it was decided: money a closing organisation had committed.';
