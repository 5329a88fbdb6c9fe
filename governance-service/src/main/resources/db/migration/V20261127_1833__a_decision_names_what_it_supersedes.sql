alter table decision add column supersedes uuid references decision (id);
comment on column decision.supersedes is
  'The decision in effect whose place it takes: left out of what was approved before, and ended on the day this one is in effect.';
create index decision_by_superseded on decision (supersedes) where supersedes is not null;
