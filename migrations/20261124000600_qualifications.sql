-- What is held or being studied, and which fields of study fit which title.
create schema qualifications;

create table qualifications.qualification (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('degree', 'theory', 'state_management', 'language', 'ethnic_language', 'it', 'defence')),
  level text not null,
  rank integer not null default 0,          -- of the level among its kind, for "or better"
  state text not null check (state in ('studying', 'finished', 'abandoned')),
  field_code text,
  field_text text,
  language text,
  mode text,
  institution text,
  result text,
  certificate text,
  written text,                             -- as the paper says it
  held daterange not null check (not isempty(held)),
  from_known boolean not null default true,
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  primary key (person_id, id)
);
create index qualification_run on qualifications.qualification (run_id);
create index qualification_decision on qualifications.qualification (decision_id);

create table qualifications.accepted_field (
  id uuid primary key default uuidv7(),
  title_code text not null references organisation.title,
  field_code text not null,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  constraint accepted_field_once exclude using gist (title_code with =, field_code with =, held with &&, recorded with &&)
);
