create function meeting_first_held_on(of_meeting uuid, starts_at timestamp) returns date
language sql stable as $$
  select cast(coalesce(
    (select s.starts_at from sitting s where s.meeting_id = of_meeting and s.number = 1),
    starts_at) as date)
$$;
comment on function meeting_first_held_on is
  'The day a meeting sat first, or is to: a sitting that is resumed later does not change it.';

update paper p
set held_on = meeting_first_held_on(m.id, m.starts_at)
from meeting m
where m.id = p.meeting_id and p.held_on <> meeting_first_held_on(m.id, m.starts_at);
comment on column paper.held_on is 'The day its meeting sat first, or is to.';
