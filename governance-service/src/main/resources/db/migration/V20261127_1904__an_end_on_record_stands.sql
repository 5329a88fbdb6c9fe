-- An agreement's end, with who gave notice and why, is written once.
create function refuse_another_end_of_agreement_version() returns trigger language plpgsql as $$
begin
  if old.terminates_on is null
     or (new.terminates_on, new.termination_reason, new.notice_by, new.notice_given_on)
        is not distinct from
        (old.terminates_on, old.termination_reason, old.notice_by, old.notice_given_on) then
    return new;
  end if;
  raise exception 'version % of an agreement ends on % already', old.number, old.terminates_on
    using errcode = 'restrict_violation', constraint = 'agreement_version_ends_once';
end $$;

create trigger agreement_version_ends_once before update on agreement_version
  for each row execute function refuse_another_end_of_agreement_version();
