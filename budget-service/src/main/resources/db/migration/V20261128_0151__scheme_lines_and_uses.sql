alter table budget_line
  add column scheme_type    text,
  add column description    text,
  add column status         text,
  add column planned_units  numeric(16, 4),
  add column unit           text,
  add column use_of_fund    text,
  add constraint budget_line_status_is_known check (status in ('NEW', 'EXISTING')),
  add constraint budget_line_units_are_not_negative check (planned_units >= 0),
  add constraint budget_line_units_are_of_something check ((planned_units is null) = (unit is null));
comment on column budget_line.use_of_fund is 'Which of the uses that its fund names the line serves';

alter table fund
  add column uses        text[]   not null default '{}',
  add column recyclable  boolean  not null default false;
update fund set recyclable = true where kind = 'LOCAL_DEVELOPMENT_FUND';
comment on column fund.uses is 'What its money may be used for; where it is said, each line names one';
comment on column fund.recyclable is 'Whether savings come back into the fund';
