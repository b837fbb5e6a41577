-- When the database was last backed up, and how that went; written by the owner, shown to the administrator.
create table audit.backup (
  id uuid primary key default uuidv7(),
  began_at timestamptz not null,
  ended_at timestamptz not null,
  file text not null,
  bytes bigint,
  row_count bigint,
  is_encrypted boolean not null,
  is_scheduled boolean not null,
  -- Null when it is whole: written, read back and compared.
  problem text
);
create index backup_began on audit.backup (began_at desc);

revoke insert, update, delete on audit.backup from kecan_app;
