import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about, noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { cellText, WorkbookError } from '#lib/workbook/cells.ts'
import { parseWorkbook } from '#lib/workbook/parse.ts'
import { addAccount, addGrant, countAccounts } from '#modules/access/account.sql.ts'
import { passwordObjections } from '#modules/access/password.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { command, query, type Route } from '#server/operations.ts'
import { hashPassword } from '#server/password.ts'
import { refuse, Refused } from '#server/refusal.ts'
import { draftUnits, foundAuthority, readAuthority } from './authority.contract.ts'
import { findAuthority } from './authority.sql.ts'
import { tableOfSheet } from './draft-table.ts'
import { systemsOf } from './kind-of-name.ts'
import { addUnits, type NewUnit } from './unit.sql.ts'
import { draftOfTable, type Draft, type DraftUnit } from './unit-draft.ts'

const largestDraft = 5 * 1024 * 1024

/** The first run: who administers, which authority this is, what its units are. Only while nobody has an account. */
export function authorityRoutes(): Route[] {
  return [
    query(readAuthority, async ({}, { db }) => ({ authority: await findAuthority(db) })),

    query(draftUnits, async ({}, { db, file }) => {
      await assureNotFounded(db)
      if (!file || file.bytes.length > largestDraft) throw new Refused([{ code: 'draft-file-unreadable' }])
      return draftOfFile(file.bytes)
    }),

    command(foundAuthority, async ({ username, displayName, password, units, from, code, ...authority }, { tx, now, origin }) => {
      // Two first visitors at once: the second waits here and then finds an account.
      await sql`select pg_advisory_xact_lock(6110004)`.execute(tx)
      await assureNotFounded(tx)
      const wrong = units.find((unit, index) => unit.parent !== null && (unit.parent === index || unit.parent >= units.length))
      refuse(wrong ? [{ code: 'draft-parent-unknown', name: wrong.nameVi, parent: '' }] : [])
      refuse(passwordObjections(password, [username, displayName, authority.nameVi]))
      const unitId = newId(now.getTime())
      const top: NewUnit = { ...authority, id: unitId, from, codes: code ? [{ scheme: 'administrative', code }] : [] }
      await addUnits(tx, [top, ...unitsOfDraft(units, unitId, from)])
      await setAuthority(tx, unitId)
      const accountId = await addAccount(tx, {
        username,
        displayName,
        passwordHash: await hashPassword(password),
        personId: null,
        mustChangePassword: false,
      })
      for (const role of ['administrator', 'organisation_officer']) await addGrant(tx, { accountId, role, unitId: null })
      about(tx, { subjectId: unitId, actor: { accountId, name: displayName } })
      // The edge turns the token into the cookie; the reply's shape keeps it from the page.
      return Object.assign({ authority: await findAuthority(tx) }, { setToken: await addSession(tx, { accountId, now, ...origin }) })
    }),
  ]
}

async function assureNotFounded(db: Db): Promise<void> {
  refuse((await countAccounts(db)) > 0 ? [{ code: 'already-founded' }] : [])
}

async function setAuthority(tx: Tx, unitId: string): Promise<void> {
  await tx
    .insertInto('organisation.authority')
    .values({ unit_id: unitId, founded_at: recordOf(tx).now })
    .execute()
  noteChange(tx, { table: 'organisation.authority', done: 'recorded', count: 1, after: { unitId } })
}

/** Units under their parents by the system of their kind, in the order they were entered. */
export function unitsOfDraft(draft: DraftUnit[], authorityId: string, from: string): NewUnit[] {
  const ids = draft.map(() => newId())
  return draft.map((unit, index) => {
    const above = unit.parent === null ? authorityId : (ids[unit.parent] ?? authorityId)
    return {
      id: ids[index],
      nameVi: unit.nameVi,
      nameEn: unit.nameEn,
      kind: unit.kind,
      from,
      place: index + 1,
      codes: unit.code ? [{ scheme: 'administrative', code: unit.code }] : [],
      parents: Object.fromEntries(systemsOf(unit.kind).map((system) => [system, above])),
    }
  })
}

async function draftOfFile(bytes: Uint8Array): Promise<Draft> {
  try {
    const { sheets } = await parseWorkbook(bytes)
    for (const sheet of sheets) {
      const table = tableOfSheet(sheet.rows.map(({ row, cells }) => ({ row, cells: Array.from(cells, cellText) })))
      if (table) return draftOfTable(table)
    }
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    throw new Refused([{ code: 'draft-file-unreadable' }])
  }
  throw new Refused([{ code: 'draft-no-names' }])
}
