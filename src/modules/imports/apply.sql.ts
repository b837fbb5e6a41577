import type { Tx } from '#db/connect.ts'
import { recordOf, type Change } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { scopesByUnit } from '#db/scope.ts'
import { enterDecisions } from '#modules/decisions/of-run.sql.ts'
import { recordAssignments, recordMemberships } from '#modules/people/assignment.sql.ts'
import { recordIdentities, type NewIdentity } from '#modules/people/identity.sql.ts'
import { addPeople, recordProfiles } from '#modules/people/person.sql.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { addClasses, recordClassVersions, recordEnrolments } from '#modules/training/class.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import type { Planned, Writes } from './planned.ts'
import { withScope } from './planned-scope.ts'

export type Writer = {
  /** Writes these rows through the modules that own the tables: first what ends, then who is new, then what is said of them. */
  write: (planned: readonly Planned[]) => Promise<void>
  /** Writes what had to wait for the last row; returns how many rows were written. */
  end: () => Promise<number>
}

const identity = 'people.identity'

/** Writes a planned file some rows at a time; `classes` are those of the whole file, for a learner may stand above the class. */
export async function beginWriting(tx: Tx, classes: readonly Planned[], keepers: readonly FactKeeper[]): Promise<Writer> {
  const scopes = await scopesByUnit(tx)
  const papers = new Set<string>()
  // A number may pass from one row to another: all are set free before any is taken.
  const numbers = { given: [] as NewIdentity[], ended: [] as string[] }
  let written = await writeClasses(tx, classes.filter(isWritten), keepers)
  return {
    write: async (planned) => {
      const rows = planned.filter((row) => isWritten(row) && row.candidate.of !== 'class')
      const writes = rows.map((row) => withScope(row.writes, scopes))
      await close(
        tx,
        writes,
        keepers.filter(({ table }) => table !== identity),
      )
      numbers.ended.push(...idsIn(writes, identity))
      numbers.given.push(...all(writes, 'identities'))
      const fresh = all(writes, 'decision').filter(({ id }) => !papers.has(id) && papers.add(id))
      await enterDecisions(tx, fresh)
      await writeFacts(tx, writes)
      written += rows.length
    },
    end: async () => {
      await keepers.find(({ table }) => table === identity)?.close(tx, numbers.ended, 'corrected')
      await recordIdentities(tx, numbers.given)
      const record = recordOf(tx)
      record.changes = condensed(record.changes)
      return written
    },
  }
}

function isWritten({ state }: Planned): boolean {
  return state === 'new' || state === 'changed'
}

async function writeFacts(tx: Tx, writes: Writes[]): Promise<void> {
  await addPeople(tx, all(writes, 'person'))
  await recordProfiles(tx, all(writes, 'profile'))
  await recordAssignments(tx, all(writes, 'assignments'))
  await recordMemberships(tx, all(writes, 'memberships'))
  await recordQualifications(tx, all(writes, 'qualifications'))
  await recordSendings(tx, all(writes, 'sendings'))
  await recordEnrolments(tx, all(writes, 'enrolments'))
}

type Fact = { [F in keyof Writes]-?: NonNullable<Writes[F]> extends readonly (infer One)[] ? One : NonNullable<Writes[F]> }

function all<F extends keyof Writes>(writes: Writes[], field: F): Fact[F][] {
  return writes.flatMap((row) => (row[field] ?? []) as Fact[F] | Fact[F][]) // one or several of the same kind
}

async function close(tx: Tx, writes: Writes[], keepers: readonly FactKeeper[]): Promise<void> {
  for (const keeper of keepers) {
    const ids = idsIn(writes, keeper.table)
    if (ids.length > 0) await keeper.close(tx, ids, 'corrected')
  }
}

function idsIn(writes: Writes[], of: string): string[] {
  return all(writes, 'close').flatMap(({ table, id }) => (table === of ? [id] : []))
}

/** A class that is known already gets a new version; it is the class itself that must not be entered twice. */
async function writeClasses(tx: Tx, planned: readonly Planned[], keepers: readonly FactKeeper[]): Promise<number> {
  const writes = planned.map((row) => row.writes)
  await close(tx, writes, keepers)
  const ofState = (state: Planned['state']) => planned.filter((row) => row.state === state).flatMap((row) => row.writes.class ?? [])
  await addClasses(tx, ofState('new'))
  await recordClassVersions(tx, ofState('changed'))
  return planned.length
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
