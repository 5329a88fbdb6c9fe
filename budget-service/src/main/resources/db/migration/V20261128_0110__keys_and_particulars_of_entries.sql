alter table journal_entry
  add column key              text,
  add column source_document  text,
  add column metadata         jsonb    not null default '{}',
  add column retrospective    boolean  not null default false,
  add constraint journal_entry_key_is_a_name
    check (key ~ '^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$'),
  add constraint journal_entry_source_document_is_short
    check (length(source_document) between 1 and 200),
  add constraint journal_entry_metadata_is_small
    check (jsonb_typeof(metadata) = 'object' and octet_length(metadata::text) <= 20000);

comment on column journal_entry.key is
  'The poster''s own name for the entry: posted again under it, the entry is there already';
comment on column journal_entry.source_document is
  'What it was posted from, as in an invoice''s number';
comment on column journal_entry.metadata is
  'What other systems know the entry by; it names no person';
comment on column journal_entry.retrospective is
  'Whether the agreement it stands under was ratified only after its day';

create unique index journal_entry_key_is_unique_in_its_fund on journal_entry (fund_id, key)
  where key is not null;
