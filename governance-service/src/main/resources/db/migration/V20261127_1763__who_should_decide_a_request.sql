alter table approval_request
  add column suggested_body uuid references body (id),
  add column suggested_body_reference text,
  add column why_nobody text[],
  add column suggested_because text,
  add column suggested_on date,
  add column considered_at timestamptz,
  add constraint approval_request_suggests_a_body_or_says_why
    check (suggested_on is null or suggested_body is not null or cardinality(why_nobody) > 0);
create index approval_request_by_suggested_body on approval_request (suggested_body)
  where state = 'OPEN';
comment on column approval_request.suggested_body is
  'The lowest body that may decide it alone, on suggested_on.';
comment on column approval_request.why_nobody is
  'The codes of authority that stand against every body, when none may.';
comment on column approval_request.considered_at is
  'When it was last looked at whether a meeting could take it.';
