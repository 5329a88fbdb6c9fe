-- An end that all parties decided is known from the day on which the last of them had; one by
-- notice from the day that was given.
alter table agreement_version add column decided_on date;
comment on column agreement_version.decided_on is
  'The first day on which the decisions of all FULL parties to end it were in effect.';

update agreement_version v set decided_on = coalesce(
  (select max(decided.since)
   from (select min(d.effective_on) as since
         from agreement_party p
         join agreement a on a.id = v.agreement_id
         join decision d on d.subject_type = 'agreement-termination'
           and d.subject_id = a.reference || '/' || v.number
           and d.owners @> jsonb_build_array(jsonb_build_object('organisation', p.organisation))
         where p.version_id = v.id and p.capacity = 'FULL'
           and d.state in ('IN_EFFECT', 'RATIFIED', 'SUPERSEDED', 'RESCINDED')
           and d.effective_on <= v.terminates_on
           and (d.ended_on is null or d.ended_on > v.terminates_on)
         group by p.organisation) decided),
  v.terminates_on)
where v.terminates_on is not null and v.notice_given_on is null;

alter table agreement_version
  add constraint agreement_version_ends_by_notice_or_as_decided
    check (num_nonnulls(notice_given_on, decided_on)
           = case when terminates_on is null then 0 else 1 end),
  add constraint agreement_version_ends_once_decided check (decided_on <= terminates_on);

create or replace function refuse_another_end_of_agreement_version()
returns trigger language plpgsql as $$
begin
  if old.terminates_on is null
     or (new.terminates_on, new.termination_reason, new.notice_by, new.notice_given_on,
         new.decided_on)
        is not distinct from
        (old.terminates_on, old.termination_reason, old.notice_by, old.notice_given_on,
         old.decided_on) then
    return new;
  end if;
  raise exception 'version % of an agreement ends on % already', old.number, old.terminates_on
    using errcode = 'restrict_violation', constraint = 'agreement_version_ends_once';
end $$;
