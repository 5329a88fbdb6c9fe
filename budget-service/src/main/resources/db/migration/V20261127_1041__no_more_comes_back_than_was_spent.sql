alter table budget_line add constraint budget_line_takes_back_no_more_than_was_spent
  check (spent_pence >= least(current_pence, 0)) not valid;
comment on constraint budget_line_takes_back_no_more_than_was_spent on budget_line is
  'Holds for what is written from now on: refunds posted before it may have gone further.';
