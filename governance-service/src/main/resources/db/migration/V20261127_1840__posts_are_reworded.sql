create table post_wording (
  post_id       uuid        not null references post (id),
  ordinal       int         not null,
  title         text        not null,
  kind          text        not null,
  superseded_at timestamptz not null,
  provenance    jsonb       not null,
  constraint post_wording_is_counted primary key (post_id, ordinal),
  constraint post_wording_kind_is_known
    check (kind in ('STATUTORY', 'EXECUTIVE', 'CLINICAL', 'OTHER'))
);
comment on table post_wording is
  'What a post was called and counted as before that was put right, in order: what was known of it at a moment can be told again.';
comment on column post_wording.provenance is 'Who says what it is called since.';
