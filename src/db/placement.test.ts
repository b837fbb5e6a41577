import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { distribute, statements } from './distribute.ts'
import { personBound, placement } from './placement.ts'

const ours = sql`n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`
const ofPersons = Object.keys(placement).filter((table) => placement[table] === 'person')

async function ask<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  const { db } = await testDatabase()
  return (await query.execute(db)).rows
}

test('every table has a place', async () => {
  const tables = await ask(sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} order by 1`)
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(placement).toSorted())
})

test('whatever must be unique about persons is unique within one person', async () => {
  const keys = await ask(sql<{ table: string; key: string; hasPerson: boolean }>`
    select i.indrelid::regclass::text as "table", i.indexrelid::regclass::text as key,
      exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'person_id' and a.attnum = any(i.indkey)) as "hasPerson"
    from pg_index i where (i.indisunique or i.indisexclusion) and i.indrelid = any(${ofPersons}::regclass[])`)
  expect(keys.length).toBeGreaterThanOrEqual(ofPersons.length)
  expect(keys.filter(({ hasPerson }) => !hasPerson)).toEqual([])
})

test('no foreign key leads where a spread table could not follow it, and none is temporal', async () => {
  const foreign = await ask(sql<{ name: string; from: string; to: string; isTemporal: boolean; hasPerson: boolean }>`
    select k.conname as name, fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to", k.conperiod as "isTemporal",
      exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'person_id' and a.attnum = any(k.conkey)) as "hasPerson"
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and fn.nspname <> 'graphile_worker'`)
  const allowed = ['person → reference', 'reference → reference', 'local → reference', 'local → local']
  const wrong = foreign.filter(({ from, to, isTemporal, hasPerson }) => {
    const way = `${placement[from]} → ${placement[to]}`
    return isTemporal || !(allowed.includes(way) || (way === 'person → person' && hasPerson))
  })
  expect(foreign.length).toBeGreaterThan(20)
  expect(wrong).toEqual([])
})

test('every table about persons is guarded, and no guard asks another table', async () => {
  const guarded = await ask(sql<{ table: string; policy: string; asks: boolean; forAll: boolean }>`
    select p.polrelid::regclass::text as "table", p.polname as policy, p.polqual::text like '%SUBLINK%' as asks, 0 = any(p.polroles) as "forAll"
    from pg_policy p join pg_class c on c.oid = p.polrelid and c.relrowsecurity join pg_namespace n on n.oid = c.relnamespace where ${ours}`)
  expect(guarded.filter(({ asks, forAll }) => asks || forAll)).toEqual([])
  const narrowly = guarded.filter(({ policy }) => policy === 'in_scope').map(({ table }) => table)
  expect(narrowly.toSorted()).toEqual(personBound.map(({ table }) => table).toSorted())
})

test('no view looks over the wall, and no spread table has a trigger of ours', async () => {
  const views = await ask(sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${ours} and not coalesce('security_invoker=true' = any(c.reloptions), false)
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`)
  expect(views).toEqual([])
  const triggers = await ask(sql<{ name: string }>`
    select tgname as name from pg_trigger where not tgisinternal and tgrelid = any(${ofPersons}::regclass[])`)
  expect(triggers).toEqual([])
})

test('tables are spread each after those it points to, and a plain PostgreSQL is left alone', async () => {
  const { db } = await testDatabase()
  const order = (await statements(db)).map(({ table }) => table)
  expect(order.toSorted()).toEqual(
    Object.keys(placement)
      .filter((table) => placement[table] !== 'local')
      .toSorted(),
  )
  expect(order.indexOf('people.person')).toBeLessThan(order.indexOf('people.profile'))
  expect(order.indexOf('organisation.unit')).toBeLessThan(order.indexOf('organisation.unit_version'))
  expect(order.indexOf('decisions.decision')).toBeLessThan(order.indexOf('people.person'))

  const told: string[] = []
  expect(await distribute(db, (statement) => told.push(statement))).toBe(false)
  expect(told).toEqual([])
})
