create table standing_item (
  id             uuid        not null,
  reference      text        not null,
  number         int         not null,
  body_id        uuid        not null references body (id),
  body_reference text        not null,
  locality       text        not null,
  title          text        not null,
  every_months   int,
  from_day       date        not null,
  until_day      date,
  provenance     jsonb       not null,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint standing_item_has_one_id primary key (id),
  constraint standing_item_reference_is_unique unique (reference),
  constraint standing_item_is_numbered_within_its_body unique (body_id, number),
  constraint standing_item_months_are_positive check (every_months >= 1),
  constraint standing_item_ends_after_it_begins check (until_day >= from_day)
);
comment on column standing_item.every_months is 'Null for every meeting.';

create table standing_placement (
  standing_item_id uuid        not null references standing_item (id),
  meeting_id       uuid        not null,
  item             int         not null,
  recorded_at      timestamptz not null default now(),
  constraint standing_placement_is_one_per_meeting primary key (standing_item_id, meeting_id),
  constraint standing_placement_is_on_an_item foreign key (meeting_id, item)
    references agenda_item (meeting_id, number)
);
create index standing_placement_by_meeting on standing_placement (meeting_id);
comment on table standing_placement is 'Which item of which agenda a standing item became.';

create table deep_dive (
  id             uuid        not null,
  reference      text        not null,
  number         int         not null,
  body_id        uuid        not null references body (id),
  body_reference text        not null,
  locality       text        not null,
  concern        text        not null,
  subject_type   text,
  subject_id     text,
  raised_on      date        not null,
  state          text        not null,
  meeting_id     uuid,
  item           int,
  provenance     jsonb       not null,
  recorded_at    timestamptz not null default now(),
  version        bigint      not null,
  constraint deep_dive_has_one_id primary key (id),
  constraint deep_dive_reference_is_unique unique (reference),
  constraint deep_dive_is_numbered_within_its_body unique (body_id, number),
  constraint deep_dive_state_is_known check (state in ('RAISED', 'PLACED', 'HELD')),
  constraint deep_dive_waits_or_is_on_an_agenda
    check ((state = 'RAISED') = (meeting_id is null) and (meeting_id is null) = (item is null)),
  constraint deep_dive_is_on_an_item foreign key (meeting_id, item)
    references agenda_item (meeting_id, number),
  constraint deep_dive_subject_is_whole check ((subject_type is null) = (subject_id is null))
);
create index deep_dive_by_meeting on deep_dive (meeting_id);
