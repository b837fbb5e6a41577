-- Units on the time axis. A unit is only an id; its name, kind, codes and parents hold from a day to a day.
create schema organisation;

create table organisation.unit (
  id uuid primary key default uuidv7()
);

create table organisation.unit_version (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references organisation.unit,
  kind text not null,
  name_vi text not null,
  name_en text not null,
  search text not null,
  place integer not null default 0,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  constraint unit_named_once exclude using gist (unit_id with =, held with &&, recorded with &&)
);
create index unit_version_search on organisation.unit_version using gin (search gin_trgm_ops);

create table organisation.unit_code (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references organisation.unit,
  scheme text not null,
  code text not null,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  constraint unit_code_taken exclude using gist (scheme with =, code with =, held with &&, recorded with &&)
);
create index unit_code_unit on organisation.unit_code (unit_id);

create table organisation.unit_parent (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references organisation.unit,
  parent_id uuid not null references organisation.unit,
  system text not null check (system in ('state', 'party')),
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  check (unit_id <> parent_id),
  constraint unit_parent_once exclude using gist (unit_id with =, system with =, held with &&, recorded with &&)
);
create index unit_parent_parent on organisation.unit_parent (parent_id);

-- Every ancestor of every unit (itself included) by both systems, with the days of it; kept by the organisation's commands.
create table organisation.closure (
  ancestor_id uuid not null references organisation.unit,
  descendant_id uuid not null references organisation.unit,
  depth integer not null,
  held daterange not null,
  recorded tstzrange not null
);
create index closure_ancestor on organisation.closure (ancestor_id, descendant_id);
create index closure_descendant on organisation.closure (descendant_id);

create table organisation.reorganisation (
  id uuid primary key default uuidv7(),
  on_day date not null,
  title_vi text not null,
  title_en text not null,
  decision_id uuid,
  spec jsonb not null,
  applied_at timestamptz not null,
  entry_id uuid not null,
  reversed_at timestamptz,
  reversed_entry_id uuid
);

-- What a unit became. `whole` is false where only a part of it went there: then nobody is carried over without a decision.
create table organisation.succession (
  id uuid primary key default uuidv7(),
  from_unit_id uuid not null references organisation.unit,
  to_unit_id uuid references organisation.unit,
  kind text not null check (kind in ('merge', 'split', 'rename', 'upgrade', 'transfer', 'abolish')),
  whole boolean not null,
  note text,
  on_day date not null,
  reorganisation_id uuid not null references organisation.reorganisation,
  recorded tstzrange not null,
  entry_id uuid not null, closed_entry_id uuid, closed_why text
);
create index succession_from on organisation.succession (from_unit_id);
create index succession_to on organisation.succession (to_unit_id);

-- Titles of posts as the law names them, brought in from the code lists when the program starts.
create table organisation.title (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  level text not null,
  block text not null,
  official_kind text not null,
  is_leader boolean not null,
  is_full_time boolean not null,
  place integer not null,
  held daterange not null
);

-- The one authority this installation serves, and whether it is the invented one of the demo.
create table organisation.authority (
  only_one boolean primary key default true check (only_one),
  unit_id uuid not null references organisation.unit,
  is_demo boolean not null default false,
  founded_at timestamptz not null
);
