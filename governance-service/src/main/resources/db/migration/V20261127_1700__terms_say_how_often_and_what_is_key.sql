alter table terms_of_reference
  add frequency               jsonb,
  add call_in_clear_days      int,
  add key_decision_from_pence bigint,
  add review_on               date,
  add chair                   text,
  add deputies                text[]      not null default '{}',
  add recorded_at             timestamptz not null default now(),
  add constraint terms_say_how_often_in_weeks_or_months
    check ((frequency ->> 'every')::int >= 1 and frequency ->> 'unit' in ('WEEKS', 'MONTHS')),
  add constraint terms_give_no_negative_time_to_call_in check (call_in_clear_days >= 0),
  add constraint terms_make_no_negative_value_key check (key_decision_from_pence >= 0);
comment on column terms_of_reference.key_decision_from_pence is
  'A decision of this whole-life value or more is key; null when value makes none so.';

alter table body_step add recorded_at timestamptz not null default now();

-- What was there before was recorded when it was told, or with its body.
update terms_of_reference t
set recorded_at = coalesce(
  (select min(e.recorded_at) from event_log e
   where e.subject_type = 'body' and e.subject_id = t.body_id::text
     and e.effective_on = t.effective_on),
  (select b.recorded_at from body b where b.id = t.body_id));
update body_step s
set recorded_at = coalesce(
  (select min(e.recorded_at) from event_log e
   where e.subject_type = 'body' and e.subject_id = s.body_id::text
     and e.effective_on = s.effective_on and e.data ->> 'state' = s.state),
  (select b.recorded_at from body b where b.id = s.body_id));
