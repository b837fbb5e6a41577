import { about } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { standing } from '#lib/override.ts'
import { command, type Route } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { lockPerson } from './fact.sql.ts'
import { mergePersons, splitPersons } from './merge.contract.ts'
import { alikeOf, changedSince, lockMerge, moveBack, moveFacts, noteMerge } from './merge.sql.ts'
import { mergeObjections } from './merge.ts'
import { isPersonInScope } from './scope.sql.ts'

export function mergeRoutes({ keepers }: { keepers: readonly FactKeeper[] }): Route[] {
  return [
    command(mergePersons, async ({ personId, mergedId, reason, override }, { tx, scope, today }) => {
      // Always in one order, so that two who merge the same pair do not wait for each other.
      for (const id of [personId, mergedId].toSorted()) await lockPerson(tx, id)
      const kept = await alikeOf(tx, personId)
      const merged = await alikeOf(tx, mergedId)
      if (!kept || !merged || !(await isPersonInScope(tx, scope, mergedId, today))) throw new NotFound()
      refuse(standing(mergeObjections(kept, merged), override))
      const moved = await moveFacts(tx, keepers, personId, mergedId)
      about(tx, { personId, subjectId: mergedId, reason })
      return { id: await noteMerge(tx, personId, mergedId), moved }
    }),

    command(splitPersons, async ({ personId, mergeId, reason }, { tx }) => {
      await lockPerson(tx, personId)
      const merge = await lockMerge(tx, personId, mergeId)
      if (!merge) throw new NotFound()
      const changed = await changedSince(tx, keepers, merge.entryId)
      refuse(changed > 0 ? [{ code: 'merge-built-on', changed }] : [])
      await moveBack(tx, keepers, merge)
      about(tx, { personId, subjectId: merge.mergedId, reason })
      return { personId: merge.mergedId }
    }),
  ]
}
