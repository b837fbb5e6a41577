-- Two files of one person made one, and back. Like identity numbers it speaks of two persons, so it stays apart from the person-bound tables.
create table people.merge (
  id uuid primary key default uuidv7(),
  kept_id uuid not null references people.person,
  merged_id uuid not null references people.person,
  merged_at timestamptz not null,
  entry_id uuid not null,
  reversed_at timestamptz,
  reversed_entry_id uuid,
  check (kept_id <> merged_id)
);
create index merge_kept on people.merge (kept_id);
