-- Templates an office has changed; without one, the program's own stands.
create table decisions.template (
  id uuid primary key default uuidv7(),
  kind text not null,
  family text not null check (family in ('state', 'party')),
  format text not null check (format in ('docx', 'typ')),
  name text not null,
  content bytea not null,
  sha256 bytea not null,
  recorded tstzrange not null,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  constraint template_once exclude using gist (kind with =, family with =, format with =, recorded with &&)
);
