import type { Db } from '#db/connect.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { NotFound, refuse, Refused } from '#server/refusal.ts'
import { removeChoice, setChoices, setCorrection } from './choice.sql.ts'
import { choiceObjections, decided } from './decided.ts'
import type { Choice } from './planned.ts'
import { chooseRow, chooseRows, correctRow, listRows } from './row.contract.ts'
import { findRow, rowsInState, rowsPage, setRow, setRows, type StoredRow } from './row.sql.ts'
import { findRun, runInScope, setCounts } from './run.sql.ts'
import { held, readAgain, type Around } from './run.routes.ts'

export function rowRoutes({ enqueue }: Pick<Around, 'enqueue'>): Route[] {
  return [
    wideQuery(listRows, async ({ runId, state, after, limit }, { db, scope, actor }) => {
      if (!(await findRun(db, runId, runInScope(scope, actor.accountId)))) throw new NotFound()
      return rowsPage(db, runId, { state, after, limit })
    }),

    command(chooseRow, async ({ runId, number, choice, personId, reason }, { tx, scope, actor }) => {
      await held(tx, runId, scope, actor, 'change')
      const row = await rowNumber(tx, runId, number)
      if (choice === 'undecided') {
        await removeChoice(tx, runId, row)
        await readAgain(tx, runId, enqueue)
        return {}
      }
      const made = madeChoice(choice, personId, reason)
      refuse(choiceObjections({ ...row.detail, of: row.of, state: row.state }, made))
      await setChoices(tx, runId, [{ sheet: row.sheet, row: row.row, choice: made }])
      await setRow(tx, runId, afterChoice(row, made))
      await setCounts(tx, runId)
      return {}
    }),

    command(chooseRows, async ({ runId, state, choice, reason }, { tx, scope, actor }) => {
      await held(tx, runId, scope, actor, 'change')
      const chosen = (await rowsInState(tx, runId, state)).flatMap((row) => {
        const [first] = row.detail.options
        if (choice === 'first' && (!first || first.isWeak)) return []
        const made = choice === 'first' ? madeChoice('person', first?.personId, reason) : madeChoice(choice, undefined, reason)
        return choiceObjections({ ...row.detail, of: row.of, state: row.state }, made).length > 0 ? [] : [{ row, made }]
      })
      await setChoices(
        tx,
        runId,
        chosen.map(({ row, made }) => ({ sheet: row.sheet, row: row.row, choice: made })),
      )
      await setRows(
        tx,
        runId,
        chosen.map(({ row, made }) => afterChoice(row, made)),
      )
      await setCounts(tx, runId)
      return { decided: chosen.length }
    }),

    command(correctRow, async ({ runId, number, column, value }, { tx, scope, actor }) => {
      await held(tx, runId, scope, actor, 'change')
      const { sheet, row } = await rowNumber(tx, runId, number)
      await setCorrection(tx, runId, { sheet, row, column, value: value.trim() })
      await readAgain(tx, runId, enqueue)
      return {}
    }),
  ]
}

async function rowNumber(db: Db, runId: string, number: number): Promise<StoredRow> {
  const row = await findRow(db, runId, number)
  if (!row) throw new NotFound()
  return row
}

function madeChoice(choice: 'new' | 'person' | 'left-out', personId: string | undefined, reason: string | undefined): Choice {
  if (choice === 'new') return { choice }
  if (choice === 'person') {
    if (!personId) throw new Refused([{ code: 'not-an-option' }])
    return { choice, personId }
  }
  if (!reason) throw new Refused([{ code: 'reason-needed' }])
  return { choice, reason }
}

function afterChoice({ number, of, state, detail }: StoredRow, choice: Choice): Pick<StoredRow, 'number' | 'state' | 'detail'> {
  const { state: next, ...rest } = decided({ ...detail, of, state }, choice)
  return { number, state: next, detail: { ...detail, ...rest } }
}
