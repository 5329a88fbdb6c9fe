create table agreement (
  id                    uuid        not null,
  reference             text        not null,
  title                 text        not null,
  kind                  text        not null,
  locality              text        not null,
  ratified_by           text        not null,
  associates_ratify     boolean     not null,
  parties_review        boolean     not null,
  consultation_required boolean     not null,
  notice_days           int,
  establishes           uuid        references body (id),
  provenance            jsonb       not null,
  recorded_at           timestamptz not null default now(),
  version               bigint      not null,
  constraint agreement_has_one_id primary key (id),
  constraint agreement_reference_is_unique unique (reference),
  constraint agreement_kind_is_known
    check (kind in ('SECTION_75', 'RISK_SHARE', 'PARTNERSHIP', 'MEMORANDUM_OF_UNDERSTANDING',
                    'INVESTMENT', 'INTEGRATION', 'COMPACT', 'ACCOUNTABILITY',
                    'PROGRAMME_INITIATION_DOCUMENT')),
  constraint agreement_is_ratified_in_a_known_way
    check (ratified_by in ('DECISION_AND_SIGNATURE', 'SIGNATURE')),
  constraint agreement_is_ended_with_some_notice check (notice_days > 0)
);
create index agreement_by_locality on agreement (locality, reference);
comment on table agreement is 'What organisations agree with each other.';
comment on column agreement.establishes is 'The board that it sets up: whoever signs sits in it.';

create table agreement_version (
  id                  uuid  not null,
  agreement_id        uuid  not null references agreement (id),
  number              int   not null,
  label               text  not null,
  summary             text  not null,
  effective_on        date,
  expires_on          date,
  review_on           date,
  review_every_months int,
  review_by           date,
  working_approval_on date,
  working_approval_by text,
  terminates_on       date,
  termination_reason  text,
  notice_by           text  references organisation (code),
  notice_given_on     date,
  state               text  not null,
  provenance          jsonb not null,
  constraint agreement_version_has_one_id primary key (id),
  constraint agreement_version_is_numbered unique (agreement_id, number),
  constraint agreement_version_is_counted_from_one check (number >= 1),
  constraint agreement_version_expires_after_it_begins
    check (expires_on is null or effective_on is null or expires_on >= effective_on),
  constraint agreement_version_is_reviewed_every_so_often check (review_every_months > 0),
  constraint agreement_version_works_by_somebodys_leave
    check ((working_approval_on is null) = (working_approval_by is null)),
  constraint agreement_version_is_terminated_for_a_reason
    check ((terminates_on is null) = (termination_reason is null)),
  constraint agreement_notice_is_given_by_a_party
    check ((notice_by is null) = (notice_given_on is null)
           and (notice_by is null or terminates_on is not null)),
  constraint agreement_version_state_is_known
    check (state in ('DRAFT', 'IN_REVIEW', 'FOR_RATIFICATION', 'RATIFIED', 'IN_FORCE', 'EXPIRED',
                     'TERMINATED', 'SUPERSEDED'))
);
create index agreement_version_that_moves on agreement_version (agreement_id)
  where state in ('FOR_RATIFICATION', 'RATIFIED', 'IN_FORCE');
comment on table agreement_version is
  'Its text, dates and parties never change: another text is another version.';
comment on column agreement_version.expires_on is 'The last day it is in force.';
comment on column agreement_version.terminates_on is
  'The first day it is no longer in force, once terminated.';

create table agreement_party (
  version_id   uuid   not null references agreement_version (id),
  ordinal      int    not null,
  organisation text   not null references organisation (code),
  capacity     text   not null,
  signatories  text[] not null,
  constraint agreement_party_is_counted primary key (version_id, ordinal),
  constraint agreement_party_is_named_once unique (version_id, organisation),
  constraint agreement_party_is_full_or_associate check (capacity in ('FULL', 'ASSOCIATE'))
);
create index agreement_party_by_organisation on agreement_party (organisation);
comment on column agreement_party.signatories is
  'The posts that all sign for it, never people; none means any one post.';

create table agreement_step (
  version_id   uuid  not null references agreement_version (id),
  step         int   not null,
  state        text  not null,
  effective_on date  not null,
  reason       text,
  provenance   jsonb not null,
  constraint agreement_takes_its_steps_in_order primary key (version_id, step),
  constraint agreement_step_is_known
    check (state in ('DRAFT', 'IN_REVIEW', 'FOR_RATIFICATION', 'RATIFIED', 'IN_FORCE', 'EXPIRED',
                     'TERMINATED', 'SUPERSEDED')),
  constraint agreement_begins_as_a_draft check (step > 1 or state = 'DRAFT')
);

create table agreement_sign_off (
  version_id   uuid        not null,
  ordinal      int         not null,
  organisation text        not null,
  post         text        not null,
  signed_on    date        not null,
  provenance   jsonb       not null,
  recorded_at  timestamptz not null default now(),
  constraint agreement_sign_off_is_counted primary key (version_id, ordinal),
  constraint agreement_is_signed_once_by_a_post unique (version_id, organisation, post),
  constraint agreement_is_signed_by_its_parties foreign key (version_id, organisation)
    references agreement_party (version_id, organisation)
);
comment on table agreement_sign_off is
  'Each binds the version it is under; with the next version it is void and stays on record.';

create table agreement_party_review (
  version_id   uuid    not null,
  ordinal      int     not null,
  round        int     not null,
  organisation text    not null,
  reviewed_on  date    not null,
  agreed       boolean not null,
  note         text,
  provenance   jsonb   not null,
  constraint agreement_party_review_is_counted primary key (version_id, ordinal),
  constraint agreement_is_reviewed_by_its_parties foreign key (version_id, organisation)
    references agreement_party (version_id, organisation)
);

create table agreement_periodic_review (
  version_id uuid  not null references agreement_version (id),
  ordinal    int   not null,
  held_on    date  not null,
  outcome    text  not null,
  next_on    date,
  provenance jsonb not null,
  constraint agreement_periodic_review_is_counted primary key (version_id, ordinal),
  constraint agreement_is_next_reviewed_later check (next_on > held_on)
);
