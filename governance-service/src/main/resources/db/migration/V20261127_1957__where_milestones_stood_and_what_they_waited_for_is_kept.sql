-- An earlier day is shown from where milestones then stood and what they then waited for. A row is
-- taken out only to be written again as it was, unless it began today; a wait ends once.
create function refuse_loss_of_placement() returns trigger language plpgsql as $$
begin
  if old.from_day < (now() at time zone 'Europe/London')::date
     and not exists (
       select from milestone_placement p
       where p.milestone_id = old.milestone_id
         and p.from_day = old.from_day
         and (p.area, p.deadline) is not distinct from (old.area, old.deadline)) then
    raise exception 'where milestone % stood from % is on record for good',
      old.milestone_id, old.from_day
      using errcode = 'restrict_violation', constraint = 'milestone_placement_is_kept';
  end if;
  return null;
end $$;

create function refuse_loss_of_predecessor() returns trigger language plpgsql as $$
begin
  if old.from_day < (now() at time zone 'Europe/London')::date
     and not exists (
       select from milestone_predecessor p
       where p.milestone_id = old.milestone_id
         and p.predecessor_id = old.predecessor_id
         and p.from_day = old.from_day
         and p.predecessor_reference = old.predecessor_reference
         and p.lag_days = old.lag_days
         and (old.until_day is null or p.until_day = old.until_day)) then
    raise exception 'what milestone % waited for from % is on record for good',
      old.milestone_id, old.from_day
      using errcode = 'restrict_violation', constraint = 'milestone_predecessor_is_kept';
  end if;
  return null;
end $$;

create function refuse_change_of_predecessor() returns trigger language plpgsql as $$
begin
  if old.until_day is null
     and (new.milestone_id, new.predecessor_id, new.predecessor_reference, new.lag_days,
          new.from_day)
         is not distinct from (old.milestone_id, old.predecessor_id, old.predecessor_reference,
          old.lag_days, old.from_day) then
    return new;
  end if;
  raise exception 'what milestone % waited for from % is on record for good',
    old.milestone_id, old.from_day
    using errcode = 'restrict_violation', constraint = 'milestone_predecessor_ends_once';
end $$;

create trigger milestone_placement_is_never_changed before update on milestone_placement
  for each row execute function refuse_change();
create constraint trigger milestone_placement_is_kept after delete on milestone_placement
  deferrable initially deferred
  for each row execute function refuse_loss_of_placement();
create trigger milestone_placement_is_not_emptied before truncate on milestone_placement
  for each statement execute function refuse_change();

create trigger milestone_predecessor_ends_once before update on milestone_predecessor
  for each row execute function refuse_change_of_predecessor();
create constraint trigger milestone_predecessor_is_kept after delete on milestone_predecessor
  deferrable initially deferred
  for each row execute function refuse_loss_of_predecessor();
create trigger milestone_predecessor_is_not_emptied before truncate on milestone_predecessor
  for each statement execute function refuse_change();
