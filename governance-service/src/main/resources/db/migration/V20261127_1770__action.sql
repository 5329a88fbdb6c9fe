create table action (
  id                uuid        not null,
  reference         text        not null,
  title             text        not null,
  post              text,
  organisation      text        references organisation (code),
  body_id           uuid        not null references body (id),
  body_reference    text        not null,
  meeting_id        uuid        references meeting (id),
  meeting_reference text,
  item              int,
  decision_id       uuid        references decision (id),
  locality          text        not null,
  recorded_at       timestamptz not null default now(),
  version           bigint      not null,
  constraint action_has_one_id primary key (id),
  constraint action_reference_is_unique unique (reference),
  constraint action_is_somebodys check (post is not null or organisation is not null),
  constraint action_of_a_meeting_is_of_an_item
    check ((meeting_id is null) = (item is null)
           and (meeting_id is null) = (meeting_reference is null)),
  constraint action_is_of_an_item_there_is foreign key (meeting_id, item)
    references agenda_item (meeting_id, number)
);
create index action_by_locality on action (locality, reference);
create index action_by_body on action (body_id);
create index action_by_item on action (meeting_id, item);
create index action_by_decision on action (decision_id);
comment on table action is
  'What a post or an organisation is to do. It never names a person.';

create table action_step (
  action_id     uuid  not null references action (id),
  step          int   not null,
  state         text  not null,
  effective_on  date  not null,
  due_precision text  not null,
  due_on        date,
  review_on     date,
  note          text,
  evidence      text,
  superseded_by uuid  references action (id),
  provenance    jsonb not null,
  constraint action_takes_its_steps_in_order primary key (action_id, step),
  constraint action_state_is_known
    check (state in ('OPEN', 'IN_PROGRESS', 'COMPLETE', 'SUPERSEDED')),
  constraint action_precision_is_known
    check (due_precision in ('DAY', 'MONTH', 'ONGOING', 'UNDATED')),
  constraint action_has_a_last_day_when_it_is_dated
    check ((due_precision in ('DAY', 'MONTH')) = (due_on is not null)),
  constraint action_of_a_month_is_due_on_its_last_day
    check (due_precision <> 'MONTH' or extract(month from due_on + 1) <> extract(month from due_on)),
  constraint action_is_reviewed_when_it_is_ongoing
    check (review_on is null or due_precision = 'ONGOING'),
  constraint action_is_superseded_by_another
    check ((state = 'SUPERSEDED') = (superseded_by is not null) and superseded_by <> action_id),
  constraint action_is_completed_with_a_note check (state <> 'COMPLETE' or note is not null)
);
create index action_step_by_successor on action_step (superseded_by);
comment on table action_step is
  'What an action was on a day is its last step effective by then: its state, and its last day.';
comment on column action_step.review_on is
  'When what is ongoing is reviewed next; null is flagged, for what the source leaves out.';
