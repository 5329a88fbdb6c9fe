alter table commitment
  add column contract_id text,
  add column opened_on date,
  add column carried_from uuid
    constraint commitment_carried_from_a_commitment references commitment
    constraint commitment_is_carried_once unique;
comment on column commitment.contract_id is
  'The reference of the contract it pays for, in intervention-service; null when that is not said';
comment on column commitment.opened_on is
  'The day on which it was opened here, whatever day it holds from; null while it never was';
comment on column commitment.carried_from is
  'The commitment of an earlier year that goes on in this one';

update commitment c
set opened_on = coalesce(
  (select min(e.recorded_at at time zone 'Europe/London')::date
   from journal_entry e where e.commitment_id = c.id),
  c.effective_on)
where num_nonnulls(c.decision_id, c.delegation_id) = 1;

alter table commitment
  drop constraint commitment_state_is_known,
  add constraint commitment_state_is_known check (state in ('PENDING_APPROVAL', 'OPEN',
    'PART_DISCHARGED', 'DISCHARGED', 'REJECTED', 'LAPSED', 'WITHDRAWN', 'RELEASED', 'EXPIRED',
    'CARRIED')),
  drop constraint commitment_is_open_only_under_authority,
  add constraint commitment_is_open_only_under_authority check
    (state in ('PENDING_APPROVAL', 'REJECTED', 'LAPSED', 'WITHDRAWN')
     or num_nonnulls(decision_id, delegation_id) = 1 and opened_on is not null),
  add constraint commitment_ended_holds_nothing check
    (state in ('PENDING_APPROVAL', 'OPEN', 'PART_DISCHARGED', 'REJECTED', 'LAPSED', 'WITHDRAWN')
     or discharged_pence + released_pence = amount_pence),
  add constraint commitment_expires_only_with_a_last_day check
    (state <> 'EXPIRED' or expires_on is not null);
create index commitment_by_last_day on commitment (expires_on)
  where state in ('OPEN', 'PART_DISCHARGED');
