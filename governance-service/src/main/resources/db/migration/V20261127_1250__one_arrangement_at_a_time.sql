create extension if not exists btree_gist;

alter table function_in_place
  drop constraint function_in_place_ends_after_it_begins,
  add constraint function_in_place_ends_after_it_begins check (ends_on >= effective_on - 1);

-- Of two that overlap, the later one holds from its first day; of two from one day, the one recorded last.
update function_in_place earlier
set ends_on = later.effective_on - 1
from (select id, lead(effective_on) over
        (partition by function_code, place order by effective_on, recorded_at, id) as effective_on
      from function_in_place) later
where later.id = earlier.id
  and later.effective_on <= coalesce(earlier.ends_on, 'infinity');

alter table function_in_place
  add constraint function_is_arranged_in_one_way_at_a_time exclude using gist
    (function_code with =, place with =, daterange(effective_on, ends_on + 1) with &&);

comment on column function_in_place.ends_on is
  'The last day; the day before the first when another took its place on that very day.';
