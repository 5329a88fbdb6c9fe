alter table budget_line add constraint budget_line_takes_back_no_more_than_was_spent
  check (spent_pence >= least(current_pence, 0));
