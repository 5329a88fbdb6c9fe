-- Deferred, for instalments and what was paid of them are written row by row.
create function check_contribution_schedule(checked uuid) returns void language plpgsql as $$
declare
  schedule record;
begin
  select s.reference, s.annual_pence, s.paid_pence,
         (select coalesce(sum(i.amount_pence), 0) from contribution_instalment i
          where i.schedule_id = s.id) as instalments,
         (select coalesce(sum(i.paid_pence), 0) from contribution_instalment i
          where i.schedule_id = s.id) as laid,
         (select coalesce(sum(m.amount_pence), 0) from contribution_movement m
          where m.schedule_id = s.id and m.kind <> 'DUE') as received
    into schedule
  from contribution_schedule s where s.id = checked;
  if schedule.instalments <> schedule.annual_pence then
    raise exception 'the instalments of % sum to %, the year is %',
      schedule.reference, schedule.instalments, schedule.annual_pence
      using errcode = 'check_violation', constraint = 'contribution_instalments_sum_to_the_year';
  end if;
  if schedule.received <> schedule.paid_pence then
    raise exception '% of % was received, and % is said to be paid',
      schedule.received, schedule.reference, schedule.paid_pence
      using errcode = 'check_violation', constraint = 'contribution_schedule_is_paid_what_was_received';
  end if;
  if schedule.laid > schedule.paid_pence then
    raise exception '% lies on instalments of %, of which % was paid',
      schedule.laid, schedule.reference, schedule.paid_pence
      using errcode = 'check_violation', constraint = 'contribution_instalments_are_paid_what_was_received';
  end if;
end $$;

create function check_changed_contribution() returns trigger language plpgsql as $$
begin
  perform check_contribution_schedule(new.id);
  return null;
end $$;

create function check_contribution_part() returns trigger language plpgsql as $$
begin
  perform check_contribution_schedule(
    case tg_op when 'DELETE' then old.schedule_id else new.schedule_id end);
  return null;
end $$;

create constraint trigger contribution_schedule_adds_up after insert or update on contribution_schedule
  deferrable initially deferred for each row execute function check_changed_contribution();
create constraint trigger contribution_instalment_adds_up
  after insert or update or delete on contribution_instalment
  deferrable initially deferred for each row execute function check_contribution_part();
create constraint trigger contribution_movement_adds_up after insert on contribution_movement
  deferrable initially deferred for each row execute function check_contribution_part();

create function check_contribution_terms() returns trigger language plpgsql as $$
declare
  instalments bigint;
begin
  select coalesce(sum((due ->> 'amountPence')::bigint), 0) into instalments
  from jsonb_array_elements(new.instalments) due;
  if instalments <> new.annual_pence then
    raise exception 'the instalments of version % sum to %, the year is %',
      new.version, instalments, new.annual_pence
      using errcode = 'check_violation', constraint = 'contribution_terms_sum_to_the_year';
  end if;
  return new;
end $$;
create trigger contribution_terms_sum_to_the_year before insert on contribution_terms
  for each row execute function check_contribution_terms();

-- What comes back is the whole of a receipt of the same contribution, on its day.
create function check_taking_back() returns trigger language plpgsql as $$
begin
  if not exists (select from contribution_movement r
                 where r.id = new.takes_back and r.kind = 'RECEIVED'
                   and r.schedule_id = new.schedule_id and r.effective_on = new.effective_on
                   and r.amount_pence = -new.amount_pence) then
    raise exception 'contribution movement % takes back no receipt of so much', new.id
      using errcode = 'check_violation', constraint = 'contribution_movement_takes_back_a_whole_receipt';
  end if;
  return new;
end $$;
create trigger contribution_movement_takes_back_a_whole_receipt before insert on contribution_movement
  for each row when (new.takes_back is not null) execute function check_taking_back();

-- A movement is what its entries post: cash that was received, income that fell due.
create function check_entries_of_movement() returns trigger language plpgsql as $$
declare
  posted record;
begin
  select coalesce(sum(p.amount_pence) filter (where p.account = 'HOST_CASH'), 0) as cash,
         coalesce(-sum(p.amount_pence) filter (where p.account = 'CONTRIBUTION_INCOME'), 0) as income
    into posted
  from contribution_entry c join posting p on p.entry_id = c.entry_id
  where c.movement_id = new.id;
  if posted.cash <> (case new.kind when 'DUE' then 0 else new.amount_pence end)
     or posted.income <> (case new.kind when 'DUE' then new.amount_pence else 0 end)
     or exists (select from contribution_entry c
                join journal_entry e on e.id = c.entry_id
                join contribution_schedule s on s.id = new.schedule_id
                where c.movement_id = new.id and e.fund_id <> s.fund_id) then
    raise exception 'the entries of contribution movement % post another amount or in another fund',
      new.id
      using errcode = 'check_violation', constraint = 'contribution_movement_is_what_its_entries_post';
  end if;
  return null;
end $$;
create constraint trigger contribution_movement_is_what_its_entries_post
  after insert on contribution_movement
  deferrable initially deferred for each row execute function check_entries_of_movement();
