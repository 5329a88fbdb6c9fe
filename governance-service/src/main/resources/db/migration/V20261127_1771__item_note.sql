create table item_note (
  meeting_id  uuid        not null,
  item        int         not null,
  note        text        not null,
  recorded_at timestamptz not null default now(),
  constraint item_note_is_one_per_item primary key (meeting_id, item),
  constraint item_note_is_on_an_item foreign key (meeting_id, item)
    references agenda_item (meeting_id, number)
);
comment on table item_note is 'What the minutes keep of an item, in the secretary''s words.';
