create index decision_about_another on decision (subject_id) where subject_type = 'decision';
comment on index decision_about_another is
  'What was approved as being about a decision counts with it: so it is looked up by what it names.';
