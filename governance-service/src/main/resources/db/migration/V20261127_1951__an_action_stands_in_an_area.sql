alter table action add column area text;
alter table action add column work_area text;
alter table action add constraint action_work_area_is_of_an_area
  check (work_area is null or area is not null);
comment on column action.area is
  'The area of an action plan it stands in, as the plan calls it; null in none.';
