-- The second wall. The server speaks as a login that is neither owner nor superuser, in the group kecan_app: row security shows it a
-- person-bound row only when the row's `scope` meets the session's. kecan_wide is taken for one transaction, by whoever may see all.

do $$ begin
  create role kecan_app nologin;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  create role kecan_wide nologin;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  grant kecan_app to kecan_wide;
  execute format('grant kecan_wide to %I with inherit false, set true', current_user);
exception when insufficient_privilege or invalid_grant_operation or unique_violation then null; end $$;

-- The password of the application's login, made by the program; nobody but the owner reads it.
create table public.app_login (
  only_one boolean primary key default true check (only_one),
  password text not null
);

-- Units as small numbers: a row's scope is the numbers of the units in which its person is to be seen, and of all above them.
alter table organisation.unit add number bigint generated always as identity unique;

create table organisation.reach (
  unit_id uuid primary key references organisation.unit,
  above int[] not null
);
comment on table organisation.reach is 'The numbers of a unit and of the units above it, on the day of people.scope_day; kept by settleScopes().';

create table people.scope_day (
  only_one boolean primary key default true check (only_one),
  day date not null
);
insert into people.scope_day (day) values ((now() at time zone 'Asia/Ho_Chi_Minh')::date);

-- On a spread database a table that stands whole everywhere cannot point to one that is spread.
alter table people.identity_claim drop constraint identity_claim_person_id_fkey;
alter table people.merge drop constraint merge_kept_id_fkey, drop constraint merge_merged_id_fkey;
alter table imports.choice drop constraint choice_person_id_fkey;

-- A view asks with the rights of its owner unless told otherwise, and would look over the wall.
alter view people.tie set (security_invoker = true);

do $$
declare
  t text;
begin
  foreach t in array array[
    'people.person', 'people.profile', 'people.identity', 'people.identity_claim', 'people.assignment', 'people.membership', 'people.merge',
    'qualifications.qualification', 'training.sending', 'training.enrolment', 'movements.secondment'
  ] loop
    execute format('alter table %s add scope int[] not null default ''{}''', t);
    execute format('alter table %s enable row level security', t);
    execute format($p$create policy in_scope on %s for select to kecan_app using (
      scope && nullif(current_setting('app.scope', true), '')::int[]
      or %I = nullif(current_setting('app.person', true), '')::uuid)$p$, t, case t when 'people.merge' then 'kept_id' else 'person_id' end);
    execute format('create policy wide on %s to kecan_wide using (true) with check (true)', t);
  end loop;
  -- What is about people without being kept by person: the gate alone decides, and asks widely.
  foreach t in array array['audit.entry', 'imports.run', 'imports.row', 'imports.choice', 'imports.correction'] loop
    execute format('alter table %s enable row level security', t);
    execute format('create policy wide on %s to kecan_wide using (true) with check (true)', t);
  end loop;
end $$;

create index person_scope on people.person using gin (scope);
create index profile_scope on people.profile using gin (scope) where upper_inf(recorded);
create index sending_scope on training.sending using gin (scope) where upper_inf(recorded);
create index secondment_scope on movements.secondment using gin (scope) where upper_inf(recorded);

-- What the server may do with the tables. Facts are never deleted; the log is only appended to, through its function.
do $$
declare
  s text;
begin
  foreach s in array array['access', 'audit', 'decisions', 'imports', 'movements', 'organisation', 'people', 'qualifications', 'training'] loop
    execute format('grant usage on schema %I to kecan_app', s);
    execute format('grant select, insert, update on all tables in schema %I to kecan_app', s);
    execute format('grant usage on all sequences in schema %I to kecan_app', s);
  end loop;
end $$;
grant usage on schema public to kecan_app;
grant select on public.migration to kecan_app;
grant delete on access.session, imports.run, imports.row, imports.choice, imports.correction, imports.progress, people.identity_claim to kecan_app;
revoke insert, update on audit.entry from kecan_app;

-- Later tables, too, without a word of their own.
alter default privileges grant usage on schemas to kecan_app;
alter default privileges grant select, insert, update, delete on tables to kecan_app;
alter default privileges grant usage on sequences to kecan_app;

alter function audit.append security definer set search_path = pg_catalog, audit;
revoke execute on function audit.append from public;
grant execute on function audit.append to kecan_app;

-- Who recorded a fact, when and from which list, without what else was done with it.
create function audit.head(entry_id uuid) returns table (id uuid, seq bigint, at timestamptz, actor text, operation text, reason text)
language sql stable rows 1 security definer set search_path = pg_catalog, audit
begin atomic
  select e.id, e.seq, e.at, e.actor, e.operation, e.reason from audit.entry e where e.id = entry_id;
end;
create function imports.file_name(run uuid) returns text
language sql stable security definer set search_path = pg_catalog, imports
return (select r.file_name from imports.run r where r.id = run);
revoke execute on function audit.head, imports.file_name from public;
grant execute on function audit.head, imports.file_name to kecan_app;

-- The queue belongs to the owner; the server only puts jobs in it.
create function public.enqueue(job text, payload json) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(job, payload, max_attempts := 1);
end $$;
revoke execute on function public.enqueue from public;
grant execute on function public.enqueue to kecan_app;

-- Fills the new columns for what is there already.
with last_day as (
  select unit_id, least(max(coalesce(upper(held), 'infinity')) - 1, (select day from people.scope_day)) as day
  from organisation.unit_version where upper_inf(recorded) and lower(held) <= (select day from people.scope_day) group by unit_id
)
insert into organisation.reach (unit_id, above)
select c.descendant_id, array_agg(distinct a.number::int)
from organisation.closure c join last_day l on l.unit_id = c.descendant_id join organisation.unit a on a.id = c.ancestor_id
where upper_inf(c.recorded) and c.held @> l.day
group by c.descendant_id;

update people.person p set scope = now.scope
from (
  select t.person_id, array_agg(distinct n) as scope
  from people.tie t join organisation.reach r on r.unit_id = t.unit_id cross join unnest(r.above) n, people.scope_day d
  where upper_inf(t.recorded) and (t.held @> d.day or not exists (
    select from people.tie o where o.person_id = t.person_id and upper_inf(o.recorded)
      and (o.held @> d.day or (lower(o.held) <= d.day and upper(o.held) > upper(t.held)))))
  group by t.person_id
) now where now.person_id = p.person_id;

do $$
declare
  t text;
begin
  foreach t in array array[
    'people.profile', 'people.identity', 'people.identity_claim', 'people.assignment', 'people.membership', 'people.merge',
    'qualifications.qualification', 'training.sending', 'training.enrolment', 'movements.secondment'
  ] loop
    execute format('update %s t set scope = p.scope from people.person p where p.person_id = t.%I and t.scope <> p.scope', t,
      case t when 'people.merge' then 'kept_id' else 'person_id' end);
  end loop;
end $$;
