-- What a line has of its plan changes only as an approved plan says, once one of its fund is approved.
create function follow_the_approved_plan() returns trigger language plpgsql as $$
declare
  approved int;
begin
  if tg_op = 'UPDATE'
     and (new.planned_pence, new.recurrent, new.ring_fence, new.basis, new.decision_function,
          new.withdrawn)
         is not distinct from
         (old.planned_pence, old.recurrent, old.ring_fence, old.basis, old.decision_function,
          old.withdrawn) then
    return new;
  end if;
  select approved_plan_version into approved from fund where id = new.fund_id;
  if new.plan_version > approved then
    raise exception 'line % would follow plan %, and plan % is approved',
        new.reference, new.plan_version, approved
      using errcode = 'restrict_violation', constraint = 'budget_line_follows_the_approved_plan';
  end if;
  return new;
end $$;

create trigger budget_line_follows_the_approved_plan before insert or update on budget_line
  for each row execute function follow_the_approved_plan();

alter table budget_line add constraint budget_line_of_no_plan_is_withdrawn
  check (plan_version > 0 or withdrawn) not valid;
comment on column budget_line.plan_version is
  'The plan version that last changed this line; it is approved when the fund''s approval reaches it. 0 while only a plan under way has the line';
