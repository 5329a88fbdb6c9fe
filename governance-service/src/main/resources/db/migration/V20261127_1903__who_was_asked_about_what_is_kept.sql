-- Once a consultation has commenced, people were asked: whom, and about what, stays as it was.
create function refuse_change_of_consultation() returns trigger language plpgsql as $$
begin
  if old.stage = 'PLANNED'
     or (new.locality, new.audience, new.about_type, new.about_reference)
        is not distinct from
        (old.locality, old.audience, old.about_type, old.about_reference) then
    return new;
  end if;
  raise exception 'consultation % has commenced', old.reference
    using errcode = 'restrict_violation', constraint = 'consultation_asks_what_it_asked';
end $$;

create trigger consultation_asks_what_it_asked before update on consultation
  for each row execute function refuse_change_of_consultation();
