-- Single sign-on: which identity at which provider is which account.

-- What the claim `email` of a provider is compared with; set by administrators only.
alter table access.account add column email text;
create index account_email on access.account (lower(email));

create table access.sign_on (
  id uuid primary key default uuidv7(),
  issuer text not null,
  subject text not null,
  account_id uuid not null references access.account,
  -- By which claim the identity was recognised the first time; afterwards only issuer and subject count.
  claim text not null,
  claim_value text not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create unique index sign_on_once on access.sign_on (issuer, subject) where ended_at is null;
create unique index sign_on_account_once on access.sign_on (issuer, account_id) where ended_at is null;
create index sign_on_account on access.sign_on (account_id);

-- Sign-ins that have come back from the provider, kept for as long as they could come back again.
create table access.sign_on_return (
  mark bytea primary key,
  returned_at timestamptz not null
);

-- By which link a session was opened, with which it ends, and whether the provider itself had asked for more than one factor.
alter table access.session
  add column sign_on_id uuid references access.sign_on,
  add column has_proved_elsewhere boolean not null default false;
create index session_sign_on on access.session (sign_on_id) where sign_on_id is not null;
