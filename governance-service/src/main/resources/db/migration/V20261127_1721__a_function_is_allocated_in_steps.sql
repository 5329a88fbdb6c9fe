alter table business_function
  add parent_code text,
  add description text,
  add constraint business_function_is_part_of_a_recorded_one
    foreign key (parent_code) references business_function (code),
  add constraint business_function_is_no_part_of_itself check (parent_code <> code);
create index business_function_by_parent on business_function (parent_code);

alter table function_in_place
  alter effective_on drop not null,
  add reference              text not null
    default 'ALLOC-' || upper(right(gen_random_uuid()::text, 8)),
  add drafted_on             date,
  add agreed_on              date,
  add owner                  text,
  add spatial_level          text,
  add arrangement            text,
  add whole_time_equivalents numeric(9, 2),
  add direction              text,
  add version                bigint not null default 0,
  add constraint function_in_place_reference_is_unique unique (reference),
  add constraint function_in_place_has_a_first_day
    check (num_nonnulls(drafted_on, agreed_on, effective_on) > 0),
  add constraint function_in_place_takes_its_steps_in_order
    check (drafted_on <= agreed_on and agreed_on <= effective_on and drafted_on <= effective_on),
  add constraint function_in_place_belongs_to_a_recorded_organisation
    foreign key (owner) references organisation (code),
  add constraint function_in_place_level_is_known
    check (spatial_level in ('NEIGHBOURHOOD', 'LOCALITY', 'SECTOR', 'GM')),
  add constraint function_in_place_arrangement_is_known
    check (arrangement in ('IN_HOUSE', 'OTHER', 'JOINT')),
  add constraint function_in_place_is_nobodys_work_or_more
    check (whole_time_equivalents >= 0),
  drop constraint function_is_arranged_in_one_way_at_a_time,
  add constraint function_is_arranged_in_one_way_at_a_time exclude using gist
    (function_code with =, place with =, daterange(effective_on, ends_on + 1) with &&)
    where (effective_on is not null);

create unique index function_is_prepared_in_one_way_at_a_time
  on function_in_place (function_code, place) where effective_on is null;

comment on table function_in_place is
  'How a place allocates a function: DRAFT from drafted_on, AGREED from agreed_on, IN_FORCE from effective_on to ends_on, then ENDED. At most one is in force on a day, so a function has one level there.';
comment on column function_in_place.effective_on is
  'The first day it is in force; null while it is a draft or agreed.';
comment on column function_in_place.whole_time_equivalents is
  'How many people''s work it is; null while it is not said.';
