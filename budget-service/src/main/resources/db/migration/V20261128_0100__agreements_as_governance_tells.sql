create table agreement_version_told (
  id             bigint       generated always as identity constraint agreement_version_told_pk primary key,
  agreement_id   uuid         not null,
  reference      text         not null,
  title          text         not null,
  kind           text         not null,
  version        int          not null,
  state          text         not null,
  begins_on      date,
  ends_on        date,
  retrospective  boolean      not null,
  locality       text         not null,
  effective_on   date         not null,
  provenance     jsonb        not null,
  heard_at       timestamptz  not null,
  constraint agreement_version_told_counts_from_one check (version >= 1)
);
comment on table agreement_version_told is
  'All that governance told of the versions of agreements, in the order in which it came: nothing told later changes what an earlier day was';
comment on column agreement_version_told.agreement_id is 'governance''s id; the money side has one of its own';
create index agreement_version_told_by_reference on agreement_version_told (locality, reference, id);
create trigger agreement_version_told_is_append_only before update or delete or truncate
  on agreement_version_told for each statement execute function refuse_change();
revoke update, delete, truncate on agreement_version_told from ${app};
