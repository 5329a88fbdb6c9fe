create table clear_days_rule (
  notice_of           text    not null,
  effective_on        date    not null,
  weekends_count      boolean not null,
  bank_holidays_count boolean not null,
  source              text    not null,
  constraint clear_days_rule_is_one_per_day primary key (notice_of, effective_on),
  constraint clear_days_rule_is_of_a_known_notice check (notice_of in ('MEETING', 'KEY_DECISION'))
);
comment on table clear_days_rule is
  'Which days between notice and what it is of count as clear days. Evidence keeps what was applied, so a row added later changes no verdict.';

insert into clear_days_rule (notice_of, effective_on, weekends_count, bank_holidays_count, source)
values
  ('MEETING', '1972-10-26', false, false,
   'Default: Local Government Act 1972, section 100A asks for five clear days and does not say of which kind; councils count working days'),
  ('KEY_DECISION', '2012-09-10', true, true,
   'Default: SI 2012/2089, regulation 9 asks for 28 clear days and does not say of which kind; executives count days of the calendar');
