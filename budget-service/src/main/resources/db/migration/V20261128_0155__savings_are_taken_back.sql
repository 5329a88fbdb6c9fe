create table saving_taken_back (
  saving_id    uuid         not null constraint saving_is_taken_back_once primary key
    constraint saving_taken_back_came_back_before references recycled_saving,
  entry_id     uuid         not null constraint saving_taken_back_has_an_entry_of_its_own unique,
  reason       text         not null,
  recorded_at  timestamptz  not null,
  recorded_by  text         not null,
  constraint saving_taken_back_is_posted foreign key (entry_id) references journal_entry
    deferrable initially deferred
);
comment on table saving_taken_back is
  'Recycled savings that were none, or of another amount: each taken back once, by an entry that reverses its own';
create trigger saving_taken_back_is_append_only before update or delete or truncate
  on saving_taken_back for each statement execute function refuse_change();
revoke update, delete, truncate on saving_taken_back from ${app};
