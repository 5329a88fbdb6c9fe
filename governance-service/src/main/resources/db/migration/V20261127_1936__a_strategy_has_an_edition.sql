alter table strategy rename column version_label to edition;
comment on column strategy.edition is
  'The edition as its authors write it; null when they write none.';
