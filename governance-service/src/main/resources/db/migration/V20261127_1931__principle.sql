create table principle (
  id          uuid        not null,
  reference   text        not null,
  register    text        not null,
  number      int         not null,
  text        text        not null,
  locality    text        not null,
  from_day    date        not null,
  ends_on     date,
  decision_id uuid        references decision (id),
  provenance  jsonb       not null,
  recorded_at timestamptz not null default now(),
  version     bigint      not null,
  constraint principle_has_one_id primary key (id),
  constraint principle_reference_is_unique unique (reference),
  constraint principle_number_is_unique_in_its_register unique (locality, register, number),
  constraint principle_number_is_positive check (number >= 1),
  constraint principle_ends_after_it_begins check (ends_on >= from_day)
);
comment on table principle is
  'What partners hold to, from a day on, by register and number. Others cite it by its reference.';
