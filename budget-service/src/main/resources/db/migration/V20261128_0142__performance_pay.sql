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

-- A rule is taken away once; what it was never changes, for its owner too.
create function keep_performance_pay_rule() returns trigger language plpgsql as $$
begin
  if old.ends_on is not null
     or (new.id, new.reference, new.locality, new.name, new.basis_points, new.starts_on, new.provenance)
        is distinct from
        (old.id, old.reference, old.locality, old.name, old.basis_points, old.starts_on, old.provenance) then
    raise exception 'performance pay rule % keeps what it was: % is refused', old.reference, lower(tg_op)
      using errcode = 'restrict_violation', constraint = 'performance_pay_rule_keeps_what_it_was';
  end if;
  return new;
end $$;

create trigger performance_pay_rule_keeps_what_it_was before update on performance_pay_rule
  for each row execute function keep_performance_pay_rule();
create trigger performance_pay_rule_is_never_deleted before delete or truncate on performance_pay_rule
  for each statement execute function refuse_change();
revoke delete, truncate on performance_pay_rule from ${app};
