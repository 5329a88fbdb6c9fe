-- One word for what has no date, of milestones as of actions.
alter table milestone_step disable trigger milestone_step_is_insert_only;
alter table milestone_step drop constraint milestone_precision_is_known;
update milestone_step set precision = 'UNDATED' where precision = 'UNSET';
alter table milestone_step add constraint milestone_precision_is_known
  check (precision in ('DAY', 'MONTH', 'QUARTER', 'ONGOING', 'UNDATED'));
alter table milestone_step enable trigger milestone_step_is_insert_only;
