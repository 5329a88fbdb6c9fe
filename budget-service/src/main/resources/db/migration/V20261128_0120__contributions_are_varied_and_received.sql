alter table contribution_schedule
  add column number               int,
  add column reference            text,
  add column gross_pence          bigint,
  add column client_charges_pence bigint,
  add column paid_pence           bigint  not null default 0,
  add column decision_id          uuid,
  add column terms_version        int     not null default 1,
  add column terms_since          date;

update contribution_schedule s
set number = n.number,
    reference = n.fund || '-C' || lpad(n.number::text, greatest(2, length(n.number::text)), '0'),
    terms_since = make_date(left(n.financial_year, 4)::int, 4, 1)
from (select c.id, f.reference as fund, f.financial_year,
             row_number() over (partition by c.fund_id order by c.id) as number
      from contribution_schedule c join fund f on f.id = c.fund_id) n
where n.id = s.id;

alter table contribution_schedule
  alter column number set not null,
  alter column reference set not null,
  alter column terms_since set not null,
  add constraint contribution_schedule_reference_is_unique unique (reference),
  add constraint contribution_schedule_is_numbered_once unique (fund_id, number),
  add constraint contribution_schedule_is_gross_less_client_charges check (
    (gross_pence is null) = (client_charges_pence is null)
    and (gross_pence is null
         or client_charges_pence >= 0 and gross_pence - client_charges_pence = annual_pence)),
  add constraint contribution_schedule_is_paid_no_more_than_it_is
    check (paid_pence between 0 and annual_pence),
  add constraint contribution_schedule_terms_are_counted check (terms_version >= 1);
create index contribution_schedule_by_locality on contribution_schedule (locality, id);
create index contribution_schedule_by_decision on contribution_schedule (decision_id)
  where decision_id is not null;
comment on column contribution_schedule.gross_pence is
  'Before what service users pay; null where it is not said';
comment on column contribution_schedule.decision_id is
  'Under which it is owed; null when it is owed under the approved plan of the fund';
comment on column contribution_schedule.terms_since is 'From when its present terms hold';

alter table contribution_instalment
  add column paid_pence bigint  not null default 0,
  add column posted     boolean not null default false,
  add constraint contribution_instalment_is_of_nothing_negative check (amount_pence >= 0),
  add constraint contribution_instalment_is_paid_no_more_than_it_is
    check (paid_pence between 0 and amount_pence);
create index contribution_instalment_falls_due on contribution_instalment (due_on, schedule_id)
  where not posted;
comment on column contribution_instalment.posted is 'Whether the ledger holds it as due';

create table contribution_terms (
  id                    uuid         not null constraint contribution_terms_pk primary key,
  schedule_id           uuid         not null
                        constraint contribution_terms_of_schedule references contribution_schedule,
  version               int          not null,
  annual_pence          bigint       not null,
  gross_pence           bigint,
  client_charges_pence  bigint,
  profile               text         not null,
  instalments           jsonb        not null,
  decision_id           uuid,
  reason                text         not null,
  effective_on          date         not null,
  recorded_at           timestamptz  not null,
  actor                 text         not null,
  constraint contribution_terms_are_counted_once unique (schedule_id, version),
  constraint contribution_terms_profile_is_known
    check (profile in ('MONTHLY_12', 'QUARTERLY_4', 'CUSTOM')),
  constraint contribution_terms_are_positive check (annual_pence > 0)
);
comment on table contribution_terms is
  'What a contribution was from a day on, version by version: append-only';

-- The first 48 bits of an id say when it was made, in milliseconds.
insert into contribution_terms (id, schedule_id, version, annual_pence, profile, instalments, reason,
  effective_on, recorded_at, actor)
select gen_random_uuid(), s.id, 1, s.annual_pence, s.profile,
       (select jsonb_agg(jsonb_build_object('dueOn', i.due_on, 'amountPence', i.amount_pence)
                         order by i.number)
        from contribution_instalment i where i.schedule_id = s.id),
       'Scheduled', s.terms_since,
       to_timestamp(('x' || left(replace(s.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0),
       'budget-service'
from contribution_schedule s;

create table contribution_movement (
  id             uuid         not null constraint contribution_movement_pk primary key,
  schedule_id    uuid         not null
                 constraint contribution_movement_of_schedule references contribution_schedule,
  kind           text         not null,
  terms_version  int          not null,
  effective_on   date         not null,
  amount_pence   bigint       not null,
  document       text,
  reason         text,
  takes_back     uuid         constraint contribution_movement_takes_back_a_receipt
                              references contribution_movement
                              constraint contribution_movement_is_taken_back_once unique,
  entry_id       uuid         not null
                 constraint contribution_movement_of_entry references journal_entry
                 constraint contribution_movement_has_an_entry_of_its_own unique,
  recorded_at    timestamptz  not null,
  actor          text         not null,
  constraint contribution_movement_kind_is_known check (kind in ('DUE', 'RECEIVED', 'TAKEN_BACK')),
  constraint contribution_movement_moves_something check (amount_pence <> 0),
  constraint contribution_movement_is_received_by_a_document check
    (kind <> 'RECEIVED' or amount_pence > 0 and document is not null and takes_back is null),
  constraint contribution_movement_takes_back_by_a_reason check
    (kind <> 'TAKEN_BACK' or amount_pence < 0 and reason is not null and takes_back is not null)
);
comment on table contribution_movement is
  'What fell due of a contribution, and what was received of it: append-only';
create unique index contribution_movement_falls_due_once
  on contribution_movement (schedule_id, terms_version, effective_on) where kind = 'DUE';
create index contribution_movement_by_schedule on contribution_movement (schedule_id, effective_on);

create table contribution_entry (
  movement_id  uuid  not null constraint contribution_entry_of_movement references contribution_movement,
  entry_id     uuid  not null constraint contribution_entry_pk primary key
                     constraint contribution_entry_of_entry references journal_entry
);
comment on table contribution_entry is
  'The entries of a movement: a receipt that comes to be known late moves what fell due after it too';

create trigger contribution_terms_are_append_only before update or delete or truncate
  on contribution_terms for each statement execute function refuse_change();
create trigger contribution_movement_is_append_only before update or delete or truncate
  on contribution_movement for each statement execute function refuse_change();
create trigger contribution_entry_is_append_only before update or delete or truncate
  on contribution_entry for each statement execute function refuse_change();

revoke update, delete, truncate on contribution_terms, contribution_movement, contribution_entry
  from ${app};
