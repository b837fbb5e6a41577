-- A form as it was handed in: frozen, with whom each cell counted.
create schema statistics;

create table statistics.submission (
  submission_id uuid primary key default uuidv7(),
  form text not null,
  unit_id uuid not null references organisation.unit,
  from_day date not null,
  to_day date not null,                     -- the first day after
  on_day date not null,
  known_at timestamptz not null,
  submitted_at timestamptz not null,
  submitted_by text not null,
  note text,
  cells jsonb not null,
  decision_id uuid references decisions.decision,
  entry_id uuid not null,
  check (to_day > from_day)
);
create index submission_form on statistics.submission (form, unit_id, to_day desc);

create table statistics.submission_person (
  person_id uuid not null references people.person,
  submission_id uuid not null references statistics.submission,
  row_key text not null,
  fact_id uuid not null,
  detail jsonb not null default '{}',
  scope int[] not null default '{}',
  entry_id uuid not null,
  primary key (person_id, submission_id, row_key, fact_id)
);
create index submission_person_submission on statistics.submission_person (submission_id, row_key);

alter table statistics.submission_person enable row level security;
create policy in_scope on statistics.submission_person for select to kecan_app using (
  scope && nullif(current_setting('app.scope', true), '')::int[]
  or person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy wide on statistics.submission_person to kecan_wide using (true) with check (true);
