create trigger register_entry_step_is_insert_only
  before update or delete or truncate on register_entry_step
  for each statement execute function refuse_change();

create trigger escalation_rule_is_insert_only
  before update or delete or truncate on escalation_rule
  for each statement execute function refuse_change();

create trigger strategy_step_is_insert_only
  before update or delete or truncate on strategy_step
  for each statement execute function refuse_change();
