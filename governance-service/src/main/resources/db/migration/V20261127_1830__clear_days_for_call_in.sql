alter table clear_days_rule
  drop constraint clear_days_rule_is_of_a_known_notice,
  add constraint clear_days_rule_is_of_a_known_notice
    check (notice_of in ('MEETING', 'KEY_DECISION', 'CALL_IN'));

insert into clear_days_rule (notice_of, effective_on, weekends_count, bank_holidays_count, source)
values
  ('CALL_IN', '2012-05-04', false, false,
   'Default: Local Government Act 2000, section 9F lets scrutiny call a decision in and leaves its days to the council''s constitution; councils count working days');
