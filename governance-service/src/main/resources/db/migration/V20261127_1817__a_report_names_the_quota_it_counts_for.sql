alter table paper
  add column scrutiny_quota text references scrutiny_quota (reference),
  add constraint paper_that_counts_for_a_quota_is_a_scrutiny_report
    check (scrutiny_quota is null or kind = 'SCRUTINY_REPORT');
comment on column paper.scrutiny_quota is
  'The quota it counts for; null for the only one of the body in the period.';
