alter table known_decision
  add column pooled  boolean  not null default false,
  add column owners  jsonb    not null default '[]';
comment on column known_decision.owners is
  'Whose money it is about; it covers nobody else''s. None for what was learned before owners were told';

alter table known_delegation add column from_organisation text;
comment on column known_delegation.from_organisation is
  'Whose body delegates, and so whose money may be committed under it; null for a body of several';
