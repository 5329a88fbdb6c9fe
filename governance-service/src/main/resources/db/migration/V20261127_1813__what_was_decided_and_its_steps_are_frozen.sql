-- With evidence, outcome and codes, what was decided is frozen as well: type, function, value, basis,
-- owners, subject and place. A matter that is tabled again is the matter that was tabled before.
create or replace function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'decision % is on record for good', old.reference
      using errcode = 'restrict_violation', constraint = 'decision_is_kept';
  end if;
  if (new.id, new.type, new.locality, new.function_code, new.value_pence, new.basis, new.owners,
      new.subject_type, new.subject_id)
     is distinct from
     (old.id, old.type, old.locality, old.function_code, old.value_pence, old.basis, old.owners,
      old.subject_type, old.subject_id)
     and (old.outcome is not null
          or exists (select from decision_outcome kept
                     where kept.decision_id = old.id and kept.outcome is not null)) then
    raise exception 'what decision % is about was frozen with its outcome', old.reference
      using errcode = 'restrict_violation', constraint = 'decision_matter_is_frozen';
  end if;
  if old.evidence is null
     or (new.evidence, new.outcome, new.validity_codes, new.taken_as, new.decided_on)
        is not distinct from
        (old.evidence, old.outcome, old.validity_codes, old.taken_as, old.decided_on) then
    return new;
  end if;
  if new.tabling = old.tabling + 1 and new.evidence is null and new.outcome is null
     and exists (select from decision_outcome kept
                 where kept.decision_id = old.id and kept.tabling = old.tabling
                   and kept.evidence = old.evidence and kept.outcome = old.outcome) then
    return new;
  end if;
  raise exception 'what decision % rests on was frozen with its outcome', old.reference
    using errcode = 'restrict_violation', constraint = 'decision_evidence_is_frozen';
end $$;

create function decision_may_become(before text, after text) returns boolean
  language sql immutable as $$
  select after = any (case before
    when 'PROPOSED'  then array['TABLED']
    when 'TABLED'    then array['CARRIED', 'LOST', 'DEFERRED', 'REFERRED', 'WITHDRAWN', 'IN_EFFECT',
                                'INVALID']
    when 'DEFERRED'  then array['TABLED']
    when 'CARRIED'   then array['IN_EFFECT', 'CALLED_IN', 'INVALID']
    when 'CALLED_IN' then array['IN_EFFECT', 'PROPOSED']
    when 'INVALID'   then array['RATIFIED']
    when 'IN_EFFECT' then array['SUPERSEDED', 'RESCINDED']
    else array[]::text[] end)
$$;
comment on function decision_may_become is
  'The life of a decision as it is written: what is carried and settled at once is never written as only carried.';

create function refuse_unlawful_step() returns trigger language plpgsql as $$
begin
  raise exception 'decision % is %, which never becomes %', old.reference, old.state, new.state
    using errcode = 'restrict_violation', constraint = 'decision_takes_lawful_steps';
end $$;
create trigger decision_takes_lawful_steps before update on decision
  for each row
  when (old.state <> new.state and not decision_may_become(old.state, new.state))
  execute function refuse_unlawful_step();
