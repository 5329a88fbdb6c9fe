create table recommendation_step (
  recommendation_id uuid not null references recommendation (id),
  ordinal           int  not null,
  outcome           text not null,
  answered_on       date not null,
  decision_id       uuid references decision (id),
  note              text,
  constraint recommendation_takes_its_steps_in_order primary key (recommendation_id, ordinal),
  constraint recommendation_takes_each_step_once unique (recommendation_id, outcome),
  constraint recommendation_step_outcome_is_known
    check (outcome in ('ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED', 'IMPLEMENTED', 'SUPERSEDED'))
);
comment on table recommendation_step is
  'What a recommendation was on a day is its last step by then; one without a step is unanswered.';

-- Those answered so far: the log told every answer. Of a note only the last was kept.
insert into recommendation_step (recommendation_id, ordinal, outcome, answered_on, decision_id, note)
select r.id,
       row_number() over (partition by r.id order by e.subject_version),
       e.data ->> 'outcome',
       e.effective_on,
       cast(e.data ->> 'decisionId' as uuid),
       case when e.data ->> 'outcome' = r.outcome then r.note end
from recommendation r
join event_log e on e.subject_type = 'recommendation' and e.subject_id = cast(r.id as text)
where e.type = 'governance.recommendation-changed.v1' and e.data ->> 'outcome' is not null;
