import { expect, test } from 'vitest'
import { keepers } from '#app'
import type { Db } from '#db/connect.ts'
import { importOffice, sample } from './imports.fixture.ts'
import { applyRun, readRun } from './run.contract.ts'
import { workOnRun } from './run-work.node.ts'

/** The database whose line breaks once, just after a transaction has been committed and before that was heard. */
function losingOneAnswer(db: Db): Db {
  let isLost = false
  return new Proxy(db, {
    get(whole, name) {
      const found: unknown = Reflect.get(whole, name, whole)
      if (name !== 'transaction' || isLost) return typeof found === 'function' ? found.bind(whole) : found
      return () => ({
        execute: async (work: Parameters<ReturnType<Db['transaction']>['execute']>[0]) => {
          isLost = true
          await whole.transaction().execute(work)
          throw new Error('Connection terminated unexpectedly')
        },
      })
    },
  })
}

test('a list that was written before the connection broke stays written', async () => {
  const office = await importOffice()
  const { id: runId } = await office.preview('people', sample('trich-ngang-1.xlsx'))
  await office.call(applyRun, { runId })

  await workOnRun({ ...office.house, db: losingOneAnswer(office.house.db) }, runId, keepers)

  expect((await office.call(readRun, { runId })).run).toMatchObject({ status: 'applied', failure: null })
})
