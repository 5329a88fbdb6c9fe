-- What is added to only: steps, ratings, findings, lessons, and versions of frameworks.
create trigger gateway_step_is_insert_only
  before update or delete or truncate on gateway_step
  for each statement execute function refuse_change();
create trigger gateway_lesson_is_insert_only
  before update or delete or truncate on gateway_lesson
  for each statement execute function refuse_change();
create trigger assessment_framework_is_insert_only
  before update or delete or truncate on assessment_framework
  for each statement execute function refuse_change();
create trigger assessment_criterion_is_insert_only
  before update or delete or truncate on assessment_criterion
  for each statement execute function refuse_change();
create trigger assessment_step_is_insert_only
  before update or delete or truncate on assessment_step
  for each statement execute function refuse_change();
create trigger assessment_rating_is_insert_only
  before update or delete or truncate on assessment_rating
  for each statement execute function refuse_change();
create trigger assessment_finding_is_insert_only
  before update or delete or truncate on assessment_finding
  for each statement execute function refuse_change();
create trigger assessment_action_is_insert_only
  before update or delete or truncate on assessment_action
  for each statement execute function refuse_change();
create trigger recommendation_step_is_insert_only
  before update or delete or truncate on recommendation_step
  for each statement execute function refuse_change();

-- A condition is met, once; nothing else becomes of it.
create function refuse_change_of_gateway_condition() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and old.met_on is null
     and (new.gateway_id, new.condition, new.text, new.due_on, new.due_precision, new.covers,
          new.covers_in, new.agreed_on, new.provenance)
         is not distinct from (old.gateway_id, old.condition, old.text, old.due_on,
          old.due_precision, old.covers, old.covers_in, old.agreed_on, old.provenance) then
    return new;
  end if;
  raise exception 'condition % of a gateway is on record for good', old.condition
    using errcode = 'restrict_violation', constraint = 'gateway_condition_is_kept';
end $$;
create trigger gateway_condition_is_kept before update or delete on gateway_condition
  for each row execute function refuse_change_of_gateway_condition();
create trigger gateway_conditions_are_kept before truncate on gateway_condition
  for each statement execute function refuse_change();

-- An item is worded until it is passed, and put right where the contract refused it. What became of
-- it is added to.
create function refuse_change_of_gateway_item() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and (new.gateway_id, new.item, new.id, new.reference, new.provenance)
         is not distinct from (old.gateway_id, old.item, old.id, old.reference, old.provenance)
     and (old.state = 'PROPOSED'
          or (new.kind, new.transfers_on) is not distinct from (old.kind, old.transfers_on)
             and (old.state = 'REFUSED'
                  or (new.title, new.intervention)
                     is not distinct from (old.title, old.intervention)))
     and old.steps = (select coalesce(jsonb_agg(step order by place), '[]')
                      from jsonb_array_elements(new.steps) with ordinality as kept (step, place)
                      where place <= jsonb_array_length(old.steps)) then
    return new;
  end if;
  raise exception 'item % of a gateway is on record for good', old.reference
    using errcode = 'restrict_violation', constraint = 'gateway_item_is_kept';
end $$;
create trigger gateway_item_is_kept before update or delete on gateway_item
  for each row execute function refuse_change_of_gateway_item();
create trigger gateway_items_are_kept before truncate on gateway_item
  for each statement execute function refuse_change();
