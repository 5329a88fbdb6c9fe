-- Bodies and functions call the widest level by one name.
alter table function_in_place drop constraint function_in_place_level_is_known;
update function_in_place set spatial_level = 'GREATER_MANCHESTER' where spatial_level = 'GM';
alter table function_in_place
  add constraint function_in_place_level_is_known
    check (spatial_level in ('NEIGHBOURHOOD', 'LOCALITY', 'SECTOR', 'GREATER_MANCHESTER'));
