-- What partners owe less by a decision is counted whenever the decision is cited again.
create index contribution_terms_by_decision on contribution_terms (decision_id)
  where decision_id is not null;
