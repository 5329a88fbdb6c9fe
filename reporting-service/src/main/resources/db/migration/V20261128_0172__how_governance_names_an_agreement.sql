alter table read_model.agreement_terms_day add column governance_reference text;
comment on column read_model.agreement_terms_day.governance_reference is
  'By which reference governance tells of the agreement; null where that is by the same one.';
