alter table approval_request alter column provider drop not null;
comment on column approval_request.provider is
  'Whom it pays; null where budget only moves from line to line';
