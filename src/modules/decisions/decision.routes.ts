import type { RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import type { FactKeeper, KeptFact } from '#db/keeper.ts'
import { command, query, type Actor, type Route, type Scope } from '#server/operations.ts'
import { NotFound, refuse, Refused } from '#server/refusal.ts'
import {
  attachFile,
  correctDecision,
  createDecision,
  listDecisions,
  readDecision,
  readFile,
  withdrawDecision,
  type Decision,
} from './decision.contract.ts'
import { addDecisions } from './decision.sql.ts'
import { withdrawalObjections } from './decision.ts'
import { mediaTypeOf } from './file-kind.ts'
import { attachTo, fileContent } from './file.sql.ts'
import { countByYear, countCiting, decisionsPage, findDecision, isTaken, lockDecision, setEntry, setWithdrawn } from './register.sql.ts'
import { decisionInScope, personsSeen, type PersonInScope } from './scope.sql.ts'

const factsShown = 500

/** What the register asks of the modules after it: the facts that papers make, and who is in scope. */
export type Around = {
  keepers: FactKeeper[]
  personInScope: PersonInScope
  /** Whose sensitive fields the caller may read. */
  sensitiveScope: (db: Db, caller: { actor: Actor; today: string }) => Promise<Scope>
}

export function decisionRoutes({ keepers, personInScope, sensitiveScope }: Around): Route[] {
  const personTables = keepers.filter((keeper) => keeper.hasPerson).map((keeper) => keeper.table)
  const inScope = (scope: Scope) => decisionInScope(scope, personTables)
  const seen = (scope: Scope, today: string) => personInScope(scope, today, 'p.person_id')
  const found = async (db: Db, id: string, scope: Scope): Promise<Decision> => {
    const decision = await findDecision(db, id, inScope(scope))
    if (!decision) throw new NotFound()
    return decision
  }

  return [
    query(listDecisions, async ({ after, limit, ...filter }, { db, scope, today }) => {
      const page = await decisionsPage(db, filter, inScope(scope), { after, limit })
      const byYear = await countByYear(db, filter, inScope(scope))
      const facts = await countCiting(
        db,
        page.decisions.map((decision) => decision.id),
        keepers,
        seen(scope, today),
      )
      return {
        decisions: page.decisions.map((decision) => ({ ...decision, facts: facts.get(decision.id) ?? 0 })),
        next: page.next,
        total: byYear.reduce((sum, { count }) => sum + count, 0),
        byYear,
      }
    }),

    query(readDecision, async ({ decisionId }, { db, scope, today, actor }) => {
      const decision = await found(db, decisionId, scope)
      const closely = seen(await sensitiveScope(db, { actor, today }), today)
      const facts = await factsOf(db, decisionId, { keepers, seen: scope === 'everything' ? null : seen(scope, today), closely })
      return { decision, facts, factCount: (await countCiting(db, [decisionId], keepers, seen(scope, today))).get(decisionId) ?? 0 }
    }),

    command(createDecision, async (entry, { tx, today, scope }) => {
      refuse(entry.issuedOn > today ? [{ code: 'issued-in-future', on: today }] : [])
      if (scope !== 'everything' && !(entry.issuerUnitId && scope.unitIds.includes(entry.issuerUnitId)))
        throw new Refused([{ code: 'issuer-out-of-scope' }])
      refuse((await isTaken(tx, entry)) ? [{ code: 'decision-taken' }] : [])
      const [id = ''] = await addDecisions(tx, [entry])
      about(tx, { subjectId: id })
      return { id }
    }),

    command(correctDecision, async ({ decisionId, reason, ...entry }, { tx, scope }) => {
      await lockDecision(tx, decisionId)
      const before = await found(tx, decisionId, scope)
      refuse(before.withdrawn ? [{ code: 'already-withdrawn', on: before.withdrawn.on }] : [])
      await setEntry(tx, before, entry)
      about(tx, { subjectId: decisionId, reason })
      return {}
    }),

    command(withdrawDecision, async ({ decisionId, on, why, byDecisionId }, { tx, scope, today }) => {
      await lockDecision(tx, decisionId)
      const decision = await found(tx, decisionId, scope)
      const by = byDecisionId ? await found(tx, byDecisionId, scope) : null
      refuse(withdrawalObjections({ ...decision, withdrawnOn: decision.withdrawn?.on ?? null }, { on, by }, today))
      await setWithdrawn(tx, decisionId, { on, why, by: byDecisionId })
      let closed = 0
      for (const keeper of keepers) {
        closed += await keeper.close(tx, await keeper.idsOfDecision(tx, decisionId), 'withdrawn')
      }
      about(tx, { subjectId: decisionId, reason: why })
      return { closed }
    }),

    command(attachFile, async ({ decisionId }, { tx, scope, file }) => {
      const decision = await found(tx, decisionId, scope)
      const mediaType = file && mediaTypeOf(file)
      if (!file || !mediaType) throw new Refused([{ code: 'file-kind', name: file?.name }])
      about(tx, { subjectId: decision.id })
      return { id: await attachTo(tx, decision.id, { ...file, mediaType }) }
    }),

    query(readFile, async ({ decisionId }, { db, scope }) => {
      const decision = await found(db, decisionId, scope)
      const file = decision.file && (await fileContent(db, decision.file.id))
      if (!file) throw new NotFound()
      return { name: file.name, type: file.media_type, content: file.content }
    }),
  ]
}

type Told = { keepers: FactKeeper[]; seen: RawBuilder<boolean> | null; closely: RawBuilder<boolean> }

/** A paper may concern many; whoever is bound to units reads of it what concerns their own people. */
async function factsOf(db: Db, decisionId: string, { keepers, seen, closely }: Told) {
  const lists = []
  for (const { label, ofDecision, withdrawnOf } of keepers) {
    const limit = seen ? undefined : factsShown
    lists.push(...(await ofDecision(db, decisionId, limit)).map((fact) => ({ ...fact, label, closedWhy: null })))
    lists.push(...(await withdrawnOf(db, decisionId, limit)).map((fact) => ({ ...fact, label, closedWhy: 'withdrawn' })))
  }
  const ids = lists.flatMap(({ personId }) => personId ?? [])
  const persons = seen && (await personsSeen(db, ids, seen))
  const shown = lists.filter(({ personId }) => persons === null || personId === null || persons.has(personId)).slice(0, factsShown)
  const guarded = shown.flatMap(({ isGuarded, personId }) => (isGuarded && personId ? [personId] : []))
  const open = await personsSeen(db, guarded, closely)
  return shown.map(({ isGuarded, ...fact }) =>
    shownFact(isGuarded && !open.has(fact.personId ?? '') ? { ...fact, summary: fact.label } : fact),
  )
}

type ListedFact = Omit<KeptFact, 'isGuarded'> & { label: FactKeeper['label']; closedWhy: string | null }

function shownFact({ id, table, personId, personName, summary, from, to, label, closedWhy }: ListedFact) {
  return { id, table, label, personId, personName, what: summary, held: { from, to }, closedWhy }
}
