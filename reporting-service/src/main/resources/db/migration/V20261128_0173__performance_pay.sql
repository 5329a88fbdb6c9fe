create table read_model.performance_pay_rule (
  rule_id        uuid  not null,
  reference      text  not null,
  name           text  not null,
  basis_points   int   not null,
  starts_on      date  not null,
  ends_on        date,
  locality       text  not null,
  provenance     jsonb not null,
  end_provenance jsonb,
  constraint performance_pay_rule_is_told_once primary key (rule_id),
  constraint performance_pay_rule_ends_after_it_starts check (ends_on >= starts_on)
);
create index performance_pay_rule_by_locality on read_model.performance_pay_rule (locality);
comment on table read_model.performance_pay_rule is
  'Which part of a fund is held back until performance earns it, from a first to a last day. Taken '
  'away, a rule stays for the days on which it held.';
comment on column read_model.performance_pay_rule.end_provenance is
  'Who says that it was taken away; null while it was not, or where it had its last day from the start.';
