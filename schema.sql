-- The schema that the migrations make. Written by `npm run types`; not to be edited.

create extension btree_gist;

create extension pg_trgm;

create schema access;

create schema audit;

create schema decisions;

create schema evaluation;

create schema imports;

create schema movements;

create schema organisation;

create schema people;

create schema qualifications;

create schema statistics;

create schema training;

CREATE OR REPLACE FUNCTION audit.append(entry_id uuid, at timestamp with time zone, account_id uuid, actor text, operation text, subject_id uuid, person_id uuid, reason text, input jsonb, changes jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'audit'
AS $function$
declare
  last audit.head;
  e audit.entry;
  on_day date := (at at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  -- One writer of the chain at a time; held only from here to the commit.
  select * into last from audit.head for update;
  if not found then
    raise exception 'the head of the audit log is missing' using errcode = 'data_corrupted';
  end if;
  e := row(last.seq + 1, entry_id, at, account_id, translate(actor, chr(31), ' '), translate(operation, chr(31), ' '), subject_id, person_id,
    nullif(translate(reason, chr(31), ' '), ''), coalesce(input, '{}'), coalesce(changes, '[]'), last.hash, '\x00'::bytea);
  e.hash := audit.seal(e.previous, e);
  insert into audit.entry values (e.*);
  if on_day > last.day then
    insert into audit.day_seal (day, seq, hash) values (last.day, last.seq, last.hash);
  end if;
  update audit.head set seq = e.seq, hash = e.hash, count = count + 1, day = greatest(last.day, on_day);
  return e.seq;
end $function$
;

CREATE OR REPLACE FUNCTION audit.head(entry_id uuid)
 RETURNS TABLE(id uuid, seq bigint, at timestamp with time zone, actor text, operation text, reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'audit'
BEGIN ATOMIC
 SELECT e.id,
     e.seq,
     e.at,
     e.actor,
     e.operation,
     e.reason
    FROM audit.entry e
   WHERE (e.id = head.entry_id);
END
;

CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $function$
;

CREATE OR REPLACE FUNCTION audit.seal(previous bytea, e audit.entry)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN sha256((previous || convert_to(concat_ws(''::text, (e).seq, (e).id, (EXTRACT(epoch FROM (e).at))::text, COALESCE(((e).account_id)::text, ''::text), (e).actor, (e).operation, COALESCE(((e).subject_id)::text, ''::text), COALESCE(((e).person_id)::text, ''::text), COALESCE((e).reason, ''::text), ((e).input)::text, ((e).changes)::text), 'UTF8'::name)))
;

CREATE OR REPLACE FUNCTION imports.file_name(run uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'imports'
RETURN (SELECT r.file_name FROM imports.run r WHERE (r.id = file_name.run))
;

CREATE OR REPLACE FUNCTION public.enqueue(job text, payload json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform graphile_worker.add_job(job, payload, max_attempts := 1);
end $function$
;

create table access.account (
  id uuid default uuidv7() not null,
  username text not null,
  display_name text not null,
  person_id uuid,
  password_hash text not null,
  must_change_password boolean default false not null,
  language text default 'vi'::text not null,
  status text default 'active'::text not null,
  created_at timestamp with time zone not null,
  email text,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_status_check CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])))
);

create table access.attempt (
  kind text not null,
  name bytea default '\x'::bytea not null,
  address text default ''::text not null,
  failures integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint attempt_pkey PRIMARY KEY (kind, name, address),
  constraint attempt_failures_check CHECK ((failures > 0)),
  constraint attempt_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'pair'::text, 'address'::text, 'code'::text, 'code-pair'::text])))
);

create table access.known_address (
  account_id uuid not null,
  address text not null,
  seen_at timestamp with time zone not null,
  constraint known_address_pkey PRIMARY KEY (account_id, address),
  constraint known_address_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id)
);

create table access.policy (
  only_one boolean default true not null,
  idle_minutes integer default 720 not null,
  whole_days integer default 14 not null,
  second_factor_roles text[] default '{}'::text[] not null,
  constraint policy_pkey PRIMARY KEY (only_one),
  constraint policy_idle_minutes_check CHECK (((idle_minutes >= 15) AND (idle_minutes <= 1440))),
  constraint policy_only_one_check CHECK (only_one),
  constraint policy_whole_days_check CHECK (((whole_days >= 1) AND (whole_days <= 14)))
);

create table access.recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash),
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.second_factor(account_id) ON DELETE CASCADE
);

create table access.role_grant (
  id uuid default uuidv7() not null,
  account_id uuid not null,
  role text not null,
  unit_id uuid,
  granted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  constraint role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id)
);

create table access.second_factor (
  account_id uuid not null,
  secret bytea not null,
  begun_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  constraint second_factor_pkey PRIMARY KEY (account_id),
  constraint second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id)
);

create table access.session (
  token_hash bytea not null,
  account_id uuid not null,
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  client text default ''::text not null,
  id uuid default uuidv7() not null,
  address text default ''::text not null,
  awaits_code boolean default false not null,
  sign_on_id uuid,
  has_proved_elsewhere boolean default false not null,
  constraint session_id UNIQUE (id),
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  constraint session_sign_on_id_fkey FOREIGN KEY (sign_on_id) REFERENCES access.sign_on(id)
);

create table access.sign_on (
  id uuid default uuidv7() not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  claim text not null,
  claim_value text not null,
  linked_at timestamp with time zone not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint sign_on_pkey PRIMARY KEY (id),
  constraint sign_on_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id)
);

create table access.sign_on_return (
  mark bytea not null,
  returned_at timestamp with time zone not null,
  constraint sign_on_return_pkey PRIMARY KEY (mark)
);

create table audit.backup (
  id uuid default uuidv7() not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  file text not null,
  bytes bigint,
  row_count bigint,
  is_encrypted boolean not null,
  is_scheduled boolean not null,
  problem text,
  constraint backup_pkey PRIMARY KEY (id)
);

create table audit.day_seal (
  day date not null,
  seq bigint not null,
  hash bytea not null,
  constraint day_seal_pkey PRIMARY KEY (day)
);

create table audit.entry (
  seq bigint not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  actor text not null,
  operation text not null,
  subject_id uuid,
  person_id uuid,
  reason text,
  input jsonb default '{}'::jsonb not null,
  changes jsonb default '[]'::jsonb not null,
  previous bytea not null,
  hash bytea not null,
  constraint entry_id_key UNIQUE (id),
  constraint entry_pkey PRIMARY KEY (seq)
);
alter table audit.entry enable row level security;

create table audit.head (
  only_one boolean default true not null,
  seq bigint not null,
  hash bytea not null,
  count bigint not null,
  day date,
  constraint head_pkey PRIMARY KEY (only_one),
  constraint head_only_one_check CHECK (only_one)
);

create table decisions.decision (
  id uuid default uuidv7() not null,
  code text not null,
  number text not null,
  symbol text not null,
  code_key text not null,
  kind text not null,
  issued_on date not null,
  issuer text not null,
  issuer_unit_id uuid,
  signer text,
  signer_title text,
  subject text not null,
  file_id uuid,
  withdrawn_on date,
  withdrawn_why text,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_entry_id uuid,
  recorded_at timestamp with time zone not null,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  constraint decision_taken UNIQUE NULLS NOT DISTINCT (code_key, issued_on, issuer_unit_id),
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_file_id_fkey FOREIGN KEY (file_id) REFERENCES decisions.file(id),
  constraint decision_issuer_unit_id_fkey FOREIGN KEY (issuer_unit_id) REFERENCES organisation.unit(id),
  constraint decision_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES decisions.decision(id),
  constraint decision_check CHECK ((withdrawn_on >= issued_on))
);

create table decisions.file (
  id uuid default uuidv7() not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  content bytea not null,
  added_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (id)
);

create table decisions.template (
  id uuid default uuidv7() not null,
  kind text not null,
  family text not null,
  format text not null,
  name text not null,
  content bytea not null,
  sha256 bytea not null,
  recorded tstzrange not null,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint template_once EXCLUDE USING gist (kind WITH =, family WITH =, format WITH =, recorded WITH &&),
  constraint template_pkey PRIMARY KEY (id),
  constraint template_family_check CHECK ((family = ANY (ARRAY['state'::text, 'party'::text]))),
  constraint template_format_check CHECK ((format = ANY (ARRAY['docx'::text, 'typ'::text])))
);

create table evaluation.rating (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  year integer not null,
  grade text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint rated_once EXCLUDE USING gist (person_id WITH =, year WITH =, recorded WITH &&),
  constraint rating_pkey PRIMARY KEY (person_id, id),
  constraint rating_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint rating_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint rating_grade_check CHECK ((grade = ANY (ARRAY['HTXS'::text, 'HTT'::text, 'HT'::text, 'KHT'::text]))),
  constraint rating_held_check CHECK ((NOT isempty(held))),
  constraint rating_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);
alter table evaluation.rating enable row level security;

create table imports.choice (
  run_id uuid not null,
  sheet text not null,
  "row" integer not null,
  choice text not null,
  person_id uuid,
  reason text,
  constraint choice_pkey PRIMARY KEY (run_id, sheet, "row"),
  constraint choice_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id) ON DELETE CASCADE,
  constraint choice_check CHECK (((choice = 'person'::text) = (person_id IS NOT NULL))),
  constraint choice_check1 CHECK (((choice <> 'left-out'::text) OR (reason IS NOT NULL))),
  constraint choice_choice_check CHECK ((choice = ANY (ARRAY['new'::text, 'person'::text, 'left-out'::text])))
);
alter table imports.choice enable row level security;

create table imports.correction (
  run_id uuid not null,
  sheet text not null,
  "row" integer not null,
  col text not null,
  value text not null,
  constraint correction_pkey PRIMARY KEY (run_id, sheet, "row", col),
  constraint correction_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id) ON DELETE CASCADE
);
alter table imports.correction enable row level security;

create table imports.mapping (
  id uuid default uuidv7() not null,
  unit_id uuid,
  kind text not null,
  fingerprint text not null,
  columns jsonb not null,
  saved_at timestamp with time zone not null,
  constraint mapping_once UNIQUE NULLS NOT DISTINCT (unit_id, kind, fingerprint),
  constraint mapping_pkey PRIMARY KEY (id),
  constraint mapping_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id)
);

create table imports.progress (
  run_id uuid not null,
  step text not null,
  done integer not null,
  total integer not null,
  constraint progress_pkey PRIMARY KEY (run_id),
  constraint progress_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id) ON DELETE CASCADE
);

create table imports."row" (
  run_id uuid not null,
  number integer not null,
  sheet text not null,
  "row" integer not null,
  state text not null,
  name text not null,
  detail jsonb not null,
  id uuid default uuidv7() not null,
  reading text default '["person","",0,[]]'::text not null,
  constraint row_pkey PRIMARY KEY (run_id, number),
  constraint row_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id) ON DELETE CASCADE,
  constraint row_state_check CHECK ((state = ANY (ARRAY['new'::text, 'same'::text, 'changed'::text, 'duplicate'::text, 'refused'::text, 'left_out'::text])))
);
alter table imports."row" enable row level security;

create table imports.run (
  id uuid default uuidv7() not null,
  kind text not null,
  unit_id uuid,
  day date,
  file_name text not null,
  file_size integer not null,
  file_sha256 bytea not null,
  content bytea not null,
  status text not null,
  working_since timestamp with time zone,
  failure jsonb,
  recognised jsonb default '{}'::jsonb not null,
  columns jsonb default '[]'::jsonb not null,
  counts jsonb,
  account_id uuid,
  actor text not null,
  created_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  applied_entry_id uuid,
  undone_at timestamp with time zone,
  undone_entry_id uuid,
  undone_why text,
  reading jsonb,
  constraint run_pkey PRIMARY KEY (id),
  constraint run_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  constraint run_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint run_kind_check CHECK ((kind = ANY (ARRAY['people'::text, 'sendings'::text, 'classes'::text]))),
  constraint run_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'ready'::text, 'failed'::text, 'applying'::text, 'applied'::text, 'undoing'::text, 'undone'::text])))
);
alter table imports.run enable row level security;

create table movements.secondment (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  from_unit_id uuid not null,
  host_unit_id uuid not null,
  title_text text,
  task text,
  held daterange not null,
  planned_end date,
  override_reason text,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint seconded_once EXCLUDE USING gist (person_id WITH =, held WITH &&, recorded WITH &&),
  constraint secondment_pkey PRIMARY KEY (person_id, id),
  constraint secondment_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint secondment_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES organisation.unit(id),
  constraint secondment_host_unit_id_fkey FOREIGN KEY (host_unit_id) REFERENCES organisation.unit(id),
  constraint secondment_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint secondment_check CHECK ((from_unit_id <> host_unit_id)),
  constraint secondment_held_check CHECK ((NOT isempty(held)))
);
alter table movements.secondment enable row level security;

create table organisation.authority (
  only_one boolean default true not null,
  unit_id uuid not null,
  is_demo boolean default false not null,
  founded_at timestamp with time zone not null,
  demo_loaded_at timestamp with time zone,
  constraint authority_pkey PRIMARY KEY (only_one),
  constraint authority_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint authority_only_one_check CHECK (only_one)
);

create table organisation.closure (
  ancestor_id uuid not null,
  descendant_id uuid not null,
  depth integer not null,
  held daterange not null,
  recorded tstzrange not null,
  constraint closure_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES organisation.unit(id),
  constraint closure_descendant_id_fkey FOREIGN KEY (descendant_id) REFERENCES organisation.unit(id)
);

create table organisation.reach (
  unit_id uuid not null,
  above integer[] not null,
  constraint reach_pkey PRIMARY KEY (unit_id),
  constraint reach_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id)
);

create table organisation.reorganisation (
  id uuid default uuidv7() not null,
  on_day date not null,
  title_vi text not null,
  title_en text not null,
  decision_id uuid,
  spec jsonb not null,
  applied_at timestamp with time zone not null,
  entry_id uuid not null,
  reversed_at timestamp with time zone,
  reversed_entry_id uuid,
  constraint reorganisation_pkey PRIMARY KEY (id)
);

create table organisation.succession (
  id uuid default uuidv7() not null,
  from_unit_id uuid not null,
  to_unit_id uuid,
  kind text not null,
  whole boolean not null,
  note text,
  on_day date not null,
  reorganisation_id uuid not null,
  recorded tstzrange not null,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint succession_pkey PRIMARY KEY (id),
  constraint succession_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES organisation.unit(id),
  constraint succession_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES organisation.reorganisation(id),
  constraint succession_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES organisation.unit(id),
  constraint succession_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'upgrade'::text, 'transfer'::text, 'abolish'::text])))
);

create table organisation.title (
  code text not null,
  name_vi text not null,
  name_en text not null,
  level text not null,
  block text not null,
  official_kind text not null,
  is_leader boolean not null,
  is_full_time boolean not null,
  place integer not null,
  held daterange not null,
  constraint title_pkey PRIMARY KEY (code)
);

create table organisation.unit (
  id uuid default uuidv7() not null,
  number bigint generated always as identity not null,
  constraint unit_number_key UNIQUE (number),
  constraint unit_pkey PRIMARY KEY (id)
);

create table organisation.unit_code (
  id uuid default uuidv7() not null,
  unit_id uuid not null,
  scheme text not null,
  code text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint unit_code_taken EXCLUDE USING gist (scheme WITH =, code WITH =, held WITH &&, recorded WITH &&),
  constraint unit_code_pkey PRIMARY KEY (id),
  constraint unit_code_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint unit_code_held_check CHECK ((NOT isempty(held)))
);

create table organisation.unit_parent (
  id uuid default uuidv7() not null,
  unit_id uuid not null,
  parent_id uuid not null,
  system text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint unit_parent_once EXCLUDE USING gist (unit_id WITH =, system WITH =, held WITH &&, recorded WITH &&),
  constraint unit_parent_pkey PRIMARY KEY (id),
  constraint unit_parent_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation.unit(id),
  constraint unit_parent_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint unit_parent_check CHECK ((unit_id <> parent_id)),
  constraint unit_parent_held_check CHECK ((NOT isempty(held))),
  constraint unit_parent_system_check CHECK ((system = ANY (ARRAY['state'::text, 'party'::text])))
);

create table organisation.unit_version (
  id uuid default uuidv7() not null,
  unit_id uuid not null,
  kind text not null,
  name_vi text not null,
  name_en text not null,
  search text not null,
  place integer default 0 not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint unit_named_once EXCLUDE USING gist (unit_id WITH =, held WITH &&, recorded WITH &&),
  constraint unit_version_pkey PRIMARY KEY (id),
  constraint unit_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint unit_version_held_check CHECK ((NOT isempty(held)))
);

create table people.assignment (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  kind text not null,
  unit_id uuid not null,
  title_code text,
  title_text text not null,
  official_kind text,
  held daterange not null,
  from_known boolean default true not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint main_post_once EXCLUDE USING gist (person_id WITH =, held WITH &&, recorded WITH &&) WHERE ((kind = 'main'::text)),
  constraint assignment_pkey PRIMARY KEY (person_id, id),
  constraint assignment_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint assignment_title_code_fkey FOREIGN KEY (title_code) REFERENCES organisation.title(code),
  constraint assignment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint assignment_held_check CHECK ((NOT isempty(held))),
  constraint assignment_kind_check CHECK ((kind = ANY (ARRAY['main'::text, 'concurrent'::text, 'acting'::text, 'seconded'::text, 'rotated'::text])))
);
alter table people.assignment enable row level security;

create table people.identity (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  kind text not null,
  number text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint identity_once EXCLUDE USING gist (person_id WITH =, kind WITH =, held WITH &&, recorded WITH &&),
  constraint identity_pkey PRIMARY KEY (person_id, id),
  constraint identity_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint identity_held_check CHECK ((NOT isempty(held))),
  constraint identity_kind_check CHECK ((kind = ANY (ARRAY['cccd'::text, 'cmnd'::text, 'official'::text, 'party_card'::text])))
);
alter table people.identity enable row level security;

create table people.identity_claim (
  kind text not null,
  number text not null,
  person_id uuid not null,
  scope integer[] default '{}'::integer[] not null,
  constraint identity_taken PRIMARY KEY (kind, number)
);
alter table people.identity_claim enable row level security;

create table people.membership (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  kind text not null,
  association text,
  unit_id uuid not null,
  title_text text,
  held daterange not null,
  from_known boolean default true not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint membership_pkey PRIMARY KEY (person_id, id),
  constraint membership_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint membership_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint membership_held_check CHECK ((NOT isempty(held))),
  constraint membership_kind_check CHECK ((kind = ANY (ARRAY['deputy'::text, 'party_member'::text, 'association_member'::text])))
);
alter table people.membership enable row level security;

create table people.merge (
  id uuid default uuidv7() not null,
  kept_id uuid not null,
  merged_id uuid not null,
  merged_at timestamp with time zone not null,
  entry_id uuid not null,
  reversed_at timestamp with time zone,
  reversed_entry_id uuid,
  scope integer[] default '{}'::integer[] not null,
  constraint merge_pkey PRIMARY KEY (id),
  constraint merge_check CHECK ((kept_id <> merged_id))
);
alter table people.merge enable row level security;

create table people.name (
  given text not null,
  family text not null,
  middle text not null,
  search text not null,
  constraint name_pkey PRIMARY KEY (given, family, middle)
);
alter table people.name enable row level security;

create table people.person (
  person_id uuid default uuidv7() not null,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  scope integer[] default '{}'::integer[] not null,
  constraint person_pkey PRIMARY KEY (person_id)
);
alter table people.person enable row level security;

create table people.profile (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  full_name text not null,
  family text not null,
  middle text not null,
  given text not null,
  search text not null,
  sex text,
  birth text,
  birth_low date,
  birth_high date,
  ethnicity text,
  ethnicity_text text,
  religion text,
  native_place text,
  birthplace text,
  residence text,
  general_education text,
  party_joined text,
  party_official text,
  phone text,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint profile_once EXCLUDE USING gist (person_id WITH =, recorded WITH &&),
  constraint profile_pkey PRIMARY KEY (person_id, id),
  constraint profile_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint profile_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint profile_check CHECK ((birth_low <= birth_high)),
  constraint profile_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
);
alter table people.profile enable row level security;

create table people.scope_day (
  only_one boolean default true not null,
  day date not null,
  constraint scope_day_pkey PRIMARY KEY (only_one),
  constraint scope_day_only_one_check CHECK (only_one)
);

create table public.app_login (
  only_one boolean default true not null,
  password text not null,
  constraint app_login_pkey PRIMARY KEY (only_one),
  constraint app_login_only_one_check CHECK (only_one)
);

create table public.migration (
  name text not null,
  applied_at timestamp with time zone default now() not null,
  sha256 text not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table qualifications.accepted_field (
  id uuid default uuidv7() not null,
  title_code text not null,
  field_code text not null,
  held daterange not null,
  recorded tstzrange not null,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint accepted_field_once EXCLUDE USING gist (title_code WITH =, field_code WITH =, held WITH &&, recorded WITH &&),
  constraint accepted_field_pkey PRIMARY KEY (id),
  constraint accepted_field_title_code_fkey FOREIGN KEY (title_code) REFERENCES organisation.title(code),
  constraint accepted_field_held_check CHECK ((NOT isempty(held)))
);

create table qualifications.post_weight (
  id uuid default uuidv7() not null,
  title_code text not null,
  weight integer not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint post_weighed_once EXCLUDE USING gist (title_code WITH =, held WITH &&, recorded WITH &&),
  constraint post_weight_pkey PRIMARY KEY (id),
  constraint post_weight_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint post_weight_title_code_fkey FOREIGN KEY (title_code) REFERENCES organisation.title(code),
  constraint post_weight_held_check CHECK ((NOT isempty(held))),
  constraint post_weight_weight_check CHECK (((weight >= 1) AND (weight <= 10)))
);

create table qualifications.qualification (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  kind text not null,
  level text not null,
  rank integer default 0 not null,
  state text not null,
  field_code text,
  field_text text,
  language text,
  mode text,
  institution text,
  result text,
  certificate text,
  written text,
  held daterange not null,
  from_known boolean default true not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  expires_on date,
  class_id uuid,
  constraint qualification_pkey PRIMARY KEY (person_id, id),
  constraint qualification_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint qualification_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint qualification_held_check CHECK ((NOT isempty(held))),
  constraint qualification_kind_check CHECK ((kind = ANY (ARRAY['degree'::text, 'theory'::text, 'state_management'::text, 'language'::text, 'ethnic_language'::text, 'it'::text, 'defence'::text]))),
  constraint qualification_state_check CHECK ((state = ANY (ARRAY['studying'::text, 'finished'::text, 'abandoned'::text])))
);
alter table qualifications.qualification enable row level security;

create table qualifications.standard (
  id uuid default uuidv7() not null,
  title_code text not null,
  requirement text not null,
  level text,
  rank integer default 0 not null,
  language text,
  periods integer,
  document text not null,
  article text,
  verified boolean not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint standard_once EXCLUDE USING gist (title_code WITH =, requirement WITH =, held WITH &&, recorded WITH &&),
  constraint standard_pkey PRIMARY KEY (id),
  constraint standard_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint standard_title_code_fkey FOREIGN KEY (title_code) REFERENCES organisation.title(code),
  constraint standard_check CHECK (((requirement = 'hours'::text) = (periods IS NOT NULL))),
  constraint standard_check1 CHECK (((requirement = ANY (ARRAY['field'::text, 'hours'::text])) = (level IS NULL))),
  constraint standard_held_check CHECK ((NOT isempty(held))),
  constraint standard_periods_check CHECK ((periods > 0)),
  constraint standard_requirement_check CHECK ((requirement = ANY (ARRAY['degree'::text, 'field'::text, 'theory'::text, 'state_management'::text, 'defence'::text, 'language'::text, 'it'::text, 'hours'::text])))
);

create table statistics.submission (
  submission_id uuid default uuidv7() not null,
  form text not null,
  unit_id uuid not null,
  from_day date not null,
  to_day date not null,
  on_day date not null,
  known_at timestamp with time zone not null,
  submitted_at timestamp with time zone not null,
  submitted_by text not null,
  note text,
  cells jsonb not null,
  decision_id uuid,
  entry_id uuid not null,
  constraint submission_pkey PRIMARY KEY (submission_id),
  constraint submission_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint submission_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint submission_check CHECK ((to_day > from_day))
);

create table statistics.submission_person (
  person_id uuid not null,
  submission_id uuid not null,
  row_key text not null,
  fact_id uuid not null,
  detail jsonb default '{}'::jsonb not null,
  scope integer[] default '{}'::integer[] not null,
  entry_id uuid not null,
  constraint submission_person_pkey PRIMARY KEY (person_id, submission_id, row_key, fact_id),
  constraint submission_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint submission_person_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES statistics.submission(submission_id)
);
alter table statistics.submission_person enable row level security;

create table training.attendance (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  class_id uuid not null,
  session_id uuid not null,
  state text not null,
  marked_at timestamp with time zone not null,
  marked_by text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint attended_once EXCLUDE USING gist (person_id WITH =, session_id WITH =, recorded WITH &&),
  constraint attendance_pkey PRIMARY KEY (person_id, id),
  constraint attendance_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id),
  constraint attendance_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint attendance_session_id_fkey FOREIGN KEY (session_id) REFERENCES training.class_session(session_id),
  constraint attendance_held_check CHECK ((NOT isempty(held))),
  constraint attendance_state_check CHECK ((state = ANY (ARRAY['present'::text, 'absent'::text, 'excused'::text])))
);
alter table training.attendance enable row level security;

create table training.board (
  class_id uuid not null,
  revision integer default 1 not null,
  updated_at timestamp with time zone not null,
  entry_id uuid not null,
  constraint board_pkey PRIMARY KEY (class_id),
  constraint board_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id)
);

create table training.certificate (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  class_id uuid not null,
  number text not null,
  register_no integer not null,
  issued_on date not null,
  expires_on date,
  check_code text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint certified_once EXCLUDE USING gist (person_id WITH =, class_id WITH =, recorded WITH &&),
  constraint certificate_pkey PRIMARY KEY (person_id, id),
  constraint certificate_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id),
  constraint certificate_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint certificate_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint certificate_check CHECK ((expires_on > issued_on)),
  constraint certificate_held_check CHECK ((NOT isempty(held)))
);
alter table training.certificate enable row level security;

create table training.certificate_code (
  check_code text not null,
  opener_unit_id uuid not null,
  year integer not null,
  register_no integer not null,
  person_id uuid not null,
  certificate_id uuid not null,
  scope integer[] default '{}'::integer[] not null,
  entry_id uuid not null,
  annulled_on date,
  annulled_why text,
  constraint register_no_taken UNIQUE (opener_unit_id, year, register_no),
  constraint certificate_code_pkey PRIMARY KEY (check_code),
  constraint certificate_code_opener_unit_id_fkey FOREIGN KEY (opener_unit_id) REFERENCES organisation.unit(id),
  constraint certificate_code_check CHECK (((annulled_on IS NULL) = (annulled_why IS NULL)))
);
alter table training.certificate_code enable row level security;

create table training.class (
  class_id uuid default uuidv7() not null,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  feedback_code text,
  feedback_until date,
  constraint class_pkey PRIMARY KEY (class_id),
  constraint class_check CHECK (((feedback_code IS NULL) = (feedback_until IS NULL)))
);

create table training.class_seat (
  class_id uuid not null,
  unit_id uuid not null,
  seats integer not null,
  entry_id uuid not null,
  constraint class_seat_pkey PRIMARY KEY (class_id, unit_id),
  constraint class_seat_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id),
  constraint class_seat_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint class_seat_seats_check CHECK ((seats >= 0))
);

create table training.class_session (
  session_id uuid default uuidv7() not null,
  class_id uuid not null,
  on_day date not null,
  part text not null,
  periods integer not null,
  topic text,
  lecturer text,
  place text,
  entry_id uuid not null,
  removed_at timestamp with time zone,
  constraint class_session_pkey PRIMARY KEY (session_id),
  constraint class_session_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id),
  constraint class_session_part_check CHECK ((part = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text]))),
  constraint class_session_periods_check CHECK (((periods >= 1) AND (periods <= 12)))
);

create table training.class_version (
  id uuid default uuidv7() not null,
  class_id uuid not null,
  kind text not null,
  title text not null,
  search text not null,
  opener_unit_id uuid not null,
  place text,
  lecturer text,
  head_count integer,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  seats integer,
  periods integer,
  plan_line_id uuid,
  institution text,
  mode text,
  field_text text,
  constraint class_once EXCLUDE USING gist (class_id WITH =, recorded WITH &&),
  constraint class_version_pkey PRIMARY KEY (id),
  constraint class_version_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id),
  constraint class_version_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint class_version_opener_unit_id_fkey FOREIGN KEY (opener_unit_id) REFERENCES organisation.unit(id),
  constraint class_version_plan_line_id_fkey FOREIGN KEY (plan_line_id) REFERENCES training.plan_line(line_id),
  constraint class_version_head_count_check CHECK ((head_count >= 0)),
  constraint class_version_held_check CHECK ((NOT isempty(held))),
  constraint class_version_periods_check CHECK ((periods > 0)),
  constraint class_version_seats_check CHECK ((seats > 0))
);

create table training.commitment (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  sending_id uuid not null,
  course_months integer not null,
  committed_months integer not null,
  document text not null,
  service_from date,
  cost_lines jsonb default '[]'::jsonb not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint committed_once EXCLUDE USING gist (person_id WITH =, sending_id WITH =, recorded WITH &&),
  constraint commitment_pkey PRIMARY KEY (person_id, id),
  constraint commitment_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint commitment_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint commitment_committed_months_check CHECK ((committed_months > 0)),
  constraint commitment_course_months_check CHECK ((course_months > 0)),
  constraint commitment_held_check CHECK ((NOT isempty(held)))
);
alter table training.commitment enable row level security;

create table training.enrolment (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  class_id uuid not null,
  unit_id uuid,
  title_text text,
  result text,
  certificate text,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  state text default 'enrolled'::text not null,
  state_on date,
  state_why text,
  sending_id uuid,
  constraint enrolled_once EXCLUDE USING gist (person_id WITH =, class_id WITH =, recorded WITH &&),
  constraint enrolment_pkey PRIMARY KEY (person_id, id),
  constraint enrolment_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id),
  constraint enrolment_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint enrolment_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint enrolment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint enrolment_held_check CHECK ((NOT isempty(held))),
  constraint enrolment_state_check CHECK ((state = ANY (ARRAY['enrolled'::text, 'completed'::text, 'failed'::text, 'deferred'::text, 'withdrawn'::text])))
);
alter table training.enrolment enable row level security;

create table training.feedback (
  feedback_id uuid default uuidv7() not null,
  class_id uuid not null,
  answers jsonb not null,
  comment text,
  given_at timestamp with time zone not null,
  entry_id uuid not null,
  constraint feedback_pkey PRIMARY KEY (feedback_id),
  constraint feedback_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id)
);

create table training.need_claim (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  kind text not null,
  year integer not null,
  stance text not null,
  reason text not null,
  unit_id uuid not null,
  said_by text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint need_said_once EXCLUDE USING gist (person_id WITH =, kind WITH =, year WITH =, recorded WITH &&),
  constraint need_claim_pkey PRIMARY KEY (person_id, id),
  constraint need_claim_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint need_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint need_claim_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint need_claim_held_check CHECK ((NOT isempty(held))),
  constraint need_claim_stance_check CHECK ((stance = ANY (ARRAY['added'::text, 'applied'::text, 'struck'::text]))),
  constraint need_claim_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);
alter table training.need_claim enable row level security;

create table training.nomination (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  class_id uuid not null,
  unit_id uuid not null,
  title_text text,
  state text default 'nominated'::text not null,
  overrides jsonb default '[]'::jsonb not null,
  nominated_by text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint nominated_once EXCLUDE USING gist (person_id WITH =, class_id WITH =, recorded WITH &&),
  constraint nomination_pkey PRIMARY KEY (person_id, id),
  constraint nomination_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id),
  constraint nomination_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint nomination_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint nomination_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint nomination_held_check CHECK ((NOT isempty(held))),
  constraint nomination_state_check CHECK ((state = ANY (ARRAY['nominated'::text, 'withdrawn'::text, 'sent'::text])))
);
alter table training.nomination enable row level security;

create table training.plan (
  plan_id uuid default uuidv7() not null,
  unit_id uuid not null,
  year integer not null,
  title text not null,
  status text default 'draft'::text not null,
  budget bigint,
  away_percent integer,
  note text,
  returned_why text,
  decision_id uuid,
  revision integer default 1 not null,
  updated_at timestamp with time zone not null,
  entry_id uuid not null,
  constraint plan_title_taken UNIQUE (unit_id, year, title),
  constraint plan_pkey PRIMARY KEY (plan_id),
  constraint plan_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint plan_away_percent_check CHECK (((away_percent >= 1) AND (away_percent <= 100))),
  constraint plan_budget_check CHECK ((budget >= 0)),
  constraint plan_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text]))),
  constraint plan_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);

create table training.plan_cost (
  line_id uuid not null,
  item text not null,
  per text not null,
  amount bigint not null,
  entry_id uuid not null,
  constraint plan_cost_pkey PRIMARY KEY (line_id, item),
  constraint plan_cost_line_id_fkey FOREIGN KEY (line_id) REFERENCES training.plan_line(line_id),
  constraint plan_cost_amount_check CHECK ((amount >= 0)),
  constraint plan_cost_per_check CHECK ((per = ANY (ARRAY['seat'::text, 'line'::text])))
);

create table training.plan_line (
  line_id uuid default uuidv7() not null,
  plan_id uuid not null,
  place_no integer not null,
  kind text not null,
  title text not null,
  whom text,
  field_text text,
  mode text,
  institution text,
  seats integer not null,
  starts_on date,
  ends_on date,
  place text,
  budget_line text,
  periods integer,
  removed_at timestamp with time zone,
  entry_id uuid not null,
  constraint plan_line_pkey PRIMARY KEY (line_id),
  constraint plan_line_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES training.plan(plan_id),
  constraint plan_line_check CHECK ((ends_on > starts_on)),
  constraint plan_line_periods_check CHECK ((periods > 0)),
  constraint plan_line_seats_check CHECK ((seats > 0))
);

create table training.plan_seat (
  line_id uuid not null,
  unit_id uuid not null,
  seats integer not null,
  entry_id uuid not null,
  constraint plan_seat_pkey PRIMARY KEY (line_id, unit_id),
  constraint plan_seat_line_id_fkey FOREIGN KEY (line_id) REFERENCES training.plan_line(line_id),
  constraint plan_seat_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint plan_seat_seats_check CHECK ((seats >= 0))
);

create table training.proposal (
  proposal_id uuid default uuidv7() not null,
  plan_id uuid not null,
  state text default 'waiting'::text not null,
  asked jsonb not null,
  progress jsonb,
  result jsonb,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  revision integer default 1 not null,
  entry_id uuid not null,
  constraint proposal_pkey PRIMARY KEY (proposal_id),
  constraint proposal_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES training.plan(plan_id),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);

create table training.proposal_seat (
  person_id uuid not null,
  proposal_id uuid not null,
  kind text not null,
  unit_id uuid not null,
  line_id uuid,
  by_hand boolean default false not null,
  worth integer default 0 not null,
  why jsonb default '{}'::jsonb not null,
  scope integer[] default '{}'::integer[] not null,
  entry_id uuid not null,
  constraint proposal_seat_pkey PRIMARY KEY (person_id, proposal_id, kind),
  constraint proposal_seat_line_id_fkey FOREIGN KEY (line_id) REFERENCES training.plan_line(line_id),
  constraint proposal_seat_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint proposal_seat_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES training.proposal(proposal_id),
  constraint proposal_seat_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id)
);
alter table training.proposal_seat enable row level security;

create table training.repayment (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  commitment_id uuid not null,
  cause text not null,
  on_day date not null,
  cost bigint not null,
  committed_months integer not null,
  served_months integer not null,
  amount bigint not null,
  status text default 'owed'::text not null,
  status_on date,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  constraint repayment_pkey PRIMARY KEY (person_id, id),
  constraint repayment_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint repayment_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint repayment_amount_check CHECK ((amount >= 0)),
  constraint repayment_cause_check CHECK ((cause = ANY (ARRAY['quit'::text, 'no_degree'::text, 'dismissed'::text, 'left'::text]))),
  constraint repayment_cost_check CHECK ((cost >= 0)),
  constraint repayment_held_check CHECK ((NOT isempty(held))),
  constraint repayment_served_months_check CHECK ((served_months >= 0)),
  constraint repayment_status_check CHECK ((status = ANY (ARRAY['owed'::text, 'paid'::text, 'waived'::text])))
);
alter table training.repayment enable row level security;

create table training.sending (
  person_id uuid not null,
  id uuid default uuidv7() not null,
  kind text not null,
  purpose text,
  unit_id uuid not null,
  title_text text,
  sent_on date not null,
  study daterange,
  study_text text,
  institution text,
  mode text,
  outcome text,
  outcome_on date,
  status text default 'sent'::text not null,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  run_id uuid,
  run_row integer,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  scope integer[] default '{}'::integer[] not null,
  class_id uuid,
  constraint sending_pkey PRIMARY KEY (person_id, id),
  constraint sending_class_id_fkey FOREIGN KEY (class_id) REFERENCES training.class(class_id),
  constraint sending_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint sending_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(person_id),
  constraint sending_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organisation.unit(id),
  constraint sending_held_check CHECK ((NOT isempty(held))),
  constraint sending_outcome_check CHECK ((outcome = ANY (ARRAY['completed'::text, 'failed'::text, 'dropped'::text]))),
  constraint sending_status_check CHECK ((status = ANY (ARRAY['sent'::text, 'cancelled'::text])))
);
alter table training.sending enable row level security;

create table training.spending (
  id uuid default uuidv7() not null,
  line_id uuid not null,
  item text not null,
  amount bigint not null,
  paid_on date not null,
  voucher text not null,
  note text,
  held daterange not null,
  recorded tstzrange not null,
  decision_id uuid,
  entry_id uuid not null,
  closed_entry_id uuid,
  closed_why text,
  constraint spending_pkey PRIMARY KEY (id),
  constraint spending_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions.decision(id),
  constraint spending_line_id_fkey FOREIGN KEY (line_id) REFERENCES training.plan_line(line_id),
  constraint spending_amount_check CHECK ((amount > 0)),
  constraint spending_held_check CHECK ((NOT isempty(held)))
);

CREATE INDEX account_email ON access.account USING btree (lower(email));

CREATE UNIQUE INDEX account_name_taken ON access.account USING btree (lower(username));

CREATE INDEX attempt_age ON access.attempt USING btree (kind, first_at);

CREATE INDEX attempt_name ON access.attempt USING btree (name);

CREATE UNIQUE INDEX role_granted_once ON access.role_grant USING btree (account_id, role, unit_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);

CREATE INDEX session_account ON access.session USING btree (account_id);

CREATE INDEX session_sign_on ON access.session USING btree (sign_on_id) WHERE (sign_on_id IS NOT NULL);

CREATE INDEX sign_on_account ON access.sign_on USING btree (account_id);

CREATE UNIQUE INDEX sign_on_account_once ON access.sign_on USING btree (issuer, account_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX sign_on_once ON access.sign_on USING btree (issuer, subject) WHERE (ended_at IS NULL);

CREATE INDEX backup_began ON audit.backup USING btree (began_at DESC);

CREATE INDEX entry_account ON audit.entry USING btree (account_id, seq);

CREATE INDEX entry_at ON audit.entry USING btree (at);

CREATE INDEX entry_operation ON audit.entry USING btree (operation, seq);

CREATE INDEX entry_person ON audit.entry USING btree (person_id, seq) WHERE (person_id IS NOT NULL);

CREATE INDEX entry_subject ON audit.entry USING btree (subject_id, seq) WHERE (subject_id IS NOT NULL);

CREATE INDEX decision_issued ON decisions.decision USING btree (issued_on DESC, id);

CREATE INDEX decision_issuer ON decisions.decision USING btree (issuer_unit_id);

CREATE INDEX decision_search ON decisions.decision USING gin (code_key gin_trgm_ops);

CREATE INDEX decision_withdrawn ON decisions.decision USING btree (withdrawn_at) WHERE (withdrawn_at IS NOT NULL);

CREATE INDEX rating_decision ON evaluation.rating USING btree (decision_id);

CREATE INDEX rating_run ON evaluation.rating USING btree (run_id);

CREATE INDEX row_state ON imports."row" USING btree (run_id, state, number);

CREATE INDEX run_applied ON imports.run USING btree (applied_entry_id);

CREATE INDEX run_created ON imports.run USING btree (created_at DESC, id);

CREATE INDEX secondment_decision ON movements.secondment USING btree (decision_id) WHERE (decision_id IS NOT NULL);

CREATE INDEX secondment_from ON movements.secondment USING btree (from_unit_id) WHERE upper_inf(recorded);

CREATE INDEX secondment_run ON movements.secondment USING btree (run_id);

CREATE INDEX secondment_scope ON movements.secondment USING gin (scope) WHERE upper_inf(recorded);

CREATE INDEX closure_ancestor ON organisation.closure USING btree (ancestor_id, descendant_id);

CREATE INDEX closure_descendant ON organisation.closure USING btree (descendant_id);

CREATE INDEX succession_from ON organisation.succession USING btree (from_unit_id);

CREATE INDEX succession_to ON organisation.succession USING btree (to_unit_id);

CREATE INDEX unit_code_unit ON organisation.unit_code USING btree (unit_id);

CREATE INDEX unit_parent_parent ON organisation.unit_parent USING btree (parent_id);

CREATE INDEX unit_version_search ON organisation.unit_version USING gin (search gin_trgm_ops);

CREATE INDEX assignment_decision ON people.assignment USING btree (decision_id);

CREATE INDEX assignment_run ON people.assignment USING btree (run_id);

CREATE INDEX assignment_unit ON people.assignment USING btree (unit_id) WHERE upper_inf(recorded);

CREATE INDEX identity_decision ON people.identity USING btree (decision_id) WHERE (decision_id IS NOT NULL);

CREATE INDEX identity_number ON people.identity USING btree (number text_pattern_ops) WHERE upper_inf(recorded);

CREATE INDEX membership_decision ON people.membership USING btree (decision_id) WHERE (decision_id IS NOT NULL);

CREATE INDEX membership_run ON people.membership USING btree (run_id);

CREATE INDEX membership_unit ON people.membership USING btree (unit_id) WHERE upper_inf(recorded);

CREATE INDEX merge_kept ON people.merge USING btree (kept_id);

CREATE INDEX name_search ON people.name USING gin (search gin_trgm_ops);

CREATE INDEX person_scope ON people.person USING gin (scope);

CREATE INDEX profile_birth ON people.profile USING btree (birth_low) WHERE upper_inf(recorded);

CREATE INDEX profile_decision ON people.profile USING btree (decision_id) WHERE (decision_id IS NOT NULL);

CREATE INDEX profile_folded ON people.profile USING btree (search, birth_low) WHERE upper_inf(recorded);

CREATE INDEX profile_name ON people.profile USING btree (given COLLATE "vi-x-icu", family COLLATE "vi-x-icu", middle COLLATE "vi-x-icu", person_id) WHERE upper_inf(recorded);

CREATE INDEX profile_scope ON people.profile USING gin (scope) WHERE upper_inf(recorded);

CREATE INDEX profile_search ON people.profile USING gin (search gin_trgm_ops) WHERE upper_inf(recorded);

CREATE INDEX qualification_decision ON qualifications.qualification USING btree (decision_id);

CREATE INDEX qualification_run ON qualifications.qualification USING btree (run_id);

CREATE INDEX submission_form ON statistics.submission USING btree (form, unit_id, to_day DESC);

CREATE INDEX submission_person_submission ON statistics.submission_person USING btree (submission_id, row_key);

CREATE INDEX attendance_class ON training.attendance USING btree (class_id) WHERE upper_inf(recorded);

CREATE INDEX certificate_check_code ON training.certificate USING btree (check_code);

CREATE INDEX certificate_class ON training.certificate USING btree (class_id) WHERE upper_inf(recorded);

CREATE UNIQUE INDEX class_feedback_code ON training.class USING btree (feedback_code);

CREATE INDEX class_session_day ON training.class_session USING btree (on_day) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX session_taken ON training.class_session USING btree (class_id, on_day, part) WHERE (removed_at IS NULL);

CREATE INDEX class_version_line ON training.class_version USING btree (plan_line_id) WHERE (plan_line_id IS NOT NULL);

CREATE INDEX class_version_opened ON training.class_version USING btree (opener_unit_id, lower(held)) INCLUDE (kind, class_id, head_count) WHERE upper_inf(recorded);

CREATE INDEX class_version_run ON training.class_version USING btree (run_id);

CREATE INDEX enrolment_class ON training.enrolment USING btree (class_id) WHERE upper_inf(recorded);

CREATE INDEX enrolment_decision ON training.enrolment USING btree (decision_id) WHERE (decision_id IS NOT NULL);

CREATE INDEX enrolment_run ON training.enrolment USING btree (run_id);

CREATE INDEX feedback_class ON training.feedback USING btree (class_id);

CREATE INDEX nomination_class ON training.nomination USING btree (class_id) WHERE upper_inf(recorded);

CREATE INDEX plan_line_plan ON training.plan_line USING btree (plan_id);

CREATE INDEX proposal_plan ON training.proposal USING btree (plan_id);

CREATE INDEX proposal_seat_proposal ON training.proposal_seat USING btree (proposal_id);

CREATE INDEX sending_class ON training.sending USING btree (class_id) WHERE (class_id IS NOT NULL);

CREATE INDEX sending_decision ON training.sending USING btree (decision_id);

CREATE INDEX sending_kind ON training.sending USING btree (kind, sent_on) WHERE upper_inf(recorded);

CREATE INDEX sending_run ON training.sending USING btree (run_id);

CREATE INDEX sending_scope ON training.sending USING gin (scope) WHERE upper_inf(recorded);

CREATE INDEX sending_unit ON training.sending USING btree (unit_id, sent_on) INCLUDE (kind, person_id) WHERE (upper_inf(recorded) AND (status = 'sent'::text));

CREATE INDEX spending_line ON training.spending USING btree (line_id) WHERE upper_inf(recorded);

create view people.tie as
 SELECT assignment.person_id,
    assignment.unit_id,
    assignment.held,
    assignment.recorded
   FROM people.assignment
UNION ALL
 SELECT membership.person_id,
    membership.unit_id,
    membership.held,
    membership.recorded
   FROM people.membership;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit.day_seal FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit.day_seal FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER kept BEFORE DELETE ON audit.head FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER kept_whole BEFORE TRUNCATE ON audit.head FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

create policy wide on audit.entry for all using (true) with check (true);

create policy in_scope on evaluation.rating for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on evaluation.rating for all using (true) with check (true);

create policy wide on imports.choice for all using (true) with check (true);

create policy wide on imports.correction for all using (true) with check (true);

create policy wide on imports."row" for all using (true) with check (true);

create policy wide on imports.run for all using (true) with check (true);

create policy in_scope on movements.secondment for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on movements.secondment for all using (true) with check (true);

create policy in_scope on people.assignment for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on people.assignment for all using (true) with check (true);

create policy in_scope on people.identity for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on people.identity for all using (true) with check (true);

create policy in_scope on people.identity_claim for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on people.identity_claim for all using (true) with check (true);

create policy in_scope on people.membership for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on people.membership for all using (true) with check (true);

create policy in_scope on people.merge for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (kept_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on people.merge for all using (true) with check (true);

create policy wide on people.name for all using (true) with check (true);

create policy in_scope on people.person for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on people.person for all using (true) with check (true);

create policy in_scope on people.profile for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on people.profile for all using (true) with check (true);

create policy in_scope on qualifications.qualification for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on qualifications.qualification for all using (true) with check (true);

create policy in_scope on statistics.submission_person for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on statistics.submission_person for all using (true) with check (true);

create policy in_scope on training.attendance for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.attendance for all using (true) with check (true);

create policy in_scope on training.certificate for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.certificate for all using (true) with check (true);

create policy in_scope on training.certificate_code for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.certificate_code for all using (true) with check (true);

create policy in_scope on training.commitment for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.commitment for all using (true) with check (true);

create policy in_scope on training.enrolment for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.enrolment for all using (true) with check (true);

create policy in_scope on training.need_claim for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.need_claim for all using (true) with check (true);

create policy in_scope on training.nomination for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.nomination for all using (true) with check (true);

create policy in_scope on training.proposal_seat for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.proposal_seat for all using (true) with check (true);

create policy in_scope on training.repayment for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.repayment for all using (true) with check (true);

create policy in_scope on training.sending for select using (((scope && (NULLIF(current_setting('app.scope'::text, true), ''::text))::integer[]) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));

create policy wide on training.sending for all using (true) with check (true);
