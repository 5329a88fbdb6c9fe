alter table read_model.register_entry_day add column escalated_to uuid;
comment on column read_model.register_entry_day.escalated_to is
  'The body above that is to accept it; null when it is handed to none.';
