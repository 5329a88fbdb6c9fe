alter table read_model.organisation rename to organisation_told;
comment on table read_model.organisation_told is
  'Organisations by ODS or GSS code, as last told.';

create table read_model.organisation_name (
  code     text not null,
  from_day date not null,
  name     text not null,
  constraint organisation_has_one_name_from_a_day primary key (code, from_day)
);
comment on table read_model.organisation_name is
  'What an organisation is called from a day on, under the same code.';
insert into read_model.organisation_name (code, from_day, name)
select code, date '0001-01-01', name from read_model.organisation_told;

alter table read_model.organisation_told drop column name;

create view read_model.organisation as
select o.code, called.name, o.kind, o.locality, o.ends_on, o.provenance, o.told
from read_model.organisation_told o
cross join lateral (
  select n.name
  from read_model.organisation_name n,
    (values ((now() at time zone 'Europe/London')::date)) as asked (today)
  where n.code = o.code
  order by n.from_day <= asked.today desc,
           case when n.from_day <= asked.today then n.from_day end desc,
           n.from_day
  limit 1) called;
comment on view read_model.organisation is
  'Organisations under the name they have today; before its first day, the one it begins under.';
