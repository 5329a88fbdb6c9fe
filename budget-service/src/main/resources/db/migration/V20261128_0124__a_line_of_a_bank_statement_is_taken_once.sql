alter table contribution_movement
  add column taken_with uuid constraint contribution_movement_is_taken_with_a_receipt
                             references contribution_movement;
comment on column contribution_movement.taken_with is
  'The first receipt of its line of the bank statement: itself, or that with which the line was split';

-- What stands in several contributions to a fund was split between them.
alter table contribution_movement disable trigger contribution_movement_is_append_only;
update contribution_movement m
set taken_with = line.first_id
from (select r.id,
             first_value(r.id) over (partition by s.fund_id, r.document, back.id order by r.id)
               as first_id
      from contribution_movement r
      join contribution_schedule s on s.id = r.schedule_id
      left join contribution_movement back on back.takes_back = r.id
      where r.kind = 'RECEIVED') line
where line.id = m.id;
alter table contribution_movement enable trigger contribution_movement_is_append_only;

alter table contribution_movement
  add constraint contribution_movement_receives_a_line_of_a_statement
    check ((kind = 'RECEIVED') = (taken_with is not null));
create index contribution_movement_by_line on contribution_movement (taken_with)
  where taken_with is not null;

create table bank_line (
  fund_id           uuid  not null constraint bank_line_of_fund references fund,
  document          text  not null,
  first_receipt_id  uuid  not null constraint bank_line_of_receipt references contribution_movement,
  constraint bank_line_is_taken_once primary key (fund_id, document)
);
comment on table bank_line is
  'The lines of bank statements that a fund has taken; one is free again when all of it was taken back';

insert into bank_line
select distinct s.fund_id, r.document, r.taken_with
from contribution_movement r
join contribution_schedule s on s.id = r.schedule_id
where r.kind = 'RECEIVED'
  and not exists (select from contribution_movement back where back.takes_back = r.id);

create function keep_bank_line() returns trigger language plpgsql as $$
begin
  if new.kind = 'RECEIVED' then
    insert into bank_line
    select s.fund_id, new.document, new.taken_with
    from contribution_schedule s
    where s.id = new.schedule_id
      and not exists (select from bank_line b
                      where b.fund_id = s.fund_id and b.document = new.document
                        and b.first_receipt_id = new.taken_with);
  elsif new.kind = 'TAKEN_BACK' then
    delete from bank_line b
    where b.first_receipt_id = (select r.taken_with from contribution_movement r
                                where r.id = new.takes_back)
      and not exists (select from contribution_movement r
                      where r.taken_with = b.first_receipt_id
                        and not exists (select from contribution_movement back
                                        where back.takes_back = r.id));
  end if;
  return null;
end $$;
create trigger contribution_movement_takes_a_line_once after insert on contribution_movement
  for each row execute function keep_bank_line();
