-- A class from its seats to its certificates.
alter table training.class_version
  add seats integer check (seats > 0),
  add periods integer check (periods > 0),
  add plan_line_id uuid references training.plan_line,
  add institution text,
  add mode text,
  add field_text text;
create index class_version_line on training.class_version (plan_line_id) where plan_line_id is not null;

create table training.class_seat (
  class_id uuid not null references training.class,
  unit_id uuid not null references organisation.unit,
  seats integer not null check (seats >= 0),
  entry_id uuid not null,
  primary key (class_id, unit_id)
);

-- Tells two officers at one board apart.
create table training.board (
  class_id uuid primary key references training.class,
  revision integer not null default 1,
  updated_at timestamptz not null,
  entry_id uuid not null
);

create table training.nomination (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  class_id uuid not null references training.class,
  unit_id uuid not null references organisation.unit,
  title_text text,
  state text not null default 'nominated' check (state in ('nominated', 'withdrawn', 'sent')),
  overrides jsonb not null default '[]',    -- each: rule, document, found, asked, reason, by, at
  nominated_by text not null,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  scope int[] not null default '{}',
  primary key (person_id, id),
  constraint nominated_once exclude using gist (person_id with =, class_id with =, recorded with &&)
);
create index nomination_class on training.nomination (class_id) where upper_inf(recorded);

alter table training.sending add class_id uuid references training.class;
create index sending_class on training.sending (class_id) where class_id is not null;

create table training.class_session (
  session_id uuid primary key default uuidv7(),
  class_id uuid not null references training.class,
  on_day date not null,
  part text not null check (part in ('morning', 'afternoon', 'evening')),
  periods integer not null check (periods between 1 and 12),
  topic text,
  lecturer text,
  place text,
  entry_id uuid not null,
  constraint session_taken unique (class_id, on_day, part)
);

create table training.attendance (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  class_id uuid not null references training.class,
  session_id uuid not null references training.class_session,
  state text not null check (state in ('present', 'absent', 'excused')),
  marked_at timestamptz not null,           -- on the device, perhaps without a network
  marked_by text not null,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  scope int[] not null default '{}',
  primary key (person_id, id),
  constraint attended_once exclude using gist (person_id with =, session_id with =, recorded with &&)
);
create index attendance_class on training.attendance (class_id) where upper_inf(recorded);

alter table training.enrolment
  add state text not null default 'enrolled' check (state in ('enrolled', 'completed', 'failed', 'deferred', 'withdrawn')),
  add state_on date,
  add state_why text,
  add sending_id uuid;

create table training.certificate (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  class_id uuid not null references training.class,
  number text not null,                     -- as printed
  register_no integer not null,             -- in the opener's register of the year
  issued_on date not null,
  expires_on date check (expires_on > issued_on),
  check_code text not null,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  scope int[] not null default '{}',
  primary key (person_id, id),
  constraint certified_once exclude using gist (person_id with =, class_id with =, recorded with &&)
);
create index certificate_class on training.certificate (class_id) where upper_inf(recorded);

-- Whose a check code or a register number is must be known without the person.
create table training.certificate_code (
  check_code text primary key,
  opener_unit_id uuid not null references organisation.unit,
  year integer not null,
  register_no integer not null,
  person_id uuid not null,
  certificate_id uuid not null,
  scope int[] not null default '{}',
  entry_id uuid not null,
  constraint register_no_taken unique (opener_unit_id, year, register_no)
);

-- What learners thought of a class; nobody is named.
alter table training.class add feedback_code text;
create unique index class_feedback_code on training.class (feedback_code);
create table training.feedback (
  feedback_id uuid primary key default uuidv7(),
  class_id uuid not null references training.class,
  answers jsonb not null,
  comment text,
  given_at timestamptz not null,
  entry_id uuid not null
);
create index feedback_class on training.feedback (class_id);

do $$
declare
  t text;
begin
  foreach t in array array[
    'training.need_claim', 'training.proposal_seat', 'training.nomination', 'training.attendance', 'training.certificate',
    'training.certificate_code'
  ] loop
    execute format('alter table %s enable row level security', t);
    execute format($p$create policy in_scope on %s for select to kecan_app using (
      scope && nullif(current_setting('app.scope', true), '')::int[]
      or person_id = nullif(current_setting('app.person', true), '')::uuid)$p$, t);
    execute format('create policy wide on %s to kecan_wide using (true) with check (true)', t);
  end loop;
end $$;
