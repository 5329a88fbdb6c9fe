create table read_model.generation (
  only_row      boolean not null default true,
  generation_id uuid    not null default gen_random_uuid(),
  constraint generation_pkey primary key (only_row),
  constraint generation_is_one_row check (only_row)
);
comment on table read_model.generation is
  'Another id for each time the read models are built: counts of a generation say nothing of the next.';
insert into read_model.generation default values;

alter table read_model.organisation add column told bigint not null default 1;
comment on column read_model.organisation.told is
  'How often it was told of. Pages of every locality name organisations, so it counts to each version.';
