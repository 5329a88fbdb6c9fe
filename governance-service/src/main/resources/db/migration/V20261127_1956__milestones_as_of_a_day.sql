-- What a milestone waits for, its area and the day by which it is demanded, as of any day.
alter table milestone_predecessor
  add column from_day  date,
  add column until_day date;
update milestone_predecessor p
set from_day = (select s.effective_on from milestone_step s
                where s.milestone_id = p.milestone_id and s.step = 1);
alter table milestone_predecessor
  alter column from_day set not null,
  drop constraint milestone_waits_for_another_once,
  add constraint milestone_waits_for_another_once_from_a_day
    primary key (milestone_id, predecessor_id, from_day),
  add constraint milestone_waits_for_another_for_a_day_at_least check (until_day > from_day);
create unique index milestone_waits_for_another_once
  on milestone_predecessor (milestone_id, predecessor_id) where until_day is null;
comment on column milestone_predecessor.until_day is
  'The first day on which it no longer waited for it; null while it does.';

create table milestone_placement (
  milestone_id uuid not null references milestone (id),
  from_day     date not null,
  area         int,
  deadline     date,
  constraint milestone_is_placed_once_from_a_day primary key (milestone_id, from_day)
);
insert into milestone_placement (milestone_id, from_day, area, deadline)
select m.id, s.effective_on, m.area, m.deadline
from milestone m
join milestone_step s on s.milestone_id = m.id and s.step = 1;
comment on table milestone_placement is
  'The area of its plan that a milestone stood in, and the day by which it was demanded, from a day
   on until the next.';
