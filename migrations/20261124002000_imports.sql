-- Workbooks on their way to becoming facts. A run keeps its file; its rows are worked out from the file, the choices and the corrections.
create schema imports;

create table imports.run (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('people', 'sendings', 'classes')),
  unit_id uuid references organisation.unit,        -- below which the list's units are looked for
  day date,                                         -- on which the list is true, where its title does not say
  file_name text not null,
  file_size integer not null,
  file_sha256 bytea not null,
  content bytea not null,
  status text not null check (status in ('reading', 'ready', 'failed', 'applying', 'applied', 'undoing', 'undone')),
  working_since timestamptz,                        -- with nobody holding the run's lock: the work was interrupted
  failure jsonb,
  recognised jsonb not null default '{}',           -- the tables found, a sample of each, warnings about the whole
  columns jsonb not null default '[]',              -- roles of columns as the user corrected them
  counts jsonb,
  account_id uuid references access.account,
  actor text not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  applied_entry_id uuid,
  undone_at timestamptz,
  undone_entry_id uuid,
  undone_why text
);
create index run_created on imports.run (created_at desc, id);
create index run_applied on imports.run (applied_entry_id);

create table imports.row (
  run_id uuid not null references imports.run on delete cascade,
  number integer not null,
  sheet text not null,
  row integer not null,                             -- as Excel numbers it
  state text not null check (state in ('new', 'same', 'changed', 'duplicate', 'refused', 'left_out')),
  name text not null,
  detail jsonb not null,
  primary key (run_id, number)
);
create index row_state on imports.row (run_id, state, number);

-- What the user typed over a cell, and decided of a row; both outlive reading the file again.
create table imports.correction (
  run_id uuid not null references imports.run on delete cascade,
  sheet text not null,
  row integer not null,
  col text not null,
  value text not null,
  primary key (run_id, sheet, row, col)
);

create table imports.choice (
  run_id uuid not null references imports.run on delete cascade,
  sheet text not null,
  row integer not null,
  choice text not null check (choice in ('new', 'person', 'left-out')),
  person_id uuid references people.person,
  reason text,
  primary key (run_id, sheet, row),
  check ((choice = 'person') = (person_id is not null)),
  check (choice <> 'left-out' or reason is not null)
);

-- How far the work has come; apart from the run, which the working transaction holds locked.
create table imports.progress (
  run_id uuid primary key references imports.run on delete cascade,
  step text not null,
  done integer not null,
  total integer not null
);

-- The roles of columns under a heading, as an office corrected them once.
create table imports.mapping (
  id uuid primary key default uuidv7(),
  unit_id uuid references organisation.unit,
  kind text not null,
  fingerprint text not null,
  columns jsonb not null,
  saved_at timestamptz not null,
  constraint mapping_once unique nulls not distinct (unit_id, kind, fingerprint)
);
