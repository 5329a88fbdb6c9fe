-- Only what is written from now on is asked, so that what stands already stays.
alter table fund add constraint fund_lies_in_one_locality unique (id, locality);
alter table agreement add constraint agreement_lies_in_one_locality unique (id, locality);

alter table contribution_schedule add constraint contribution_schedule_lies_where_its_fund_does
  foreign key (fund_id, locality) references fund (id, locality) not valid;
alter table budget_line add constraint budget_line_lies_where_its_fund_does
  foreign key (fund_id, locality) references fund (id, locality) not valid;
alter table fund add constraint fund_lies_where_its_agreement_does
  foreign key (agreement_id, locality) references agreement (id, locality) not valid;
