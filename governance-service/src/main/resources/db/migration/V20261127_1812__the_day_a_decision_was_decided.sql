alter table decision add column decided_on date;
update decision set decided_on = (evidence ->> 'heldOn')::date where outcome is not null;
alter table decision
  add constraint decision_with_an_outcome_says_its_day
    check ((outcome is null) = (decided_on is null));
comment on column decision.decided_on is
  'The day of the meeting, or the day officers decided; what becomes of it later never moves it.';

drop index decision_by_day;
create index decision_by_decided_day on decision (decided_on, id) where outcome is not null;
