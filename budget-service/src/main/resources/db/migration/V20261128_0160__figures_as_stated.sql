create table stated_figure (
  id         uuid    not null constraint stated_figure_pk primary key,
  reference  text    not null constraint stated_figure_reference_is_unique unique,
  locality   text    not null,
  fund_id    uuid    constraint stated_figure_of_fund references fund,
  line_id    uuid    constraint stated_figure_of_line references budget_line,
  version    bigint  not null,
  constraint stated_figure_of_a_line_is_of_its_fund check (line_id is null or fund_id is not null)
);
comment on table stated_figure is 'A figure as its document states it; what was said of it stands in figure_statement';
create index stated_figure_by_locality on stated_figure (locality, id);
create index stated_figure_by_fund on stated_figure (fund_id, id);

create table figure_statement (
  figure_id     uuid         not null constraint figure_statement_of_figure references stated_figure,
  number        int          not null,
  label         text         not null,
  stated        text         not null,
  unit          text         not null,
  amount_pence  bigint       not null,
  within_pence  bigint       not null,
  approximate   boolean      not null,
  provenance    jsonb        not null,
  reason        text,
  recorded_at   timestamptz  not null,
  constraint figure_statement_pk primary key (figure_id, number),
  constraint figure_statement_is_numbered_from_one check (number >= 1),
  constraint figure_statement_unit_is_known check (unit in ('GBP', 'GBP_K', 'GBP_M')),
  constraint figure_statement_is_within_something check (within_pence >= 0),
  constraint figure_statement_corrects_for_a_reason check ((number = 1) = (reason is null)),
  constraint figure_statement_names_what_states_it check
    (provenance ->> 'kind' <> 'STATED'
     or (provenance ->> 'document' is not null and provenance ->> 'section' is not null))
);
comment on table figure_statement is
  'What a figure was said to be, from a moment on; a correction is added, nothing is changed';
comment on column figure_statement.within_pence is
  'How much more or less it may be: half of the last digit that the document gives';

create trigger figure_statement_is_append_only before update or delete or truncate on figure_statement
  for each statement execute function refuse_change();
revoke update, delete, truncate on figure_statement from ${app};

create table figure_comparison (
  id                 uuid         not null constraint figure_comparison_pk primary key,
  reference          text         not null constraint figure_comparison_reference_is_unique unique,
  locality           text         not null,
  fund_id            uuid         constraint figure_comparison_of_fund references fund,
  title              text         not null,
  against_figure_id  uuid         constraint figure_comparison_against_figure references stated_figure,
  against_fund_id    uuid         constraint figure_comparison_against_fund references fund,
  against_line_id    uuid         constraint figure_comparison_against_line references budget_line,
  recorded_at        timestamptz  not null,
  version            bigint       not null,
  constraint figure_comparison_is_against_one_thing check
    (num_nonnulls(against_figure_id, against_fund_id, against_line_id) = 1)
);
comment on table figure_comparison is
  'What should add up: a sum of figures and plans, and what it is held against; how it comes out is never stored';
create index figure_comparison_by_locality on figure_comparison (locality, id);
create index figure_comparison_by_fund on figure_comparison (fund_id, id);
create index figure_comparison_by_against_figure on figure_comparison (against_figure_id);

create table figure_comparison_term (
  comparison_id  uuid  not null constraint figure_comparison_term_of_comparison references figure_comparison,
  number         int   not null,
  times          int   not null,
  figure_id      uuid  constraint figure_comparison_term_of_figure references stated_figure,
  fund_id        uuid  constraint figure_comparison_term_of_fund references fund,
  line_id        uuid  constraint figure_comparison_term_of_line references budget_line,
  constraint figure_comparison_term_pk primary key (comparison_id, number),
  constraint figure_comparison_term_is_one_thing check (num_nonnulls(figure_id, fund_id, line_id) = 1),
  constraint figure_comparison_term_counts check (times <> 0 and times between -1000 and 1000)
);
comment on column figure_comparison_term.times is
  'How often it counts: 1 is added, -1 taken away, 8 counted eight times';
create index figure_comparison_term_by_figure on figure_comparison_term (figure_id);
