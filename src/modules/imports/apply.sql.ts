import type { Tx } from '#db/connect.ts'
import { recordOf, type Change } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { enterDecisions } from '#modules/decisions/of-run.sql.ts'
import { recordAssignments, recordMemberships } from '#modules/people/assignment.sql.ts'
import { recordIdentities } from '#modules/people/identity.sql.ts'
import { addPeople, recordProfiles } from '#modules/people/person.sql.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { addClasses, recordClassVersions, recordEnrolments } from '#modules/training/class.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import type { Planned, Writes } from './planned.ts'
import type { Tell } from './working.sql.ts'

const rowsAtOnce = 2000

/** Writes all rows through the modules that own the tables: first what ends, then who is new, then what is said of them. */
export async function applyPlanned(tx: Tx, planned: readonly Planned[], keepers: readonly FactKeeper[], tell: Tell): Promise<number> {
  const writes = planned.filter(({ state }) => state === 'new' || state === 'changed').map((row) => row.writes)
  const total = writes.length * 2
  for (const keeper of keepers) {
    const ids = writes.flatMap(({ close }) => (close ?? []).filter(({ table }) => table === keeper.table).map(({ id }) => id))
    await keeper.close(tx, ids, 'corrected')
  }
  await enterDecisions(tx, [...new Map(all(writes, 'decision').map((paper) => [paper.id, paper])).values()])
  const classes = writes.flatMap((row) => row.class ?? [])
  await writeClasses(tx, classes, planned)
  for (const [done, chunk] of chunks(writes)) {
    await addPeople(tx, all(chunk, 'person'))
    await recordProfiles(tx, all(chunk, 'profile'))
    await tell({ step: 'writing', done, total })
  }
  for (const [done, chunk] of chunks(writes)) {
    await writeFacts(tx, chunk)
    await tell({ step: 'writing', done: writes.length + done, total })
  }
  const record = recordOf(tx)
  record.changes = condensed(record.changes)
  return writes.length
}

async function writeFacts(tx: Tx, chunk: Writes[]): Promise<void> {
  await recordIdentities(tx, all(chunk, 'identities'))
  await recordAssignments(tx, all(chunk, 'assignments'))
  await recordMemberships(tx, all(chunk, 'memberships'))
  await recordQualifications(tx, all(chunk, 'qualifications'))
  await recordSendings(tx, all(chunk, 'sendings'))
  await recordEnrolments(tx, all(chunk, 'enrolments'))
}

type Fact = { [F in keyof Writes]-?: NonNullable<Writes[F]> extends readonly (infer One)[] ? One : NonNullable<Writes[F]> }

function all<F extends keyof Writes>(chunk: Writes[], field: F): Fact[F][] {
  return chunk.flatMap((row) => (row[field] ?? []) as Fact[F] | Fact[F][]) // one or several of the same kind
}

/** A class that is known already gets a new version; it is the class itself that must not be entered twice. */
async function writeClasses(tx: Tx, classes: NonNullable<Writes['class']>[], planned: readonly Planned[]): Promise<void> {
  const known = new Set(planned.filter(({ state }) => state === 'changed').flatMap(({ writes }) => writes.class?.classId ?? []))
  await addClasses(
    tx,
    classes.filter(({ classId }) => !known.has(classId)),
  )
  await recordClassVersions(
    tx,
    classes.filter(({ classId }) => known.has(classId)),
  )
}

function* chunks<T>(rows: T[]): Generator<[number, T[]]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield [Math.min(at + rowsAtOnce, rows.length), rows.slice(at, at + rowsAtOnce)]
}

/** One line of the log for each table and deed, however many statements it took. */
function condensed(changes: readonly Change[]): Change[] {
  const merged = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.table} ${change.done} ${change.why ?? ''}`
    const before = merged.get(key)
    if (before) before.count += change.count
    else merged.set(key, { ...change })
  }
  return [...merged.values()]
}
