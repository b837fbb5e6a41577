-- Sign-in guarded for all servers of one database together: wrong guesses counted, sessions told apart, a second factor, and the rules an administrator sets.

-- Wrong guesses, by whom they were aimed at and where they came from. The name typed is kept as its hash only: it may be no account, or a password.
create table access.attempt (
  kind text not null check (kind in ('name', 'pair', 'address', 'code', 'code-pair')),
  name bytea not null default '',
  address text not null default '',
  failures integer not null check (failures > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (kind, name, address)
);
create index attempt_name on access.attempt (name);
create index attempt_age on access.attempt (kind, first_at);

-- Where an account has signed in from of late: a stranger's guesses elsewhere do not lock it out there.
create table access.known_address (
  account_id uuid not null references access.account,
  address text not null,
  seen_at timestamptz not null,
  primary key (account_id, address)
);

-- Guesses are counted in access.attempt from now on.
alter table access.account
  drop column failed_sign_ins,
  drop column locked_until;

alter table access.session
  add column id uuid not null default uuidv7(),
  add column address text not null default '',
  -- The password was right, the code of the second factor is still to come.
  add column awaits_code boolean not null default false,
  add constraint session_id unique (id);

-- The secret is sealed with a key that is not in this database.
create table access.second_factor (
  account_id uuid primary key references access.account,
  secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- The time step of the last code taken: a code counts once.
  last_step bigint not null default 0
);

create table access.recovery_code (
  account_id uuid not null references access.second_factor on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- One row: the rules of sign-in for this installation.
create table access.policy (
  only_one boolean primary key default true check (only_one),
  idle_minutes integer not null default 720 check (idle_minutes between 15 and 1440),
  whole_days integer not null default 14 check (whole_days between 1 and 14),
  second_factor_roles text[] not null default '{}'
);
insert into access.policy default values;
