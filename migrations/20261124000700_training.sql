-- History of training: who was sent to study, which classes were opened and who sat in them.
create schema training;

create table training.sending (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  kind text not null,
  purpose text,
  unit_id uuid not null references organisation.unit,  -- where the person served when sent
  title_text text,
  sent_on date not null,
  study daterange,
  study_text text,
  institution text,
  mode text,
  outcome text check (outcome in ('completed', 'failed', 'dropped')),
  outcome_on date,
  status text not null default 'sent' check (status in ('sent', 'cancelled')),
  held daterange not null check (not isempty(held)),   -- from the day sent to the end of the study
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  primary key (person_id, id)
);
create index sending_kind on training.sending (kind, sent_on) where upper_inf(recorded);
create index sending_decision on training.sending (decision_id);
create index sending_run on training.sending (run_id);

create table training.class (
  class_id uuid primary key default uuidv7(),
  run_id uuid, run_row integer,
  entry_id uuid not null
);

create table training.class_version (
  id uuid primary key default uuidv7(),
  class_id uuid not null references training.class,
  kind text not null,
  title text not null,
  search text not null,
  opener_unit_id uuid not null references organisation.unit,
  place text,
  lecturer text,
  head_count integer check (head_count >= 0),  -- only where the learners are not listed
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  constraint class_once exclude using gist (class_id with =, recorded with &&)
);
create index class_version_opener on training.class_version (opener_unit_id) where upper_inf(recorded);
create index class_version_run on training.class_version (run_id);

create table training.enrolment (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  class_id uuid not null references training.class,
  unit_id uuid references organisation.unit,
  title_text text,
  result text,
  certificate text,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  primary key (person_id, id),
  constraint enrolled_once exclude using gist (person_id with =, class_id with =, recorded with &&)
);
create index enrolment_class on training.enrolment (class_id) where upper_inf(recorded);
create index enrolment_run on training.enrolment (run_id);
