alter table organisation add column successors text[] not null default '{}';
comment on column organisation.successors is
  'Who takes over from it and belongs to a place that whoever closed it does not write; the others
   name it among their predecessors.';
