import { buildHouse } from '#app'
import type { Db, Tx } from '#db/connect.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { write } from '#server/write.ts'

export type Office = { token: string; district: string; commune: string; make: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> }

/** An authority with one commune and one officer signed in. */
export async function foundOffice(db: Db): Promise<Office> {
  const house = buildHouse({ db })
  const make: Office['make'] = (work) => write(house, { operation: 'tests.make' }, work)
  const district = crypto.randomUUID()
  const commune = crypto.randomUUID()
  const token = await make(async (tx) => {
    await syncTitles(tx)
    await addUnits(tx, [
      { id: district, nameVi: 'Huyện Yên Sơn', nameEn: 'Yen Son district', kind: 'district', from: '2005-01-01' },
      { id: commune, nameVi: 'Xã Tứ Quận', nameEn: 'Tu Quan commune', kind: 'commune', from: '2005-01-01', parents: { state: district } },
    ])
    await tx.insertInto('organisation.authority').values({ unit_id: district, founded_at: new Date() }).execute()
    const officer = { username: 'tochuc', displayName: 'Cán bộ tổ chức', passwordHash: '', personId: null, mustChangePassword: false }
    const accountId = await addAccount(tx, officer)
    await addGrant(tx, { accountId, role: 'organisation_officer', unitId: null })
    return addSession(tx, { accountId, now: new Date() })
  })
  return { token, district, commune, make }
}
