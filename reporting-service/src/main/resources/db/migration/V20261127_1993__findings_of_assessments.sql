alter table read_model.assessment_day add column findings jsonb not null default '[]';
