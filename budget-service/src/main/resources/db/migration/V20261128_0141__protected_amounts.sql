create table protected_amount (
  id         uuid    not null constraint protected_amount_pk primary key,
  reference  text    not null constraint protected_amount_reference_is_unique unique,
  fund_id    uuid    not null constraint protected_amount_of_fund references fund,
  locality   text    not null,
  name       text    not null,
  version    bigint  not null
);
comment on table protected_amount is
  'What must stay for a purpose in a fund, as the minimum contribution of the NHS or the protection of social care';
create index protected_amount_by_fund on protected_amount (fund_id, id);

create table protected_amount_terms (
  protected_amount_id  uuid    not null constraint protected_amount_terms_of_amount references protected_amount,
  ordinal              int     not null,
  version              int     not null,
  amount_pence         bigint  not null,
  action               text    not null,
  lines                uuid[]  not null,
  starts_on            date    not null,
  ends_on              date,
  provenance           jsonb   not null,
  constraint protected_amount_terms_pk primary key (protected_amount_id, version),
  constraint protected_amount_terms_are_counted check (version = ordinal + 1),
  constraint protected_amount_terms_action_is_known check (action in ('BLOCK', 'WARN')),
  constraint protected_amount_terms_are_of_something check (amount_pence > 0),
  constraint protected_amount_terms_name_lines check (cardinality(lines) > 0),
  constraint protected_amount_terms_end_no_earlier_than_they_start check (ends_on >= starts_on)
);
comment on table protected_amount_terms is
  'How much must stay on which lines, from which day; the latest to start holds, of one day the highest version';
create trigger protected_amount_terms_are_append_only
  before update or delete or truncate on protected_amount_terms
  for each statement execute function refuse_change();
revoke delete, truncate on protected_amount from ${app};
revoke update, delete, truncate on protected_amount_terms from ${app};
