-- Persons and where they serve. Facts are never overwritten: `held` is when it is true, `recorded` when it was known.
create schema people;

create table people.person (
  person_id uuid primary key default uuidv7(),
  run_id uuid, run_row integer,
  entry_id uuid not null,
  created_at timestamptz not null,
  removed_at timestamptz                    -- an undone import takes back whom it brought
);

create table people.profile (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  full_name text not null,
  family text not null,
  middle text not null,
  given text not null,
  search text not null,                     -- folded name
  sex text check (sex in ('male', 'female')),
  birth text,                               -- 1975, 1975-05 or 1975-05-19
  birth_low date,
  birth_high date,
  ethnicity text,                           -- code of the 1979 list
  ethnicity_text text,                      -- as the paper says it
  religion text,
  native_place text,
  birthplace text,
  residence text,
  general_education text,
  party_joined text,                        -- partial dates
  party_official text,
  phone text,
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  primary key (person_id, id),
  check (birth_low <= birth_high),
  constraint profile_once exclude using gist (person_id with =, recorded with &&)
);
create index profile_name on people.profile
  (given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", person_id) where upper_inf(recorded);
create index profile_search on people.profile using gin (search gin_trgm_ops) where upper_inf(recorded);
create index profile_birth on people.profile (birth_low) where upper_inf(recorded);

create table people.identity (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('cccd', 'cmnd', 'official', 'party_card')),
  number text not null,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  primary key (person_id, id),
  constraint identity_once exclude using gist (person_id with =, kind with =, held with &&, recorded with &&)
);

-- Who has a number now; kept by people's commands. A key over persons, so it stays apart from the person-bound table.
create table people.identity_claim (
  kind text not null,
  number text not null,
  person_id uuid not null references people.person,
  constraint identity_taken primary key (kind, number)
);

create table people.assignment (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('main', 'concurrent', 'acting', 'seconded', 'rotated')),
  unit_id uuid not null references organisation.unit,
  title_code text references organisation.title,
  title_text text not null,
  official_kind text,
  held daterange not null check (not isempty(held)),
  from_known boolean not null default true, -- false: a list says it was so on that day, not since when
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  primary key (person_id, id),
  constraint main_post_once exclude using gist (person_id with =, held with &&, recorded with &&) where (kind = 'main')
);
create index assignment_unit on people.assignment (unit_id) where upper_inf(recorded);
create index assignment_decision on people.assignment (decision_id);
create index assignment_run on people.assignment (run_id);

-- Learners from outside the payroll: deputies, Party members, members of associations.
create table people.membership (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('deputy', 'party_member', 'association_member')),
  association text,
  unit_id uuid not null references organisation.unit,
  title_text text,
  held daterange not null check (not isempty(held)),
  from_known boolean not null default true,
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  primary key (person_id, id)
);
create index membership_unit on people.membership (unit_id) where upper_inf(recorded);
create index membership_run on people.membership (run_id);

-- Which units a person belongs to, by whatever tie: what scope is decided by.
create view people.tie as
  select person_id, unit_id, held, recorded from people.assignment
  union all
  select person_id, unit_id, held, recorded from people.membership;
