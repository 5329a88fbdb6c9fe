create table plan_approval (
  decision_id   uuid  not null constraint plan_approval_pk primary key,
  fund_id       uuid  not null constraint plan_approval_of_fund references fund,
  plan_version  int   not null,
  constraint plan_approval_is_of_a_version check (plan_version >= 1)
);
comment on table plan_approval is
  'Which decision approved which version of a fund''s plan: each approves one, once';
create index plan_approval_by_fund on plan_approval (fund_id);
revoke update, delete on plan_approval from ${app};

insert into plan_approval (decision_id, fund_id, plan_version)
select approved_decision_id, id, approved_plan_version from fund
where approved_decision_id is not null;

create index journal_entry_by_decision on journal_entry (authority_id)
  where authority_kind = 'DECISION';
