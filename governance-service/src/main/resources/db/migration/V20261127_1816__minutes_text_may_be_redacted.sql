alter table minutes drop constraint minutes_are_a_text_or_a_link;
alter table minutes add constraint minutes_are_not_a_text_and_a_link
  check (text is null or link is null);
comment on column minutes.text is
  'Null behind a link, and once it was redacted: sha256 still shows what it was.';

drop trigger minutes_are_insert_only on minutes;
create trigger minutes_are_kept before delete or truncate on minutes
  for each statement execute function refuse_change();

create function refuse_all_but_redaction() returns trigger language plpgsql as $$
begin
  if new.text is not null
     or (new.meeting_id, new.version, new.link, new.sha256, new.provenance, new.recorded_at)
        is distinct from
        (old.meeting_id, old.version, old.link, old.sha256, old.provenance, old.recorded_at) then
    raise exception 'of minutes only the text may be taken out: update is refused'
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_all_but_redaction is
  'A text that names somebody it should not can be taken out; nothing else of minutes changes.';
create trigger minutes_are_only_redacted before update on minutes
  for each row execute function refuse_all_but_redaction();
