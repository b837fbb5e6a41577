-- What is owed after a funded study: service, or money.
create table training.commitment (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  sending_id uuid not null,
  course_months integer not null check (course_months > 0),
  committed_months integer not null check (committed_months > 0),
  document text not null,                   -- the rule it follows, of the day of sending
  service_from date,                        -- once the study has ended
  cost_lines jsonb not null default '[]',   -- each: item, amount in whole đồng, voucher
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  scope int[] not null default '{}',
  primary key (person_id, id),
  constraint committed_once exclude using gist (person_id with =, sending_id with =, recorded with &&)
);

create table training.repayment (
  person_id uuid not null references people.person,
  id uuid not null default uuidv7(),
  commitment_id uuid not null,
  cause text not null check (cause in ('quit', 'no_degree', 'dismissed', 'left')),
  on_day date not null,
  cost bigint not null check (cost >= 0),   -- F
  committed_months integer not null,        -- T1
  served_months integer not null check (served_months >= 0), -- T2
  amount bigint not null check (amount >= 0), -- S
  status text not null default 'owed' check (status in ('owed', 'paid', 'waived')),
  status_on date,
  held daterange not null check (not isempty(held)),
  recorded tstzrange not null,
  decision_id uuid references decisions.decision,
  run_id uuid, run_row integer,
  entry_id uuid not null, closed_entry_id uuid, closed_why text,
  scope int[] not null default '{}',
  primary key (person_id, id)
);

do $$
declare
  t text;
begin
  foreach t in array array['training.commitment', 'training.repayment'] loop
    execute format('alter table %s enable row level security', t);
    execute format($p$create policy in_scope on %s for select to kecan_app using (
      scope && nullif(current_setting('app.scope', true), '')::int[]
      or person_id = nullif(current_setting('app.person', true), '')::uuid)$p$, t);
    execute format('create policy wide on %s to kecan_wide using (true) with check (true)', t);
  end loop;
end $$;
