import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { buildHouse, buildRoutes } from '#app'
import type { Key, Lock } from '#db/backup/key.ts'
import { restoreBackup } from '#db/backup/restore.ts'
import { type Backup, writeBackup } from '#db/backup/write.ts'
import type { Db } from '#db/connect.ts'
import type { Operation } from '#lib/operation.ts'
import { makeSmallDistrict } from '#modules/statistics/review.fixture.ts'
import { perform } from '#server/perform.ts'
import { program } from '#server/write.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import type { TestDatabase } from '#tests/database.ts'
import { tablesOfWork, witnessOf } from './witness.ts'

const folder = mkdtempSync(join(tmpdir(), 'kecan-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file of this test's own folder. */
export function fileNamed(name: string): string {
  return join(folder, name)
}

/** A district with facts of every kind, an authority, a paper's scan, and names that try a text format. */
export async function districtToSave(): Promise<TestApp> {
  const app = await testApp()
  const { unit } = await makeSmallDistrict(app)
  await app.write(async (tx) => {
    await tx.insertInto('organisation.authority').values({ unit_id: unit.district, founded_at: new Date() }).execute()
    await tx
      .insertInto('decisions.file')
      .values({
        name: 'bản\tquét\\N\n“Ẵng”.pdf',
        media_type: 'application/pdf',
        size: 4,
        sha256: Buffer.alloc(32, 7),
        content: Buffer.from([0, 10, 92, 255]),
        added_at: new Date(),
      })
      .execute()
  })
  return app
}

export function save({ url }: { url: string }, name: string, lock?: Lock): Promise<Backup> {
  return writeBackup({ url, file: fileNamed(name), product: '0.0.0', lock, witness: witnessOf })
}

export function restore({ db, url }: TestDatabase, file: string, key?: Key): ReturnType<typeof restoreBackup> {
  return restoreBackup({ db, url, file, key, tablesOfWork, witness: witnessOf })
}

/** Asks as the program itself, on a database without an application over it. */
export async function ask(db: Db, { id }: Operation, input: unknown): Promise<unknown> {
  const route = buildRoutes().find(({ op }) => op.id === id)
  if (!route) throw new Error(`No route for ${id}`)
  return perform(buildHouse({ db, clock: () => new Date('2026-11-23T05:00:00Z') }), route, input, program)
}
