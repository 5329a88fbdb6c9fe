-- What a function was called before it was described anew, kept by the database whoever changes it.
create table business_function_superseded (like business_function, superseded_at timestamptz not null);
create index business_function_superseded_by_code on business_function_superseded (code);
create trigger business_function_keeps_what_it_was before update on business_function
  for each row when (old.name is distinct from new.name) execute function keep_superseded();
comment on table business_function_superseded is
  'Functions as they were before they were given another name; a name is of the day it was recorded.';
