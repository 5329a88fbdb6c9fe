-- What is about a decision named it as text: by its id in upper or lower case, or by the reference
-- of any item it was tabled as. The decision it means is kept beside, so that what was decided stays
-- as it was written and is found whichever way it names it.
alter table decision add column about_decision uuid references decision (id);
update decision d
set about_decision = coalesce(
  (select named.id from decision named where cast(named.id as text) = lower(d.subject_id)),
  (select named.id from decision named where named.reference = d.subject_id),
  (select kept.decision_id from decision_outcome kept where kept.reference = d.subject_id))
where d.subject_type = 'decision';
comment on column decision.about_decision is
  'The decision it has as its subject; null when its subject is none, or none on record.';
create index decision_by_what_it_is_about on decision (about_decision)
  where about_decision is not null;
