-- What a post asks of whoever holds it, from a day to a day, with where it is written.
create table qualifications.standard (
  id uuid primary key default uuidv7(),
  title_code text not null references organisation.title,
  requirement text not null check (requirement in ('degree', 'field', 'theory', 'state_management', 'defence', 'language', 'it', 'hours')),
  level text,                               -- code of the requirement's list in law/; none for 'field' and 'hours'
  rank integer not null default 0,          -- of that level, for "or better"
  language text,                            -- only for 'language'
  periods integer check (periods > 0),      -- only for 'hours': a year
  document text not null,
  article text,
  verified boolean not null,                -- false: not checked against the original
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  check ((requirement = 'hours') = (periods is not null)),
  check ((requirement in ('field', 'hours')) = (level is null)),
  constraint standard_once exclude using gist (title_code with =, requirement with =, held with &&, recorded with &&)
);

-- How much a post counts when not everybody can be sent.
create table qualifications.post_weight (
  id uuid primary key default uuidv7(),
  title_code text not null references organisation.title,
  weight integer not null check (weight between 1 and 10),
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  constraint post_weighed_once exclude using gist (title_code with =, held with &&, recorded with &&)
);

-- A certificate that holds for a time only.
alter table qualifications.qualification add expires_on date;
