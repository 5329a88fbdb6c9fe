alter table agreement add column governance_reference text;
comment on column agreement.governance_reference is
  'How governance names the agreement, where that is another reference than the money side''s own';

create table agreement_terms (
  id                    uuid         not null constraint agreement_terms_are_named_once unique,
  agreement_id          uuid         not null constraint agreement_terms_of_agreement references agreement,
  number                int          not null,
  agreement_version     int          not null,
  starts_on             date         not null,
  legal_powers          text[]       not null,
  host                  text         not null,
  manager_post          text,
  manager_employer      text,
  manager_decision_id   uuid,
  basis                 text         not null,
  virement_scheme       jsonb,
  carry_forward_scheme  jsonb,
  provenance            jsonb        not null,
  recorded_at           timestamptz  not null,
  constraint agreement_terms_pk primary key (agreement_id, number),
  constraint agreement_terms_start_once_a_day unique (agreement_id, starts_on),
  constraint agreement_terms_cite_a_version check (agreement_version >= 1),
  constraint agreement_terms_name_a_legal_power check (cardinality(legal_powers) > 0),
  constraint agreement_terms_manager_has_post_and_employer
    check ((manager_post is null) = (manager_employer is null)),
  constraint agreement_terms_decision_appoints_a_manager
    check (manager_decision_id is null or manager_post is not null),
  constraint agreement_terms_basis_is_known check (basis in ('POOLED', 'ALIGNED', 'SHADOW', 'IN_VIEW'))
);
comment on table agreement_terms is
  'The money terms of an agreement, all of them, from a day on under one of its versions; what held before is kept';
comment on column agreement_terms.agreement_version is 'The version of the agreement, as governance counts it';

-- The first event of an agreement recorded its first basis, each later one another.
insert into agreement_terms (id, agreement_id, number, agreement_version, starts_on, legal_powers,
  host, manager_post, manager_employer, basis, provenance, recorded_at)
select gen_random_uuid(), a.id, b.version, b.version, b.starts_on, a.legal_powers,
  a.host, a.manager_post, a.manager_employer, b.basis, b.provenance,
  coalesce((select e.recorded_at from event_log e
            where e.subject_type = 'agreement' and e.subject_id = a.id::text
              and e.subject_version = b.version), now())
from agreement a join agreement_basis b on b.agreement_id = a.id
order by a.id, b.version;

drop table agreement_basis;
alter table agreement
  drop column legal_powers, drop column host, drop column manager_post, drop column manager_employer;

-- What was recorded before may not be as it should; its money does not move until it is.
alter table agreement_terms add constraint agreement_terms_pool_under_section_75_with_a_manager
  check (basis <> 'POOLED' or ('S75' = any (legal_powers) and manager_post is not null)) not valid;

create function check_agreement_terms() returns trigger language plpgsql as $$
declare
  former agreement_terms;
begin
  select * into former from agreement_terms
    where agreement_id = new.agreement_id order by number desc limit 1;
  if new.number <> coalesce(former.number, 0) + 1 or new.starts_on <= former.starts_on then
    raise exception 'terms % of agreement % from % do not follow terms % from %',
      new.number, new.agreement_id, new.starts_on, former.number, former.starts_on
      using errcode = 'check_violation', constraint = 'agreement_terms_follow_each_other';
  end if;
  if new.basis is distinct from former.basis and extract(day from new.starts_on) <> 1 then
    raise exception 'the basis of agreement % cannot change within a period, on %',
      new.agreement_id, new.starts_on
      using errcode = 'check_violation', constraint = 'agreement_terms_change_the_basis_with_a_period';
  end if;
  return new;
end $$;
create trigger agreement_terms_follow_each_other before insert on agreement_terms
  for each row execute function check_agreement_terms();

create trigger agreement_terms_are_append_only before update or delete or truncate on agreement_terms
  for each statement execute function refuse_change();
revoke update, delete, truncate on agreement_terms from ${app};
