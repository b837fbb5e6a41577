-- The register of papers. Every fact about an official cites one.
create schema decisions;

create table decisions.file (
  id uuid primary key default uuidv7(),
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  content bytea not null,
  added_at timestamptz not null
);

create table decisions.decision (
  id uuid primary key default uuidv7(),
  code text not null,                       -- as written: 215-QĐ/HU
  number text not null,
  symbol text not null,
  code_key text not null,                   -- folded, for finding and for the constraint below
  kind text not null,
  issued_on date not null,
  issuer text not null,
  issuer_unit_id uuid references organisation.unit,
  signer text,
  signer_title text,
  subject text not null,
  file_id uuid references decisions.file,
  withdrawn_on date,
  withdrawn_why text,
  withdrawn_by uuid references decisions.decision,
  withdrawn_at timestamptz,
  withdrawn_entry_id uuid,
  recorded_at timestamptz not null,
  run_id uuid, run_row integer,
  entry_id uuid not null,
  check (withdrawn_on >= issued_on),
  constraint decision_taken unique (code_key, issued_on)
);
create index decision_issued on decisions.decision (issued_on desc, id);
create index decision_search on decisions.decision using gin (code_key gin_trgm_ops);
