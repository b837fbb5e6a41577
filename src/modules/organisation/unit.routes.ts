import type { Db } from '#db/connect.ts'
import { about, closeFacts, recordFacts } from '#db/facts.ts'
import { command, query, type Actor, type Route, type Scope } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { unitNames } from './authority.sql.ts'
import { lockOrganisation } from './reorganisation.sql.ts'
import { leaderPosts } from './leader-posts.ts'
import type { PeopleOfUnits } from './people-of-units.ts'
import { retirementLine } from './retirement-line.ts'
import { daysOfUnits, holdsOn, unitsUnder } from './subtree.sql.ts'
import { correctUnit, createUnit, findUnits, readUnit, unitTree } from './unit.contract.ts'
import { addUnits, versionRow } from './unit.sql.ts'
import { findUnitsByName } from './unit-find.sql.ts'
import { childrenOn, codesOf, parentsOf, successionsOf, versionsOf } from './unit-read.sql.ts'
import { unitsOn } from './unit-tree.sql.ts'

type Caller = { actor: Actor; today: string; now: Date }

/** Names of units are nobody's secret; whom they are counted with is what the caller may see. */
export function unitRoutes(people: PeopleOfUnits): Route[] {
  return [
    query(unitTree, async ({ on }, { db, today, actor }) => {
      const day = on ?? today
      const scope = await people.scopeOf(db, { actor, today })
      const counts = scope && (await people.headcounts(db, { on: day, today, scope }))
      const units = await unitsOn(db, day)
      return {
        on: day,
        units: units.map((unit) => ({
          ...unit,
          own: counts ? (counts.get(unit.unitId)?.own ?? 0) : null,
          under: counts ? (counts.get(unit.unitId)?.under ?? 0) : null,
        })),
      }
    }),

    query(findUnits, async ({ q, on, limit }, { db, today }) => ({ units: await findUnitsByName(db, q, on ?? today, limit) })),

    query(readUnit, async ({ unitId, on }, { db, ...caller }) => {
      const day = on ?? caller.today
      const versions = await versionsOf(db, unitId)
      const shown = versions.findLast((version) => version.from <= day) ?? versions[0]
      if (!shown) throw new NotFound()
      const existsOnDay = versions.some((version) => holdsOn(version, day))
      const scope = await people.scopeOf(db, caller)
      const counts = scope && (await people.headcounts(db, { on: day, today: caller.today, scope }))
      const count = (id: string) => (counts ? (counts.get(id)?.under ?? 0) : null)
      return {
        unitId,
        on: day,
        existsOnDay,
        shown,
        versions,
        codes: await codesOf(db, unitId),
        parents: await parentsOf(db, unitId),
        children: (await childrenOn(db, unitId, day)).map((child) => ({ ...child, under: count(child.unitId) })),
        ...(await successionsOf(db, unitId)),
        people:
          scope && existsOnDay
            ? {
                ...(counts?.get(unitId) ?? { own: 0, under: 0 }),
                ...(await peopleOf(db, people, { unitId, kind: shown.kind, day, scope, caller })),
              }
            : null,
      }
    }),

    command(createUnit, async ({ from, to, decisionId, ...unit }, { tx, scope, now }) => {
      const parents = [unit.parents?.state, unit.parents?.party].filter((id) => typeof id === 'string')
      if (scope !== 'everything' && (parents.length === 0 || parents.some((id) => !scope.unitIds.includes(id)))) throw new NotFound()
      refuse(to && to <= from ? [{ code: 'end-before-start', from, to }] : [])
      await lockOrganisation(tx)
      const known = await daysOfUnits(tx, parents, now)
      const missing = parents.filter((id) => !known.some((days) => days.unitId === id && holdsOn(days, from)))
      refuse(
        missing.map((id) => ({
          code: 'parent-not-on-day',
          on: from,
          unitId: id,
          vi: known.find((days) => days.unitId === id)?.vi ?? '',
          en: known.find((days) => days.unitId === id)?.en ?? '',
        })),
      )
      const [unitId = ''] = await addUnits(tx, [{ ...unit, from, to, decisionId }])
      about(tx, { subjectId: unitId })
      return { unitId }
    }),

    command(correctUnit, async ({ unitId, versionId, reason, place, ...named }, { tx }) => {
      await lockOrganisation(tx)
      const version = (await versionsOf(tx, unitId)).find((one) => one.versionId === versionId)
      if (!version) throw new NotFound()
      await closeFacts(tx, 'organisation.unit_version', [versionId], 'corrected')
      await recordFacts(tx, 'organisation.unit_version', [
        versionRow({
          ...named,
          id: unitId,
          place: place ?? version.place,
          from: version.from,
          to: version.to,
          decisionId: version.decisionId,
        }),
      ])
      about(tx, { subjectId: unitId, reason })
      return {}
    }),
  ]
}

type AskedOfUnit = { unitId: string; kind: string; day: string; scope: Scope; caller: Caller }

async function peopleOf(db: Db, people: PeopleOfUnits, { unitId, kind, day, scope, caller }: AskedOfUnit) {
  const asked = { on: day, today: caller.today, scope }
  const under = await unitsUnder(db, unitId, day, caller.now)
  const leaders = await people.leaders(db, under, asked)
  const names = await unitNames(db, [...new Set(leaders.map((leader) => leader.unitId))])
  return {
    ages: await people.ages(db, under, asked),
    retirement: retirementLine(day),
    leaders: leaderPosts(kind, day, leaders).map(({ holders, ...post }) => ({
      ...post,
      holders: holders.map(({ personId, personName, unitId: at, kind: held, since }) => ({
        personId,
        name: personName,
        unitId: at,
        unitVi: names.get(at)?.vi ?? '',
        unitEn: names.get(at)?.en ?? '',
        kind: held,
        since,
      })),
    })),
  }
}
