alter table delegation
  add continues uuid references delegation (id),
  add constraint delegation_continues_another check (continues <> id);
comment on column delegation.continues is
  'The first of those it takes over from when a function is reserved. All of them share one limit: what is used of any is noted against the first.';
