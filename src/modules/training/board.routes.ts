import type { Db } from '#db/connect.ts'
import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { type QueryContext, type Route, type Scope, wideQuery } from '#server/operations.ts'
import type { Sight } from './board-people.sql.ts'
import { boardOf, eligibleFor } from './board-view.sql.ts'
import { listEligible, readBoard, type Board } from './board.contract.ts'
import { findBoardClass } from './board.sql.ts'
import { isNothing, scopeFor } from './class-known.sql.ts'

export function boardRoutes(): Route[] {
  return [
    // A board counts everybody on it and names those of the caller's units.
    wideQuery(readBoard, async ({ classId, on }, context) => {
      const of = await findBoardClass(context.db, context.scope, classId)
      const board = await boardOf(context.db, { of, on: on ?? context.today, today: context.today, sight: await sightOf(context) })
      return { ...board, may: await mayOf(context, of.opener.id) }
    }),

    wideQuery(listEligible, async ({ classId, on, ...asked }, context) => {
      const of = await findBoardClass(context.db, context.scope, classId)
      return eligibleFor(context.db, { ...asked, of, on: on ?? context.today, today: context.today, sight: await sightOf(context) })
    }),
  ]
}

type Caller = { db: Db } & Pick<QueryContext, 'actor' | 'today' | 'scope'>

async function sightOf({ db, actor, today, scope }: Caller): Promise<Sight> {
  return {
    scope,
    sensitive: await sensitiveScope(db, { actor, today }),
    ratings: await scopeFor(db, actor, 'evaluation.read', today),
    today,
  }
}

/** The office decides about classes of its own units; whoever nominates does so for the own people. */
async function mayOf({ db, actor, today }: Caller, openerId: string): Promise<Board['may']> {
  const planning = await scopeFor(db, actor, 'training.plan.write', today)
  const nominating: Scope = await scopeFor(db, actor, 'training.needs.write', today)
  const isOffice = !isNothing(planning) && (await isUnitInScope(db, planning, openerId))
  return { share: isOffice, nominate: !isNothing(nominating), decide: isOffice }
}
