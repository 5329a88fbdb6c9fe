create index register_entry_by_number on register_entry
  (regexp_replace(reference, '[0-9]+$', ''),
   (cast(substring(reference from '[0-9]+$') as numeric)));
create index strategy_by_number on strategy
  (regexp_replace(reference, '[0-9]+$', ''),
   (cast(substring(reference from '[0-9]+$') as numeric)));
create index engagement_by_number on engagement
  (regexp_replace(reference, '[0-9]+$', ''),
   (cast(substring(reference from '[0-9]+$') as numeric)));
