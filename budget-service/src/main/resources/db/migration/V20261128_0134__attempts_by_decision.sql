-- Each payment under a decision asks which other bodies' decisions allowed it together with that one.
create index decision_attempt_by_decision on decision_attempt (decision_id) where applied;
