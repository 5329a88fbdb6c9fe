-- An area is told with what it is a part of, a milestone with what it waits for, an action with
-- where it stands: so that an area is empty only when nothing stands in it or in its parts.
alter table read_model.plan_day add column body_id uuid;
update read_model.plan_day
set areas = (select coalesce(jsonb_agg(jsonb_build_object('title', area) order by at), '[]')
             from jsonb_array_elements(areas) with ordinality as each (area, at));
comment on column read_model.plan_day.areas is
  'Each with its title and, as partOf, the place from 1 of the area it is a part of.';

alter table read_model.milestone_day
  add column predecessors jsonb not null default '[]',
  add constraint milestone_predecessors_are_a_list
    check (jsonb_typeof(predecessors) = 'array');
comment on column read_model.milestone_day.predecessors is
  'What it waits for, each with its reference and the lag in calendar days.';

alter table read_model.action
  add column body_id uuid,
  add column area    text;
create index action_by_body on read_model.action (body_id) where area is not null;
comment on column read_model.action.area is
  'The area of its body''s action plan it stands in, as the plan calls it; null in none.';
