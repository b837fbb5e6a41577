import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '#db/connect.ts'
import { joinEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that each test file gets a copy of. */
    templateUrl: string
  }
}

/** One server for the whole run, in a folder of its own: nothing of a person's data is near. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kecan-tests-'))
  const server = await joinEmbedded(folder, { durable: false })
  const db = connect(server.url, { max: 1 })
  await migrate(db)
  await db.destroy()
  project.provide('templateUrl', server.url)

  return async () => {
    await server.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}
