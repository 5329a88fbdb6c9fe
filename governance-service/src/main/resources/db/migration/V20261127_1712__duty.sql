create table duty (
  id             uuid        not null,
  reference      text        not null,
  text           text        not null,
  body_id        uuid        references body (id),
  post_id        uuid        references post (id),
  organisation   text        references organisation (code),
  locality       text        not null,
  effective_on   date        not null,
  ends_on        date,
  follows        uuid        references duty (id),
  provenance     jsonb       not null,
  end_provenance jsonb,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint duty_has_one_id primary key (id),
  constraint duty_reference_is_unique unique (reference),
  constraint duty_has_one_holder check (num_nonnulls(body_id, post_id, organisation) = 1),
  constraint duty_ends_after_it_begins check (ends_on >= effective_on),
  constraint duty_is_taken_over_once unique (follows),
  constraint duty_follows_another check (follows <> id)
);
create index duty_by_locality on duty (locality, reference);
create index duty_by_body on duty (body_id);
create index duty_by_post on duty (post_id);
create index duty_by_organisation on duty (organisation);
comment on table duty is
  'What a body, a post or an organisation is there to do, in the words of its source.';
comment on column duty.follows is
  'The same duty as its former holder had it, until the day before this one begins.';
