import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { daysOfUnits, holdsOn } from '#modules/organisation/subtree.sql.ts'
import type { Around } from './file-fact.ts'
import { factsOfPerson } from './file-facts.sql.ts'
import { factKinds } from './file-tables.ts'
import type { StoredFile } from './stored-fact.ts'

/** Everything recorded about the person by the instant, known then or closed before. */
export async function storedFile(db: Db, personId: string, knownAt: Date): Promise<StoredFile> {
  // Every kind is asked for.
  return Object.fromEntries(await factsOfPerson(db, factKinds, personId, knownAt)) as StoredFile
}

const unitColumns = ['unit_id', 'from_unit_id', 'host_unit_id']

export function unitsIn(file: StoredFile): string[] {
  const facts = Object.values(file).flat()
  return [...new Set(facts.flatMap(({ fact }) => unitColumns.map((name) => fact[name])).filter((id) => typeof id === 'string'))]
}

/** Units by their names on the day of the fact, and classes by their titles. */
export async function aroundOf(db: Db, file: StoredFile, knownAt: Date): Promise<Around> {
  const classes = await classesOf(
    db,
    [...file.enrolments, ...file.certificates].map(({ fact }) => String(fact['class_id'])),
  )
  const openers = [...classes.values()].flatMap(({ openerId }) => openerId ?? [])
  const units = await unitNamesOn(db, [...unitsIn(file), ...openers], knownAt)
  return { unit: units, classOf: (id) => classes.get(id) ?? { title: '', kind: '', openerId: null } }
}

/** The name a unit had on a day; the first when it had none yet, the last when it had none any more. */
export async function unitNamesOn(db: Db, unitIds: string[], knownAt: Date): Promise<Around['unit']> {
  const days = await daysOfUnits(db, [...new Set(unitIds)], knownAt)
  return (id, on) => {
    const versions = days.filter((version) => version.unitId === id)
    const fitting =
      on === null
        ? versions.at(-1)
        : (versions.find((version) => holdsOn(version, on)) ?? (on < (versions[0]?.from ?? '') ? versions[0] : versions.at(-1)))
    return { id, vi: fitting?.vi ?? '', en: fitting?.en ?? '' }
  }
}

async function classesOf(db: Db, classIds: string[]): Promise<Map<string, { title: string; kind: string; openerId: string | null }>> {
  if (classIds.length === 0) return new Map()
  const { rows } = await sql<{ class_id: string; title: string; kind: string; opener_unit_id: string | null }>`
    select distinct on (class_id) class_id, title, kind, opener_unit_id from training.class_version
    where class_id = any(${classIds}::uuid[]) order by class_id, lower(recorded) desc`.execute(db)
  return new Map(rows.map((row) => [row.class_id, { title: row.title, kind: row.kind, openerId: row.opener_unit_id }]))
}

/** The reorganisations that touched any of the units: the dashed lines of the time axis. */
export async function reorganisationsOf(db: Db, unitIds: string[]): Promise<{ on: string; title: { vi: string; en: string } }[]> {
  const { rows } = await sql<{ on: string; vi: string; en: string }>`
    select distinct r.on_day as "on", r.title_vi as vi, r.title_en as en
    from organisation.reorganisation r
    join organisation.succession s on s.reorganisation_id = r.id and upper_inf(s.recorded)
    where r.reversed_at is null and (s.from_unit_id = any(${unitIds}::uuid[]) or s.to_unit_id = any(${unitIds}::uuid[]))
    order by 1`.execute(db)
  return rows.map(({ on, vi, en }) => ({ on, title: { vi, en } }))
}

export async function isPerson(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql`select from people.person where person_id = ${personId}::uuid and removed_at is null`.execute(db)
  return rows.length > 0
}
