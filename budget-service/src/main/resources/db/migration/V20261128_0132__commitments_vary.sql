create table commitment_variation (
  id             uuid    not null constraint commitment_variation_pk primary key,
  commitment_id  uuid    not null constraint commitment_variation_of_commitment references commitment,
  number         int     not null,
  from_pence     bigint  not null,
  amount_pence   bigint  not null,
  owners         jsonb   not null,
  reason         text    not null,
  state          text    not null,
  request_id     uuid    constraint commitment_variation_request_is_unique unique,
  content_hash   text    not null,
  requested_by   text    not null,
  due_on         date,
  decision_id    uuid,
  delegation_id  uuid,
  effective_on   date    not null,
  ended_because  text,
  constraint commitment_variation_is_numbered unique (commitment_id, number),
  constraint commitment_variation_number_is_positive check (number >= 1),
  constraint commitment_variation_is_of_something check (from_pence > 0 and amount_pence > 0),
  constraint commitment_variation_varies_something check (from_pence <> amount_pence),
  constraint commitment_variation_state_is_known check
    (state in ('PENDING_APPROVAL', 'MADE', 'REJECTED', 'LAPSED', 'WITHDRAWN')),
  constraint commitment_variation_waits_only_for_more check
    (state = 'MADE' or (amount_pence > from_pence and request_id is not null and due_on is not null)),
  constraint commitment_variation_is_made_only_under_authority check
    ((state = 'MADE') = (num_nonnulls(decision_id, delegation_id) = 1)),
  constraint commitment_variation_says_why_it_ended check
    ((state in ('REJECTED', 'LAPSED', 'WITHDRAWN')) = (ended_because is not null))
);
comment on table commitment_variation is
  'Every other amount asked for a commitment, and what became of it';
comment on column commitment_variation.amount_pence is 'What is promised in all, or would be';
create unique index commitment_variation_waits_alone on commitment_variation (commitment_id)
  where state = 'PENDING_APPROVAL';
create index commitment_variation_due on commitment_variation (due_on)
  where state = 'PENDING_APPROVAL';

create trigger commitment_variation_is_kept before update on commitment_variation
  for each row when (old.state <> 'PENDING_APPROVAL') execute function refuse_change();
create trigger commitment_variation_stays before delete or truncate on commitment_variation
  for each statement execute function refuse_change();
revoke delete, truncate on commitment_variation from ${app};
