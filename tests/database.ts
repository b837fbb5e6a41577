import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, inject } from 'vitest'
import { connect, type Db } from '#db/connect.ts'

export interface TestDatabase {
  db: Db
  url: string
}

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
  const template = new URL(inject('templateUrl'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const source = empty ? 'template0' : template.pathname.slice(1)
  // `file_copy` takes half the time of the default for a small database without a log to keep.
  await administer(`create database ${name} template ${source} strategy file_copy`)

  const url = Object.assign(new URL(template), { pathname: `/${name}` }).href
  const db = connect(url, { max: 4 })
  endings.push(async () => {
    await db.destroy()
    await administer(`drop database ${name} with (force)`)
    await administer(`drop role if exists ${name}_server`)
  })
  return { db, url }
}

async function administer(statement: string): Promise<void> {
  const db = connect(Object.assign(new URL(inject('templateUrl')), { pathname: '/postgres' }).href, { max: 1 })
  try {
    await sql.raw(statement).execute(db)
  } finally {
    await db.destroy()
  }
}
