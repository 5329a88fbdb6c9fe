-- A version's text, dates and parties are what was signed: another is another version. Signatures,
-- reviews and steps add up.
create function refuse_change_of_agreement_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and (new.agreement_id, new.number, new.label, new.summary, new.effective_on, new.expires_on,
          new.review_on, new.review_every_months)
         is not distinct from (old.agreement_id, old.number, old.label, old.summary,
          old.effective_on, old.expires_on, old.review_on, old.review_every_months) then
    return new;
  end if;
  raise exception 'version % of an agreement is on record for good', old.number
    using errcode = 'restrict_violation', constraint = 'agreement_version_is_kept';
end $$;

create trigger agreement_version_is_kept before update or delete on agreement_version
  for each row execute function refuse_change_of_agreement_version();
create trigger agreement_party_is_kept before update or delete on agreement_party
  for each row execute function refuse_change();
create trigger agreement_sign_off_is_kept before update or delete on agreement_sign_off
  for each row execute function refuse_change();
create trigger agreement_step_is_kept before update or delete on agreement_step
  for each row execute function refuse_change();
create trigger agreement_party_review_is_kept before update or delete on agreement_party_review
  for each row execute function refuse_change();
create trigger agreement_periodic_review_is_kept before update or delete on agreement_periodic_review
  for each row execute function refuse_change();
create trigger consultation_stage_is_kept before update or delete on consultation_stage
  for each row execute function refuse_change();
