alter table contract_scope_item
  drop constraint contract_scope_item_state_is_known,
  add constraint contract_scope_item_state_is_known
    check (state in ('TRANSFERRED', 'LISTED', 'IN_CONTRACT', 'EXITED', 'REFUSED', 'WITHDRAWN')),
  drop constraint contract_scope_item_is_known_once_it_is_listed,
  add constraint contract_scope_item_is_known_once_it_is_listed
    check (state in ('TRANSFERRED', 'REFUSED', 'WITHDRAWN')
           or (intervention is null) = (intervention_id is null));
