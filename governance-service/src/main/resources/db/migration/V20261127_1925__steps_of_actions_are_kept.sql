create trigger action_step_is_insert_only
  before update or delete or truncate on action_step
  for each statement execute function refuse_change();
