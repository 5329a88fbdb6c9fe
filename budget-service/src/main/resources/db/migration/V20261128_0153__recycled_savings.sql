create table recycled_saving (
  id            uuid         not null constraint recycled_saving_pk primary key,
  reference     text         not null constraint recycled_saving_reference_is_unique unique,
  fund_id       uuid         not null constraint recycled_saving_into_fund references fund,
  line_id       uuid         not null constraint recycled_saving_on_line references budget_line,
  locality      text         not null,
  amount_pence  bigint       not null,
  saved_by      text         not null,
  decision_id   uuid         not null,
  entry_id      uuid         not null constraint recycled_saving_is_posted_once unique,
  effective_on  date         not null,
  recorded_at   timestamptz  not null,
  recorded_by   text         not null,
  provenance    jsonb        not null,
  constraint recycled_saving_is_positive check (amount_pence > 0),
  constraint recycled_saving_is_posted foreign key (entry_id) references journal_entry
    deferrable initially deferred
);
comment on table recycled_saving is
  'Savings that came back into a fund and raised what a line has beside its plan, each under a decision';
create index recycled_saving_by_fund on recycled_saving (fund_id, id);
create trigger recycled_saving_is_append_only before update or delete or truncate on recycled_saving
  for each statement execute function refuse_change();
revoke update, delete, truncate on recycled_saving from ${app};
