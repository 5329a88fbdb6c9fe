create unique index contract_has_an_intervention_once
  on contract_scope_item (locality, contract, intervention_id)
  where intervention_id is not null and state in ('LISTED', 'IN_CONTRACT');
create unique index contract_has_a_service_once
  on contract_scope_item (locality, contract, reference)
  where intervention is null and state in ('LISTED', 'IN_CONTRACT');
