alter table decision_attempt
  add column decides_for text[] not null default '{}',
  add column effective_on date,
  add constraint decision_attempt_allows_only_when_applied check
    (applied or decides_for = '{}');
comment on column decision_attempt.decides_for is
  'Whose money the decision allows, by ODS or GSS code; empty where it allows nothing';
comment on column decision_attempt.effective_on is
  'When the decision takes effect; null of one that arrived before that was kept';
