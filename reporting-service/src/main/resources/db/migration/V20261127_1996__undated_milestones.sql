-- One word for what has no date, of milestones as of actions.
update read_model.milestone_day set precision = 'UNDATED' where precision = 'UNSET';
