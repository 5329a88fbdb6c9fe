create table read_model.body_day (
  body_id      uuid   not null,
  effective_on date   not null,
  name         text   not null,
  state        text   not null,
  sunset_on    date,
  position     bigint not null,
  constraint body_is_told_of_a_day_once primary key (body_id, effective_on)
);
comment on table read_model.body_day is
  'A body from a day on: what it is called and what state it is in, until its next day.';
insert into read_model.body_day (body_id, effective_on, name, state, position)
select body_id, effective_on, name, state, 0 from read_model.body;

create table read_model.body_place (
  body_id  uuid not null,
  locality text not null,
  constraint body_serves_a_place_once primary key (body_id, locality)
);
create index body_place_by_locality on read_model.body_place (locality);
comment on table read_model.body_place is 'The further places a body serves beside its own.';

create table read_model.body_relation (
  body_id      uuid  not null,
  kind         text  not null,
  to_body      uuid  not null,
  effective_on date  not null,
  ends_on      date,
  provenance   jsonb not null,
  constraint body_relation_is_projected_once primary key (body_id, kind, to_body, effective_on)
);
comment on table read_model.body_relation is 'Who is accountable to whom, and who advises whom.';

create table read_model.seat_day (
  body_id      uuid    not null,
  seat         text    not null,
  effective_on date    not null,
  ends_on      date,
  post         text    not null,
  voting_right boolean not null,
  organisation text,
  state        text    not null,
  position     bigint  not null,
  provenance   jsonb   not null,
  constraint seat_is_told_of_a_day_once primary key (body_id, seat, effective_on)
);
comment on table read_model.seat_day is
  'A seat from a day on: filled, vacant or abolished, until its next day. Nobody''s name. After the last day of whoever fills it, it is vacant.';

create table read_model.paper (
  paper_id         uuid    not null,
  reference        text    not null,
  title            text    not null,
  meeting_id       uuid    not null,
  item             int     not null,
  open             boolean not null,
  background_until date,
  locality         text    not null,
  published_on     date    not null,
  provenance       jsonb   not null,
  constraint paper_is_projected_once primary key (paper_id)
);
create index paper_by_item on read_model.paper (meeting_id, item);

create table read_model.forward_plan_entry (
  entry_id    uuid    not null,
  reference   text    not null,
  title       text    not null,
  body_id     uuid    not null,
  body_name   text    not null,
  key         boolean not null,
  state       text    not null,
  expected_on date    not null,
  decision_id uuid,
  locality    text    not null,
  provenance  jsonb   not null,
  constraint forward_plan_entry_is_projected_once primary key (entry_id)
);
create index forward_plan_entry_by_locality on read_model.forward_plan_entry (locality, expected_on);

create table read_model.recommendation (
  recommendation_id uuid   not null,
  reference         text   not null,
  verb              text   not null,
  text              text   not null,
  body_id           uuid,
  outcome           text,
  decision_id       uuid,
  locality          text   not null,
  effective_on      date   not null,
  provenance        jsonb  not null,
  constraint recommendation_is_projected_once primary key (recommendation_id)
);
create index recommendation_by_locality on read_model.recommendation (locality, reference);

create table read_model.action (
  action_id    uuid  not null,
  reference    text  not null,
  title        text  not null,
  post         text,
  organisation text,
  due_on       date,
  state        text  not null,
  meeting_id   uuid,
  decision_id  uuid,
  locality     text  not null,
  effective_on date  not null,
  provenance   jsonb not null,
  constraint action_is_projected_once primary key (action_id)
);
create index action_by_locality on read_model.action (locality, due_on);
create index action_by_decision on read_model.action (decision_id);

create table read_model.dispute (
  dispute_id   uuid   not null,
  reference    text   not null,
  title        text   not null,
  parties      text[] not null,
  body_id      uuid,
  state        text   not null,
  locality     text   not null,
  effective_on date   not null,
  provenance   jsonb  not null,
  constraint dispute_is_projected_once primary key (dispute_id)
);
create index dispute_by_locality on read_model.dispute (locality, reference);

alter table read_model.decision add column changed_because text, add column changed_on date;
comment on column read_model.decision.changed_because is
  'Why it no longer stands as it was taken: called in, sent back, rescinded or superseded.';

create view read_model.seat_told as
select body_id, seat, effective_on as from_day, state, post, voting_right, organisation, provenance
from read_model.seat_day
union all
select d.body_id, d.seat, d.ends_on + 1, 'VACANT', d.post, d.voting_right, d.organisation,
       d.provenance
from read_model.seat_day d
where d.ends_on is not null and d.state = 'FILLED'
  and not exists (select from read_model.seat_day later
                  where later.body_id = d.body_id and later.seat = d.seat
                    and later.effective_on > d.effective_on
                    and later.effective_on <= d.ends_on + 1);
comment on view read_model.seat_told is
  'A seat from a day on, with the vacancy that begins after the last day of whoever fills it.';
