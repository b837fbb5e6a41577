-- Who did what, who looked at whom: append-only, each entry sealed over the one before it.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema audit;

create table audit.entry (
  seq bigint primary key,
  id uuid not null unique,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  operation text not null,
  subject_id uuid,
  person_id uuid,
  reason text,
  input jsonb not null default '{}',
  changes jsonb not null default '[]',
  previous bytea not null,
  hash bytea not null
);
create index entry_person on audit.entry (person_id, seq) where person_id is not null;
create index entry_subject on audit.entry (subject_id, seq) where subject_id is not null;
create index entry_account on audit.entry (account_id, seq);
create index entry_operation on audit.entry (operation, seq);
create index entry_at on audit.entry (at);

-- What the seal of an entry is made over; verification computes it again.
create function audit.seal(previous bytea, e audit.entry) returns bytea
language sql stable
return sha256(previous || convert_to(
  concat_ws(E'\x1f', e.seq, e.id, extract(epoch from e.at)::text, coalesce(e.account_id::text, ''), e.actor, e.operation,
    coalesce(e.subject_id::text, ''), coalesce(e.person_id::text, ''), coalesce(e.reason, ''), e.input::text, e.changes::text),
  'UTF8'));

create function audit.append(
  entry_id uuid, at timestamptz, account_id uuid, actor text, operation text,
  subject_id uuid, person_id uuid, reason text, input jsonb, changes jsonb
) returns bigint
language plpgsql as $$
declare
  last record;
  e audit.entry;
begin
  -- One writer of the chain at a time; held only from here to the commit.
  perform pg_advisory_xact_lock(6_110_001);
  select seq, hash into last from audit.entry order by seq desc limit 1;
  e := row(coalesce(last.seq, 0) + 1, entry_id, at, account_id, actor, operation, subject_id, person_id, reason,
    coalesce(input, '{}'), coalesce(changes, '[]'), coalesce(last.hash, '\x00'::bytea), '\x00'::bytea);
  e.hash := audit.seal(e.previous, e);
  insert into audit.entry values (e.*);
  return e.seq;
end $$;

create function audit.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger append_only_whole before truncate on audit.entry for each statement execute function audit.refuse_change();
