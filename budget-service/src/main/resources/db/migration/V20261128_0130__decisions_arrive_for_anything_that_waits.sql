alter table decision_attempt drop constraint decision_attempt_on_commitment;
alter table decision_attempt rename column commitment_id to subject_id;
alter index decision_attempt_by_commitment rename to decision_attempt_by_subject;
comment on table decision_attempt is
  'Every decision that arrived for something that waits, applied or not, and why not';
comment on column decision_attempt.subject_id is
  'What waits: a commitment, a virement. Rows of several tables, so the database cannot refer to them';
