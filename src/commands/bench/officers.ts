import { buildHouse } from '#app'
import type { Db } from '#db/connect.ts'
import { newId } from '#lib/id.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { hashPassword } from '#server/password.ts'
import { write } from '#server/write.ts'

export type Officer = { token: string; unitId: string | null }

/** An account of its own for each of these roles and units, signed in: the question is not how fast one signs in. */
export async function signInOfficers(db: Db, posts: { role: string; unitId: string | null }[]): Promise<Officer[]> {
  const house = buildHouse({ db })
  const passwordHash = await hashPassword(newId())
  return write(house, { operation: 'bench.officers' }, async (tx) => {
    const officers: Officer[] = []
    for (const { role, unitId } of posts) {
      const username = `bench-${newId()}`
      const accountId = await addAccount(tx, { username, displayName: username, passwordHash, personId: null, mustChangePassword: false })
      await addGrant(tx, { accountId, role, unitId })
      officers.push({ token: await addSession(tx, { accountId, now: house.clock() }), unitId })
    }
    return officers
  })
}
