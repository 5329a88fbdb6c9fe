create table body (
  id                  uuid        not null,
  reference           text        not null,
  name                text        not null,
  aliases             text[]      not null default '{}',
  classification      text        not null,
  spatial_level       text        not null,
  organisation        text,
  top_of_organisation boolean     not null default false,
  locality            text        not null,
  provenance          jsonb       not null,
  recorded_at         timestamptz not null default now(),
  version             bigint      not null,
  constraint body_has_one_id primary key (id),
  constraint body_reference_is_unique unique (reference),
  constraint body_belongs_to_a_recorded_organisation
    foreign key (organisation) references organisation (code),
  constraint body_is_top_of_a_named_organisation
    check (not top_of_organisation or organisation is not null)
);
create index body_by_locality on body (locality, reference);
create index body_by_organisation_it_is_top_of on body (organisation) where top_of_organisation;
comment on table body is 'Boards, committees and groups that decide or advise.';

create table body_step (
  body_id      uuid not null references body (id),
  step         int  not null,
  state        text not null,
  effective_on date not null,
  provenance   jsonb not null,
  constraint body_takes_its_steps_in_order primary key (body_id, step),
  constraint body_step_is_known check (state in ('PROPOSED', 'SHADOW', 'ESTABLISHED', 'DISSOLVED'))
);
comment on table body_step is
  'The life of a body. Its state on a date is that of the last step effective by then.';

create table body_relation (
  body_id    uuid  not null references body (id),
  ordinal    int   not null,
  kind       text  not null,
  to_body    uuid  not null references body (id),
  from_day   date  not null,
  until_day  date,
  provenance jsonb not null,
  constraint body_relation_is_counted primary key (body_id, ordinal),
  constraint body_relates_to_another check (to_body <> body_id),
  constraint body_relation_ends_after_it_begins check (until_day is null or until_day >= from_day)
);

create table terms_of_reference (
  body_id             uuid    not null references body (id),
  version_number      int     not null,
  effective_on        date    not null,
  remit_functions     text[]  not null default '{}',
  quorum              jsonb   not null,
  voting_rule         text    not null,
  casting_vote        text,
  substitutes_allowed boolean not null,
  notice_clear_days   int,
  provenance          jsonb   not null,
  constraint terms_of_reference_are_numbered primary key (body_id, version_number),
  constraint terms_ask_for_no_negative_notice check (notice_clear_days >= 0)
);
comment on table terms_of_reference is
  'Versions; in force on a date is the last one effective by then. No remit means no restriction.';

create table membership (
  body_id          uuid    not null references body (id),
  ordinal          int     not null,
  seat             text    not null,
  post             text    not null,
  person_reference text,
  voting_right     boolean not null,
  organisation     text,
  from_day         date    not null,
  until_day        date,
  provenance       jsonb   not null,
  constraint membership_is_counted primary key (body_id, ordinal),
  constraint membership_ends_after_it_begins check (until_day is null or until_day >= from_day),
  constraint membership_is_on_behalf_of_a_recorded_organisation
    foreign key (organisation) references organisation (code)
);
comment on column membership.person_reference is
  'Opaque; null while the seat is vacant. Never leaves this service.';
