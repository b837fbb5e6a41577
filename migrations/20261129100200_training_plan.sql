-- From a need to a plan. A need follows by rule from standards; here stands what people say about it.
create table training.need_claim (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  kind text not null,                       -- of training
  year integer not null check (year between 1990 and 2100),
  stance text not null check (stance in ('added', 'applied', 'struck')),
  reason text not null,
  unit_id uuid not null references organisation.unit,
  said_by text not null,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  scope int[] not null default '{}',
  primary key (person_id, id),
  constraint need_said_once exclude using gist (person_id with =, kind with =, year with =, recorded with &&)
);

-- A plan is a draft until it is approved by a paper; `revision` tells two officers apart.
create table training.plan (
  plan_id uuid primary key default uuidv7(),
  unit_id uuid not null references organisation.unit,
  year integer not null check (year between 1990 and 2100),
  title text not null,
  status text not null default 'draft' check (status in ('draft', 'submitted', 'returned', 'approved')),
  budget bigint check (budget >= 0),        -- whole đồng
  away_percent integer check (away_percent between 1 and 100), -- at most this share of a unit is away at once
  note text,
  returned_why text,
  decision_id uuid references decisions.decision,
  revision integer not null default 1,
  updated_at timestamptz not null,
  entry_id uuid not null,
  constraint plan_title_taken unique (unit_id, year, title)
);

create table training.plan_line (
  line_id uuid primary key default uuidv7(),
  plan_id uuid not null references training.plan,
  place_no integer not null,
  kind text not null,
  title text not null,
  whom text,
  field_text text,
  mode text,
  institution text,
  seats integer not null check (seats > 0),
  starts_on date,
  ends_on date,                             -- the first day after
  place text,
  budget_line text,
  periods integer check (periods > 0),
  removed_at timestamptz,
  entry_id uuid not null,
  check (ends_on > starts_on)
);
create index plan_line_plan on training.plan_line (plan_id);

create table training.plan_cost (
  line_id uuid not null references training.plan_line,
  item text not null,                       -- of the circular's list
  per text not null check (per in ('seat', 'line')),
  amount bigint not null check (amount >= 0),
  entry_id uuid not null,
  primary key (line_id, item)
);

create table training.plan_seat (
  line_id uuid not null references training.plan_line,
  unit_id uuid not null references organisation.unit,
  seats integer not null check (seats >= 0),
  entry_id uuid not null,
  primary key (line_id, unit_id)
);

create table training.spending (
  id uuid primary key default uuidv7(),
  line_id uuid not null references training.plan_line,
  item text not null,
  amount bigint not null check (amount > 0),
  paid_on date not null,
  voucher text not null,
  note text,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  entry_id uuid not null, closed_entry_id uuid, closed_why text
);
create index spending_line on training.spending (line_id) where upper_inf(recorded);

-- Who would go where: worked out by the solver, then moved by hand.
create table training.proposal (
  proposal_id uuid primary key default uuidv7(),
  plan_id uuid not null references training.plan,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  asked jsonb not null,
  progress jsonb,
  result jsonb,
  asked_at timestamptz not null,
  ended_at timestamptz,
  revision integer not null default 1,
  entry_id uuid not null
);
create index proposal_plan on training.proposal (plan_id);

create table training.proposal_seat (
  person_id uuid not null references people.person,
  proposal_id uuid not null references training.proposal,
  kind text not null,
  unit_id uuid not null references organisation.unit,
  line_id uuid references training.plan_line, -- none: not chosen
  by_hand boolean not null default false,
  worth integer not null default 0,
  why jsonb not null default '{}',
  scope int[] not null default '{}',
  entry_id uuid not null,
  primary key (person_id, proposal_id, kind)
);
create index proposal_seat_proposal on training.proposal_seat (proposal_id);
