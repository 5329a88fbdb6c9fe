-- One row per command that was given an Idempotency-Key, written in the command's own transaction.
create table idempotency_key (
  caller         text        not null,
  key            text        not null,
  request_digest bytea       not null,
  status         int,
  headers        text        not null default '{}',
  body           text,
  created_at     timestamptz not null default now(),
  constraint idempotency_key_is_used_once_per_caller primary key (caller, key)
);
comment on table idempotency_key is
  'Answers already given, so that a repeated request changes nothing. Bound to the caller.';
