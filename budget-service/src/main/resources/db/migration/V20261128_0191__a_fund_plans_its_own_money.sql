-- Lines that are displayed beside the fund all year are no money of it.
update fund f set planned_pence = coalesce((
    select sum(l.planned_pence) from budget_line l
    where l.fund_id = f.id and not l.withdrawn
      and (l.basis <> 'IN_VIEW'
        or exists (select from line_basis b where b.line_id = l.id and b.basis <> 'IN_VIEW'))), 0)
where exists (select from budget_line l
              where l.fund_id = f.id and not l.withdrawn and l.basis = 'IN_VIEW');

-- An approved plan of the same lines was approved for the same money.
update fund set approved_pence = planned_pence
where approved_plan_version = plan_version and approved_pence <> planned_pence;

comment on column fund.planned_pence is
  'What the lines plan that stand in the agreement; those that are only in view are not the fund''s';
