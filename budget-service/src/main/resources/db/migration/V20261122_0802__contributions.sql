create table contribution_schedule (
  id            uuid    not null constraint contribution_schedule_pk primary key,
  fund_id       uuid    not null constraint contribution_schedule_of_fund references fund,
  locality      text    not null,
  partner       text    not null,
  source        text    not null,
  annual_pence  bigint  not null,
  profile       text    not null,
  provenance    jsonb   not null,
  version       bigint  not null,
  constraint contribution_schedule_is_one_per_partner_and_source unique (fund_id, partner, source),
  constraint contribution_schedule_profile_is_known
    check (profile in ('MONTHLY_12', 'QUARTERLY_4', 'CUSTOM')),
  constraint contribution_schedule_is_positive check (annual_pence > 0)
);
comment on table contribution_schedule is 'What a partner pays into a fund in a year, by source';

create table contribution_instalment (
  schedule_id   uuid    not null constraint contribution_instalment_of_schedule references contribution_schedule,
  number        int     not null,
  due_on        date    not null,
  amount_pence  bigint  not null,
  constraint contribution_instalment_pk primary key (schedule_id, number)
);
comment on table contribution_instalment is 'What is due on one day; the instalments sum to the year';
