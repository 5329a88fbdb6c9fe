create table approval_route (
  id           uuid        not null,
  reference    text        not null,
  subject_type text        not null,
  place        text        not null,
  from_pence   bigint,
  below_pence  bigint,
  effective_on date        not null,
  ends_on      date,
  steps        jsonb       not null,
  provenance   jsonb       not null,
  recorded_at  timestamptz not null default now(),
  version      bigint      not null,
  constraint approval_route_has_one_id primary key (id),
  constraint approval_route_reference_is_unique unique (reference),
  constraint approval_route_ends_after_it_begins check (ends_on >= effective_on),
  constraint approval_route_is_for_some_values
    check (from_pence >= 0 and below_pence > coalesce(from_pence, 0)),
  constraint approval_route_has_steps check (jsonb_array_length(steps) > 0),
  constraint approval_route_is_the_only_one_of_a_matter exclude using gist
    (subject_type with =, place with =, daterange(effective_on, ends_on, '[]') with &&,
     int8range(coalesce(from_pence, 0), below_pence) with &&)
);
create index approval_route_by_place on approval_route (place, reference);
comment on table approval_route is
  'Which bodies a matter of a kind passes in a place, in order. What a decision found of it is frozen in its evidence.';
comment on column approval_route.from_pence is 'The least value it is for; null for any.';
comment on column approval_route.below_pence is 'The first value it is no longer for; null has no upper end.';
comment on column approval_route.steps is '[{bodyId, body, type}], in order.';
