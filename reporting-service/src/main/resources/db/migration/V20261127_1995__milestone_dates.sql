alter table read_model.milestone_day
  add column early_on date,
  add column critical boolean;
comment on column read_model.milestone_day.early_on is
  'The first day on which it can be reached, by its forecast and what it waits for; null when untold.';
