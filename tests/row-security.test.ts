import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Db } from '#db/connect.ts'
import { makePlaces, makeThings, type Places, type Things } from './access-things.ts'
import { testApp, type TestApp } from './app.ts'

// Round the program, by its own login: what would somebody see and do who only has that?
let app: TestApp
let places: Places
let inside: Things
let outside: Things
let past: Db

beforeAll(async () => {
  app = await testApp()
  places = await makePlaces(app)
  inside = await makeThings(app, places.inside, places.granted)
  outside = await makeThings(app, places.outside, places.granted)
  past = connect(app.appUrl, { max: 1 })
}, 60_000)

afterAll(() => past.destroy())

test('the login is neither owner nor superuser, passes no guard, and makes neither roles nor databases', async () => {
  const { rows } = await sql<Record<string, boolean>>`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = current_user`.execute(past)
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false }])
  const { rows: owned } = await sql`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where pg_has_role(current_user, c.relowner, 'member') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`.execute(past)
  expect(owned).toEqual([])
  const { rows: functions } = await sql`
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where pg_has_role(current_user, p.proowner, 'member') and n.nspname !~ '^pg_'`.execute(past)
  expect(functions).toEqual([])
})

test('every table with rows about persons is guarded, and no guard asks another table', async () => {
  const { rows: unguarded } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and not c.relrowsecurity and n.nspname in ('people', 'qualifications', 'evaluation', 'training', 'movements', 'imports', 'audit')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'kept_id'))`.execute(app.db)
  expect(unguarded).toEqual([])
  const { rows: asking } =
    await sql`select tablename, policyname from pg_policies where qual ~* '\\mselect\\M' or with_check ~* '\\mselect\\M'`.execute(app.db)
  expect(asking).toEqual([])
})

test('without saying for whom it asks it sees nobody, and nothing of the log', async () => {
  for (const { name } of await guarded()) {
    expect([name, (await sql`select from ${sql.table(name)}`.execute(past)).rows.length]).toEqual([name, 0])
  }
  expect((await sql<{ count: number }>`select count(*)::int as count from people.tie`.execute(past)).rows).toEqual([{ count: 0 }])
})

test('with one unit’s number it sees the people of that unit, in every table, and of a nonsense nobody', async () => {
  const seenBy = (scope: string) =>
    past.transaction().execute(async (tx) => {
      await sql`select set_config('app.scope', ${scope}, true)`.execute(tx)
      const { rows } = await sql<{ id: string }>`
        select person_id as id from people.person union select person_id from people.profile union select person_id from people.identity
        union select person_id from people.assignment union select person_id from people.membership union select person_id from training.sending
        union select person_id from training.enrolment union select person_id from movements.secondment
        union select person_id from qualifications.qualification union select person_id from people.identity_claim`.execute(tx)
      return rows.map(({ id }) => id)
    })
  const of = async (unitId: string | undefined) =>
    String((await sql<{ number: number }>`select number from organisation.unit where id = ${unitId}::uuid`.execute(app.db)).rows[0]?.number)
  const ofInside = await seenBy(`{${await of(places.inside)}}`)
  expect(ofInside).toEqual(expect.arrayContaining([inside['personId'], inside['mergedId']]))
  expect(ofInside).not.toEqual(expect.arrayContaining([outside['personId']]))
  expect(await seenBy('{}')).toEqual([])
  expect(await seenBy('{2147483647}')).toEqual([])
  await expect(seenBy('{x}')).rejects.toMatchObject({ code: '22P02' })
})

test('the setting ends with the transaction', async () => {
  await past.transaction().execute((tx) => sql`select set_config('app.scope', '{1,2,3,4,5,6,7,8,9,10}', true)`.execute(tx))
  expect((await sql`select from people.person`.execute(past)).rows).toHaveLength(0)
})

test('the log can be read by nobody at large and rewritten by nobody at all, not even under the role that sees everything', async () => {
  const attempts = [
    `update audit.entry set actor = 'x'`,
    `delete from audit.entry`,
    `insert into audit.entry (id) values (gen_random_uuid())`,
    `truncate audit.entry`,
    `alter table audit.entry disable trigger all`,
    `alter table audit.entry disable row level security`,
    `drop trigger append_only on audit.entry`,
    `create or replace function audit.append(uuid) returns void language sql as ''`,
  ]
  for (const attempt of attempts) expect([attempt, await codeOf(attempt)]).toEqual([attempt, '42501'])
  for (const attempt of attempts) expect([attempt, await codeOf(attempt, 'kecan_wide')]).toEqual([attempt, '42501'])
})

test('it takes away no fact, changes no guard, no right and no structure, and becomes nobody else', async () => {
  const attempts = [
    ...['delete from people.person', 'delete from people.profile', 'truncate people.person cascade', 'truncate training.sending'],
    ...[
      'alter table people.profile disable row level security',
      'drop policy in_scope on people.profile',
      'create policy mine on people.profile using (true)',
    ],
    ...[
      'alter table people.profile add column x int',
      'drop table people.profile',
      'create table public.mine (x int)',
      'create schema mine',
    ],
    ...[
      'create function public.mine() returns int language sql as $$ select 1 $$',
      'create table people.mine (x int)',
      'create extension dblink',
    ],
    ...['alter role kecan_app superuser', 'create role mine', `copy people.profile to program 'cat'`],
    ...[`copy people.profile from '/etc/passwd'`, `select pg_read_file('/etc/passwd')`, 'set session_replication_role = replica'],
    ...[
      'select password from public.app_login',
      'set role postgres',
      `set session authorization ${await owner()}`,
      `select * from pg_authid`,
    ],
  ]
  for (const attempt of attempts) {
    for (const role of [null, 'kecan_wide']) {
      const code = await codeOf(attempt, role)
      // 22023 and 42704: there is no such role here to become.
      expect([attempt, role, ['42501', '22023', '42704'].includes(code ?? '')]).toEqual([attempt, role, true])
    }
  }
})

test('a row cannot be written to where it would not be seen', async () => {
  const code = await codeOf(`update people.profile set full_name = 'Ai đó' where person_id = '${outside['personId']}'`)
  // Without a scope there is no such row: nothing is changed and nobody is told of it.
  expect(code === null || code === '42501').toBe(true)
  const { rows } = await sql`select from people.profile where full_name = 'Ai đó'`.execute(app.db)
  expect(rows).toEqual([])
  expect(
    await codeOf(`insert into people.person (person_id, entry_id, created_at) values (gen_random_uuid(), gen_random_uuid(), now())`),
  ).toBe('42501')
})

async function guarded(): Promise<{ name: string }[]> {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relrowsecurity order by 1`.execute(app.db)
  expect(rows.length).toBeGreaterThan(14)
  return rows
}

async function owner(): Promise<string> {
  const { rows } = await sql<{ name: string }>`select quote_ident(current_user) as name`.execute(app.db)
  return rows[0]?.name ?? ''
}

/** The code with which PostgreSQL refuses; null when it does not. */
async function codeOf(statement: string, role: string | null = null): Promise<string | null> {
  try {
    await past.transaction().execute(async (tx) => {
      if (role) await sql.raw(`set local role ${role}`).execute(tx)
      await sql.raw(statement).execute(tx)
      throw new Error('undo')
    })
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null
  }
  return null
}
