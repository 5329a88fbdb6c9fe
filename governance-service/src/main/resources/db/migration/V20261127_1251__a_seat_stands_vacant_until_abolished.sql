alter table membership
  add seat_abolished_on date,
  add end_provenance    jsonb,
  add constraint seat_is_abolished_when_its_last_member_has_left check (seat_abolished_on > until_day);

comment on column membership.seat_abolished_on is
  'The first day there is no such seat; until then it stands vacant when nobody follows.';
