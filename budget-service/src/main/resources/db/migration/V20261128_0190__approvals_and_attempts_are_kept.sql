-- What governance decided on a plan, and what became of every decision that arrived, is history: it
-- stays for the owner too.
create trigger plan_approval_is_append_only before update or delete or truncate on plan_approval
  for each statement execute function refuse_change();
create trigger decision_attempt_is_append_only before update or delete or truncate on decision_attempt
  for each statement execute function refuse_change();
revoke update, delete, truncate on plan_approval, decision_attempt from ${app};
