-- Secondments: the person stays on the sender's payroll and returns.
create schema movements;

create table movements.secondment (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  from_unit_id uuid not null references organisation.unit,
  host_unit_id uuid not null references organisation.unit,
  title_text text,
  task text,
  held daterange not null check (not isempty(held)),
  planned_end date,
  override_reason text,                      -- why a term longer than the law's was recorded all the same
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  primary key (person_id, id),
  check (from_unit_id <> host_unit_id),
  constraint seconded_once exclude using gist (person_id with =, held with &&, recorded with &&)
);
create index secondment_from on movements.secondment (from_unit_id) where upper_inf(recorded);
create index secondment_run on movements.secondment (run_id);
