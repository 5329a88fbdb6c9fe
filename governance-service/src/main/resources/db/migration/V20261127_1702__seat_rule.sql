create table seat_rule (
  id             uuid        not null,
  body_id        uuid        not null references body (id),
  body_reference text        not null,
  number         int         not null,
  locality       text        not null,
  rule           jsonb       not null,
  from_day       date        not null,
  until_day      date,
  provenance     jsonb       not null,
  end_provenance jsonb,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint seat_rule_has_one_id primary key (id),
  constraint seat_rule_is_counted_within_its_body unique (body_id, number),
  constraint seat_rule_is_of_a_known_kind
    check (rule ->> 'kind' in ('RECIPROCAL', 'MEMBERS_OF', 'SPONSOR')),
  constraint seat_rule_wants_one_member_or_more check ((rule ->> 'atLeast')::int >= 1),
  constraint seat_rule_ends_after_it_begins check (until_day is null or until_day >= from_day)
);
create index seat_rule_by_locality on seat_rule (locality, body_reference, number);
comment on table seat_rule is
  'Rules about who sits in a body, as data. What is broken of them is worked out for a date.';
