-- Accounts, roles, and the unit below which each role is held.
create schema access;

create table access.account (
  id uuid primary key default uuidv7(),
  username text not null,
  display_name text not null,
  person_id uuid,
  password_hash text not null,
  must_change_password boolean not null default false,
  language text not null default 'vi',
  status text not null default 'active' check (status in ('active', 'closed')),
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null
);
create unique index account_name_taken on access.account (lower(username));

create table access.role_grant (
  id uuid primary key default uuidv7(),
  account_id uuid not null references access.account,
  role text not null,
  unit_id uuid references organisation.unit,
  granted_at timestamptz not null,
  ended_at timestamptz
);
create unique index role_granted_once on access.role_grant (account_id, role, unit_id) nulls not distinct where ended_at is null;

create table access.session (
  token_hash bytea primary key,
  account_id uuid not null references access.account,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  client text not null default ''
);
create index session_account on access.session (account_id);
