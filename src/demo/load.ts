import { buildRoutes, keepers } from '#app'
import type { Db } from '#db/connect.ts'
import { actorOfAccount } from '#modules/access/account.sql.ts'
import { appendEntry } from '#modules/audit/entry.sql.ts'
import { applyReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import type { Actor } from '#server/operations.ts'
import { perform, type House } from '#server/perform.ts'
import { program, write } from '#server/write.ts'
import { foundDemo, openCommuneAccounts } from './found.ts'
import { type Batch, setUpOn } from './journal.ts'
import { centresFrom, politicalCentres } from './political-centres.ts'
import { instant } from './office.ts'
import { yenSonStory } from './story.ts'
import { trainingYear } from './training-year.ts'
import { writeBatch, writeEnds } from './write-batch.ts'
import type { Official } from './careers.ts'

export type Loaded = { people: number; seconds: number }

/** Lets the demo live through its years: every batch is written as of its own instant, with its own audit entry. */
export async function loadDemo(house: House): Promise<Loaded> {
  const begun = performance.now()
  const { journal, officials } = yenSonStory()
  await write(house, { operation: 'organisation.authority.found', now: instant(setUpOn, 1) }, foundDemo)
  const actor = await officer(house.db)
  const training = trainingYear()
  let areCentresOpen = false
  for (const batch of journal.batches) {
    await training.doneBefore(batch.at, house, actor)
    if (batch.reorganisation) await reorganise(house, batch, actor)
    if (!areCentresOpen && batch.at >= centresFrom) {
      areCentresOpen = true
      await write(house, { operation: 'demo.months.enter', actor, now: instant(batch.at, 8) }, async (tx) => {
        await addUnits(tx, politicalCentres())
        await openCommuneAccounts(tx, wellTravelled(officials).person.personId)
      })
    }
    await write(
      house,
      { operation: 'demo.months.enter', input: { month: batch.at.slice(0, 7) }, actor, now: instant(batch.at, 10) },
      (tx) => writeBatch(tx, batch, keepers),
    )
  }
  await training.doneBefore('9999-12-31', house, actor)
  return { people: journal.batches.reduce((sum, { people }) => sum + people.length, 0), seconds: (performance.now() - begun) / 1000 }
}

/** First the posts of what ends are ended by decision; then the units pass on by their own command, with all other ties. */
async function reorganise(house: House, batch: Batch, actor: Actor): Promise<void> {
  await write(house, { operation: 'demo.months.enter', input: { month: batch.at.slice(0, 7) }, actor, now: instant(batch.at, 8) }, (tx) =>
    writeEnds(tx, batch),
  )
  const route = buildRoutes().find(({ op }) => op.id === applyReorganisation.id)
  if (!route || !batch.reorganisation) throw new Error('A reorganisation needs its command')
  // Who is to be seen where is settled for today, whenever it was that the act was done.
  const then = { ...house, appendEntry, clock: () => instant(batch.at, 9), assureDay: async () => undefined }
  await perform(then, route, batch.reorganisation, program)
}

async function officer(db: Db): Promise<Actor> {
  const account = await db.selectFrom('access.account').select('id').where('username', '=', 'tochuc').executeTakeFirstOrThrow()
  return (await actorOfAccount(db, account.id)) ?? program
}

/** An official of the new commune of Yên Sơn with the richest file to show. */
function wellTravelled(officials: Official[]): Official {
  const here = officials.filter(({ seat, spells }) => seat?.site.key === 'Xã Yên Sơn' && spells.length > 1)
  const [best] = here.toSorted((one, other) => other.spells.length - one.spells.length)
  if (!best) throw new Error('Nobody serves in the new commune')
  return best
}
