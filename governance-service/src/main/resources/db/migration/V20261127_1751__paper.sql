create table paper (
  id                uuid        not null,
  reference         text        not null,
  number            int         not null,
  meeting_id        uuid        not null,
  meeting_reference text        not null,
  item              int         not null,
  body_id           uuid        not null references body (id),
  locality          text        not null,
  held_on           date        not null,
  kind              text        not null,
  front_sheet       jsonb       not null,
  background_years  int,
  exempt_paragraph  int,
  exempt_reason     text,
  published_on      date        not null,
  contents          int         not null,
  provenance        jsonb       not null,
  recorded_at       timestamptz not null default now(),
  version           bigint      not null,
  constraint paper_has_one_id primary key (id),
  constraint paper_reference_is_unique unique (reference),
  constraint paper_is_numbered_within_its_item unique (meeting_id, item, number),
  constraint paper_is_on_an_item foreign key (meeting_id, item)
    references agenda_item (meeting_id, number),
  constraint paper_kind_is_known
    check (kind in ('REPORT', 'SCRUTINY_REPORT', 'PLAN', 'MINUTES', 'PRESENTATION', 'APPENDIX')),
  constraint paper_background_ends_after_the_meeting check (background_years >= 0),
  constraint paper_exempt_paragraph_is_of_schedule_12a check (exempt_paragraph between 1 and 7),
  constraint paper_is_exempt_for_a_reason
    check ((exempt_paragraph is null) = (exempt_reason is null)),
  constraint paper_counts_its_contents check (contents >= 0)
);
create index paper_by_locality on paper (locality, reference);
create index paper_by_body on paper (body_id, kind, held_on);
comment on table paper is 'Papers put with items of agendas. Front sheets name posts, never people.';
comment on column paper.background_years is
  'Years after the meeting in which background papers may be asked for; null for no end.';

create table paper_content (
  paper_id    uuid        not null references paper (id),
  number      int         not null,
  media_type  text        not null,
  sha256      text        not null,
  link        text,
  bytes       bytea,
  recorded_at timestamptz not null default now(),
  constraint paper_content_is_numbered primary key (paper_id, number),
  constraint paper_content_is_kept_here_or_elsewhere check ((link is null) <> (bytes is null)),
  constraint paper_content_has_at_most_ten_megabytes check (length(bytes) <= 10485760),
  constraint paper_content_digest_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table paper_content is 'Every version of what papers say, written once.';

create trigger paper_content_is_insert_only
  before update or delete or truncate on paper_content
  for each statement execute function refuse_change();
