-- A working draft may be approved for use more than once, and be reviewed in more than one round:
-- each stays on record.
create table agreement_working_approval (
  version_id  uuid  not null references agreement_version (id),
  ordinal     int   not null,
  approved_on date  not null,
  approved_by text  not null,
  provenance  jsonb not null,
  constraint agreement_working_approval_is_counted primary key (version_id, ordinal),
  constraint agreement_working_approval_is_somebodys check (approved_by <> '')
);
comment on table agreement_working_approval is
  'That a working draft is approved for use before it is final.';

insert into agreement_working_approval (version_id, ordinal, approved_on, approved_by, provenance)
select id, 1, working_approval_on, working_approval_by, provenance
from agreement_version where working_approval_on is not null;

alter table agreement_step add column review_by date;
comment on column agreement_step.review_by is
  'The last day the parties have for the round of reviews that begins with the step.';
alter table agreement_step disable trigger agreement_step_is_kept;
update agreement_step s set review_by = v.review_by
from agreement_version v
where v.id = s.version_id and s.state = 'IN_REVIEW' and v.review_by >= s.effective_on
  and s.step = (select max(l.step) from agreement_step l
                where l.version_id = s.version_id and l.state = 'IN_REVIEW');
alter table agreement_step enable trigger agreement_step_is_kept;
alter table agreement_step
  add constraint agreement_review_ends_after_it_begins
    check (review_by is null or state = 'IN_REVIEW' and review_by >= effective_on);

alter table agreement_version
  drop column working_approval_on, drop column working_approval_by, drop column review_by;

create trigger agreement_working_approval_is_kept before update or delete
  on agreement_working_approval for each row execute function refuse_change();
