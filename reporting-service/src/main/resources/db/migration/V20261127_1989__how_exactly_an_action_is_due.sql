alter table read_model.action add column precision text;
comment on column read_model.action.precision is
  'DAY, MONTH, ONGOING or UNDATED; null of what was told before it was said.';
