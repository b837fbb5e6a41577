import type { Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { beginAcceptedFields } from '#modules/qualifications/accepted-field.sql.ts'
import { beginStandards } from '#modules/qualifications/standard.sql.ts'
import { hashPassword } from '#server/password.ts'
import { demoPassword, demoRoles } from './accounts.ts'
import { demoUnitId } from './unit-id.ts'
import { district, yenSonStart } from './yen-son-units.ts'

/** Sets the installation up: units, titles, standards, and the authority: the district, whose accounts also see what became of it. */
export async function foundDemo(tx: Tx): Promise<void> {
  await syncTitles(tx)
  await addUnits(tx, yenSonStart())
  await beginAcceptedFields(tx)
  await beginStandards(tx)
  await tx
    .insertInto('organisation.authority')
    .values({ unit_id: district, is_demo: true, founded_at: recordOf(tx).now })
    .execute()
  noteChange(tx, { table: 'organisation.authority', done: 'recorded', count: 1, after: { unitId: district } })
  for (const { username, displayName, role, of } of demoRoles)
    if (of === 'everything') await openAccount(tx, { username, displayName, role, unitId: null, personId: null })
}

/** Accounts of the new commune and of one of its officials, once both exist. */
export async function openCommuneAccounts(tx: Tx, personId: string): Promise<void> {
  for (const { username, displayName, role, of } of demoRoles) {
    if (of === 'commune') await openAccount(tx, { username, displayName, role, unitId: demoUnitId('Xã Yên Sơn', '2025'), personId: null })
    if (of === 'person') await openAccount(tx, { username, displayName, role, unitId: null, personId })
  }
}

async function openAccount(
  tx: Tx,
  account: { username: string; displayName: string; role: string; unitId: string | null; personId: string | null },
): Promise<void> {
  const { username, displayName, personId, role, unitId } = account
  const accountId = await addAccount(tx, {
    username,
    displayName,
    personId,
    passwordHash: await hashPassword(demoPassword),
    mustChangePassword: false,
  })
  await addGrant(tx, { accountId, role, unitId })
}
