create table post (
  id                    uuid        not null,
  reference             text        not null,
  title                 text        not null,
  kind                  text        not null,
  locality              text        not null,
  effective_on          date        not null,
  ends_on               date,
  abolished_on          date,
  abolished_recorded_at timestamptz,
  provenance            jsonb       not null,
  abolished_provenance  jsonb,
  recorded_at           timestamptz not null,
  version               bigint      not null,
  constraint post_has_one_id primary key (id),
  constraint post_reference_is_unique unique (reference),
  constraint post_kind_is_known check (kind in ('STATUTORY', 'EXECUTIVE', 'CLINICAL', 'OTHER')),
  constraint post_ends_after_it_begins check (ends_on >= effective_on),
  constraint post_is_abolished_after_it_begins check (abolished_on > effective_on),
  constraint post_is_abolished_at_a_recorded_moment
    check ((abolished_on is null) = (abolished_recorded_at is null))
);
create index post_by_locality on post (locality, reference);
comment on column post.ends_on is 'The last day of a post for a time, as it was created.';
comment on column post.abolished_on is 'The first day there is no such post.';

create table post_employer (
  post_id       uuid        not null references post (id),
  ordinal       int         not null,
  organisation  text        not null references organisation (code),
  from_day      date        not null,
  until_day     date,
  provenance    jsonb       not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  constraint post_employer_is_counted primary key (post_id, ordinal),
  constraint post_employer_ends_after_it_begins check (until_day >= from_day),
  constraint post_employer_is_superseded_after_it_is_recorded
    check (superseded_at >= recorded_at),
  constraint post_is_shared_once_by_an_organisation exclude using gist
    (post_id with =, organisation with =, daterange(from_day, until_day + 1) with &&)
    where (superseded_at is null)
);
create index post_employer_by_organisation on post_employer (organisation);
comment on table post_employer is
  'Whose post it is: one organisation, or several that share it. What is known better supersedes what was known before, and both stay.';

create table post_line (
  post_id       uuid        not null references post (id),
  ordinal       int         not null,
  to_post       uuid        references post (id),
  to_body       uuid        references body (id),
  from_day      date        not null,
  until_day     date,
  provenance    jsonb       not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  constraint post_line_is_counted primary key (post_id, ordinal),
  constraint post_line_leads_to_a_post_or_a_body check (num_nonnulls(to_post, to_body) = 1),
  constraint post_line_leads_to_another check (to_post <> post_id),
  constraint post_line_ends_after_it_begins check (until_day >= from_day),
  constraint post_line_is_superseded_after_it_is_recorded check (superseded_at >= recorded_at)
);
comment on table post_line is
  'To whom its holder reports: another post or a body; to more than one where reporting is dual.';

create table post_holder (
  post_id          uuid        not null references post (id),
  ordinal          int         not null,
  person_reference text        not null,
  acting           boolean     not null,
  from_day         date        not null,
  until_day        date,
  provenance       jsonb       not null,
  recorded_at      timestamptz not null,
  superseded_at    timestamptz,
  constraint post_holder_is_counted primary key (post_id, ordinal),
  constraint post_holder_leaves_after_they_begin check (until_day >= from_day),
  constraint post_holder_is_superseded_after_it_is_recorded check (superseded_at >= recorded_at),
  constraint post_has_one_substantive_holder_at_a_time exclude using gist
    (post_id with =, daterange(from_day, until_day + 1) with &&)
    where (superseded_at is null and not acting)
);
create index post_holder_by_person on post_holder (person_reference);
create index membership_by_person on membership (person_reference);
comment on column post_holder.person_reference is 'Opaque. Never leaves this service.';
