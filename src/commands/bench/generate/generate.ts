import { sql } from 'kysely'
import { buildHouse } from '#app'
import type { Db } from '#db/connect.ts'
import { write } from '#server/write.ts'
import { beginCatalogues, syncCatalogues } from '../../../catalogues.ts'
import type { Scale } from '../sizes.ts'
import { addHelpers } from './helpers.sql.ts'
import { fillQualifications, fillSecondments, fillStandards } from './others.sql.ts'
import { fillPeople, stagePeople } from './people.sql.ts'
import { fillClasses, fillEnrolments, fillPapers, fillSendings } from './training.sql.ts'
import { growTree } from './tree.sql.ts'

/** Fills a migrated, empty database with an invented authority of that size; the same every time but for the ids of its log. */
export async function generate(db: Db, scale: Scale, say: (line: string) => void): Promise<void> {
  const began = performance.now()
  const told = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const result = await work
    say(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`)
    return result
  }
  await syncCatalogues(db)
  await beginCatalogues(db)
  const entry = await told(
    'units',
    write(buildHouse({ db }), { operation: 'bench.generate' }, (tx) => growTree(tx, scale)),
  )
  const sources = { scale, entry }
  await addHelpers(db)
  await told('who there is', stagePeople(db, sources))
  // Two at a time, on two connections: the large ones beside the many.
  const large = async () => {
    await told('enrolments', fillEnrolments(db, sources))
    await told('classes', fillClasses(db, sources))
  }
  const many = async () => {
    await told('people', fillPeople(db, sources))
    await told('qualifications', fillQualifications(db, sources))
    await told('standards', fillStandards(db, sources))
    await told('secondments', fillSecondments(db, sources))
    await told('papers', fillPapers(db, sources))
    await told('sendings', fillSendings(db, sources))
  }
  await Promise.all([large(), many()])
  await sql`drop schema bench cascade`.execute(db)
  await told('statistics', sql`analyze`.execute(db))
}
