alter table membership
  add seat_abolished_on date,
  add end_provenance    jsonb,
  add constraint seat_is_abolished_when_its_last_member_has_left check (seat_abolished_on > until_day);

comment on column membership.seat_abolished_on is
  'The first day there is no such seat; until then it stands vacant when nobody follows.';

-- A seat that a member left was gone until now.
update membership left_by
set seat_abolished_on = until_day + 1
where until_day is not null
  and not exists (select from membership later
                  where later.body_id = left_by.body_id and later.seat = left_by.seat
                    and later.from_day > left_by.until_day);
