-- How each official was rated, year by year. Rounds and points come with their own tables.
create schema evaluation;

create table evaluation.rating (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  year integer not null check (year between 1990 and 2100),
  grade text not null check (grade in ('HTXS', 'HTT', 'HT', 'KHT')),
  held daterange not null check (not isempty(held)),      -- the year rated
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  scope int[] not null default '{}',
  primary key (person_id, id),
  constraint rated_once exclude using gist (person_id with =, year with =, recorded with &&)
);
create index rating_decision on evaluation.rating (decision_id);
create index rating_run on evaluation.rating (run_id);

alter table evaluation.rating enable row level security;
create policy in_scope on evaluation.rating for select to kecan_app using (
  scope && nullif(current_setting('app.scope', true), '')::int[]
  or person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy wide on evaluation.rating to kecan_wide using (true) with check (true);
