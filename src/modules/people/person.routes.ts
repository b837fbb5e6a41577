import { about, closeFacts } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { warning } from '#lib/override.ts'
import { inProperCase } from '#lib/vietnamese-names.ts'
import { assureUnitOnDay } from '#modules/organisation/subtree.sql.ts'
import { command, type Route } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { recordAssignments, recordMemberships } from './assignment.sql.ts'
import { lockFact, lockPerson, settle } from './fact.sql.ts'
import { recordIdentities } from './identity.sql.ts'
import { correctProfile, createPerson, retractFact } from './person.contract.ts'
import { addPeople, recordProfiles } from './person.sql.ts'
import { identityObjections, profileObjections, servingAgeObjections } from './person.ts'
import { alikes, postText, presentProfile } from './person-known.sql.ts'

export function personRoutes({ keepers }: { keepers: readonly FactKeeper[] }): Route[] {
  return [
    command(createPerson, async ({ cccd, unitId, from, as, decisionId, basis, override, ...given }, { tx, today, now, scope }) => {
      const profile = { ...given, fullName: inProperCase(given.fullName) }
      await assureUnitOnDay(tx, unitId, from, now)
      const twins = await alikes(tx, profile, scope, today)
      const objections = [
        ...profileObjections(profile, today),
        ...(cccd ? identityObjections({ kind: 'cccd', number: cccd }, profile) : []),
        ...(as.tie === 'post' ? servingAgeObjections(profile, from) : []),
        ...(as.tie === 'post' && !postText(as) ? [{ code: 'title-missing' }] : []),
        ...(twins.length > 0 ? [warning('possible-duplicate', { persons: twins })] : []),
      ]
      const [personId = ''] = await addPeople(tx, [{ ...profile, decisionId }])
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      const tie = { personId, unitId, from, decisionId }
      if (as.tie === 'post')
        await recordAssignments(tx, [
          { ...tie, kind: 'main', titleCode: as.titleCode, titleText: postText(as), officialKind: as.officialKind },
        ])
      else await recordMemberships(tx, [{ ...tie, kind: as.kind, association: as.association, titleText: as.titleText }])
      if (cccd) await recordIdentities(tx, [{ personId, kind: 'cccd', number: cccd, from, decisionId }])
      return { personId }
    }),

    command(correctProfile, async ({ personId, seenId, reason, decisionId, override, ...fields }, { tx, today }) => {
      await lockPerson(tx, personId)
      const present = await presentProfile(tx, personId)
      if (!present) throw new NotFound()
      refuse(seenId && seenId !== present.id ? [{ code: 'profile-once' }] : [])
      const { fullName, ethnicity = present.profile.ethnicity, ...said } = fields
      const after = {
        ...present.profile,
        ...given(said),
        fullName: inProperCase(fullName),
        ethnicity,
        ethnicityText: ethnicity === present.profile.ethnicity ? present.profile.ethnicityText : null,
      }
      const isSame = Object.entries(after).every(([name, value]) => value === (present.profile as Record<string, unknown>)[name])
      refuse(isSame ? [{ code: 'nothing-changed' }] : [])
      await settle(tx, { personId, basis: { decisionId, basis: reason, override }, objections: profileObjections(after, today) })
      await closeFacts(tx, 'people.profile', [present.id], 'corrected')
      await recordProfiles(tx, [{ ...after, personId, decisionId: decisionId ?? present.decisionId }])
      return {}
    }),

    command(retractFact, async ({ personId, factId, table, reason }, { tx }) => {
      await lockPerson(tx, personId)
      const keeper = keepers.find((one) => one.table === table)
      if (!keeper) throw new NotFound()
      await lockFact(tx, table, personId, factId)
      await keeper.close(tx, [factId], 'retracted')
      about(tx, { personId, reason })
      return {}
    }),
  ]
}

/** Only what was said: a field left out stays as it is. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // What is left has a value each.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
