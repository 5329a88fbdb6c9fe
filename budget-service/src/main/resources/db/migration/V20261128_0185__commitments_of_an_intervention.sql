create index commitment_by_intervention on commitment (locality, intervention_id)
  where intervention_id is not null;
