create table performance_pay_rule (
  id              uuid    not null constraint performance_pay_rule_pk primary key,
  reference       text    not null constraint performance_pay_rule_reference_is_unique unique,
  locality        text    not null,
  name            text    not null,
  basis_points    int     not null,
  starts_on       date    not null,
  ends_on         date,
  provenance      jsonb   not null,
  end_provenance  jsonb,
  version         bigint  not null,
  constraint performance_pay_rule_holds_back_up_to_a_quarter check (basis_points between 1 and 2500),
  constraint performance_pay_rule_ends_no_earlier_than_it_starts check (ends_on >= starts_on)
);
comment on table performance_pay_rule is
  'How much of a fund is paid by performance, from which day to which; ended, it is kept';
create index performance_pay_rule_by_locality on performance_pay_rule (locality, id);
revoke delete, truncate on performance_pay_rule from ${app};
