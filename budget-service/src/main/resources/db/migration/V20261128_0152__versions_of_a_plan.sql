alter table fund
  add column plan_stage text,
  add constraint fund_plan_stage_is_known
    check (plan_stage in ('OUTLINE', 'REVISED', 'DRAFT', 'FINAL')),
  add constraint fund_has_a_stage_only_of_a_plan check (plan_stage is null or plan_version > 0);

create function plan_lines_sum(lines jsonb) returns bigint language sql immutable as $$
  select coalesce(sum((line ->> 'plannedPence')::bigint), 0)::bigint
  from jsonb_array_elements(lines) line
$$;

create table plan_version (
  id             uuid         not null constraint plan_version_pk primary key,
  fund_id        uuid         not null constraint plan_version_of_fund references fund,
  version        int          not null,
  stage          text,
  planned_pence  bigint       not null,
  lines          jsonb        not null,
  recorded_at    timestamptz  not null,
  recorded_by    text,
  constraint plan_version_is_counted_once unique (fund_id, version),
  constraint plan_version_is_counted_from_one check (version >= 1),
  constraint plan_version_stage_is_known check (stage in ('OUTLINE', 'REVISED', 'DRAFT', 'FINAL')),
  constraint plan_version_is_the_sum_of_its_lines check (planned_pence = plan_lines_sum(lines))
);
comment on table plan_version is 'Every version of a fund''s plan as it was planned, line by line';
comment on column plan_version.recorded_by is
  'The organisation that made it; null for the version that stood when versions began to be kept';

insert into plan_version (id, fund_id, version, planned_pence, lines, recorded_at)
select gen_random_uuid(), f.id, f.plan_version, coalesce(sum(l.planned_pence), 0)::bigint,
  coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'lineId', l.id, 'line', l.reference, 'scheme', l.scheme, 'areaOfSpend', l.area_of_spend,
    'commissioner', l.commissioner, 'providerType', l.provider_type,
    'fundingSource', l.funding_source, 'kind', l.kind, 'recurrent', l.recurrent,
    'ringFence', l.ring_fence, 'basis', l.basis, 'function', l.decision_function,
    'plannedPence', l.planned_pence, 'provenance', l.provenance)) order by l.number)
    filter (where l.id is not null), '[]'),
  clock_timestamp()
from fund f left join budget_line l on l.fund_id = f.id and not l.withdrawn
where f.plan_version > 0
group by f.id;

create trigger plan_version_is_append_only before update or delete or truncate on plan_version
  for each statement execute function refuse_change();
revoke update, delete, truncate on plan_version from ${app};
