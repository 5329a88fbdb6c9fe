alter table decision_vote add column tabling int;
update decision_vote v set tabling = d.tabling from decision d where d.id = v.decision_id;
alter table decision_vote
  alter column tabling set not null,
  drop constraint decision_vote_is_one_per_seat,
  add constraint decision_vote_is_one_per_seat primary key (decision_id, tabling, seat);
comment on column decision_vote.tabling is
  'Which time it was before a body: a matter tabled again is voted on afresh.';

-- Evidence, outcome and codes are written once each time a decision is tabled. Only its next tabling
-- clears them, and only once decision_outcome, which takes no change, holds them.
create function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'decision % is on record for good', old.reference
      using errcode = 'restrict_violation', constraint = 'decision_is_kept';
  end if;
  if old.evidence is null
     or (new.evidence, new.outcome, new.validity_codes, new.taken_as)
        is not distinct from (old.evidence, old.outcome, old.validity_codes, old.taken_as) then
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

create trigger decision_evidence_is_frozen
  before update or delete on decision
  for each row execute function refuse_change_of_evidence();
create trigger decision_is_kept
  before truncate on decision
  for each statement execute function refuse_change();

create function refuse_change_of_votes() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'the vote of % is on record for good', old.seat
      using errcode = 'restrict_violation', constraint = 'decision_vote_is_kept';
  end if;
  if (tg_op = 'UPDATE' and (new.decision_id, new.tabling, new.seat)
                           is distinct from (old.decision_id, old.tabling, old.seat))
     or exists (select from decision_outcome
                where decision_id = new.decision_id and tabling = new.tabling) then
    raise exception 'the votes were counted, and the outcome recorded'
      using errcode = 'restrict_violation', constraint = 'decision_vote_was_counted';
  end if;
  return new;
end $$;

create trigger decision_vote_is_kept
  before insert or update or delete on decision_vote
  for each row execute function refuse_change_of_votes();
create trigger decision_votes_are_kept
  before truncate on decision_vote
  for each statement execute function refuse_change();
