-- All that governance was asked about a virement stays as it was, not its money and reason alone.
create or replace function keep_virement() returns trigger language plpgsql as $$
begin
  if old.state <> 'PENDING_APPROVAL'
     or (new.id, new.reference, new.fund_id, new.number, new.locality, new.amount_pence, new.reason,
         new.tier, new.decision_function, new.basis, new.owners, new.request_id, new.content_hash,
         new.requested_by, new.due_on, new.provenance)
        is distinct from
        (old.id, old.reference, old.fund_id, old.number, old.locality, old.amount_pence, old.reason,
         old.tier, old.decision_function, old.basis, old.owners, old.request_id, old.content_hash,
         old.requested_by, old.due_on, old.provenance) then
    raise exception 'virement % keeps what it was: % is refused', old.reference, lower(tg_op)
      using errcode = 'restrict_violation', constraint = 'virement_keeps_what_it_was';
  end if;
  return new;
end $$;

-- A rule is taken away once; what it was never changes, for its owner too.
create function keep_performance_pay_rule() returns trigger language plpgsql as $$
begin
  if old.ends_on is not null
     or (new.id, new.reference, new.locality, new.name, new.basis_points, new.starts_on, new.provenance)
        is distinct from
        (old.id, old.reference, old.locality, old.name, old.basis_points, old.starts_on, old.provenance) then
    raise exception 'performance pay rule % keeps what it was: % is refused', old.reference, lower(tg_op)
      using errcode = 'restrict_violation', constraint = 'performance_pay_rule_keeps_what_it_was';
  end if;
  return new;
end $$;

create trigger performance_pay_rule_keeps_what_it_was before update on performance_pay_rule
  for each row execute function keep_performance_pay_rule();
create trigger performance_pay_rule_is_never_deleted before delete or truncate on performance_pay_rule
  for each statement execute function refuse_change();
