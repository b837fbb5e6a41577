import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, inject } from 'vitest'
import { buildHouse } from '#app'
import { connect, type Db } from '#db/connect.ts'
import { loadDemoWhenEmpty } from '../src/demo/when-empty.ts'

export interface TestDatabase {
  db: Db
  url: string
}

const demo = 'demo_template'
const demoLock = 6110006
/** The day on which the demo is looked at. */
export const demoNow = new Date('2026-11-23T05:00:00Z')

const endings: (() => Promise<void>)[] = []
let ofThisFile: Promise<TestDatabase> | undefined

afterAll(async () => {
  for (const end of endings.splice(0)) await end()
})

/** The migrated, empty database of this test file; every call in the file gets the same one. */
export function testDatabase(): Promise<TestDatabase> {
  ofThisFile ??= newDatabase()
  return ofThisFile
}

/** Another database for tests that must not share one; `empty` has not even the product's tables. */
export async function newDatabase({ empty = false }: { empty?: boolean } = {}): Promise<TestDatabase> {
  return copyOf(empty ? 'template0' : new URL(inject('templateUrl')).pathname.slice(1))
}

/** A copy of the demo, which is loaded once in a run. */
export async function demoDatabase(): Promise<TestDatabase> {
  const server = connect(addressOf('postgres'), { max: 1 })
  try {
    await sql`select pg_advisory_lock(${sql.lit(demoLock)})`.execute(server)
    const { rows } = await sql`select from pg_database where datname = ${demo}`.execute(server)
    if (rows.length === 0) await loadTemplate(server)
  } finally {
    await server.destroy()
  }
  return copyOf(demo)
}

async function loadTemplate(server: Db): Promise<void> {
  const { db, url } = await newDatabase()
  await loadDemoWhenEmpty(buildHouse({ db, clock: () => demoNow }))
  await db.destroy()
  await sql.raw(`alter database ${new URL(url).pathname.slice(1)} rename to ${demo}`).execute(server)
}

async function copyOf(source: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // `file_copy` takes half the time of the default for a small database without a log to keep.
  await administer(`create database ${name} template ${source} strategy file_copy`)

  const url = addressOf(name)
  const db = connect(url, { max: 4 })
  endings.push(async () => {
    await db.destroy()
    await administer(`drop database if exists ${name} with (force)`)
    await administer(`drop role if exists ${name}_server`)
  })
  return { db, url }
}

function addressOf(name: string): string {
  return Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href
}

async function administer(statement: string): Promise<void> {
  const db = connect(addressOf('postgres'), { max: 1 })
  try {
    await sql.raw(statement).execute(db)
  } finally {
    await db.destroy()
  }
}
