create table line_basis (
  line_id            uuid   not null constraint line_basis_of_line references budget_line,
  starts_on          date   not null,
  basis              text   not null,
  agreement_version  int,
  decision_id        uuid,
  provenance         jsonb  not null,
  constraint line_basis_pk primary key (line_id, starts_on),
  constraint line_basis_starts_a_period check (extract(day from starts_on) = 1),
  constraint line_basis_is_known check (basis in ('POOLED', 'ALIGNED', 'SHADOW', 'IN_VIEW')),
  constraint line_basis_is_allowed_by_something
    check (num_nonnulls(agreement_version, decision_id) >= 1),
  constraint line_basis_pools_under_an_agreement
    check (basis <> 'POOLED' or agreement_version is not null)
);
comment on table line_basis is
  'On which basis a line stands from a period of its year on, where that is not the basis it was planned on';
create trigger line_basis_is_append_only before update or delete or truncate on line_basis
  for each statement execute function refuse_change();
revoke update, delete, truncate on line_basis from ${app};

create index if not exists posting_by_line on posting (line_id) where line_id is not null;
