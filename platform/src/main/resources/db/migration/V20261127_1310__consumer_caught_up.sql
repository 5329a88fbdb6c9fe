alter table consumer_offset add column caught_up_at timestamptz;
comment on column consumer_offset.caught_up_at is
  'Everything the partition held at this moment has been read. Null until it was read to its end once.';
