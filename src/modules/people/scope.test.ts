import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addClasses } from '#modules/training/class.sql.ts'
import { classWindow, readClass } from '#modules/training/class.contract.ts'
import { listSecondments } from '#modules/movements/secondment.contract.ts'
import { recordSecondments } from '#modules/movements/secondment.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { testApp } from '#tests/app.ts'
import { recordAssignments } from './assignment.sql.ts'
import { readPerson } from './file.contract.ts'
import { spine, window } from './list.contract.ts'
import { addPeople } from './person.sql.ts'

const today = '2026-11-23'

type Place = { unit: number; from: number; until: number | null }
/** A tree of units by each one's parent, persons by their posts in years, and where the caller's role is granted. */
const world = fc.record({
  parents: fc.array(fc.nat(), { minLength: 3, maxLength: 7 }),
  persons: fc.array(
    fc.record({
      unit: fc.nat(),
      from: fc.integer({ min: 2012, max: 2020 }),
      left: fc.option(fc.integer({ min: 2021, max: 2026 })),
      second: fc.option(fc.nat()),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  granted: fc.nat(),
  role: fc.constantFrom('organisation_officer', 'leader', 'unit_clerk'),
})

test('a caller sees just the persons, classes and secondments of the own units, and elsewhere there is nothing', async () => {
  const app = await testApp({ today })
  await fc.assert(
    fc.asyncProperty(world, async ({ parents, persons, granted, role }) => {
      const count = parents.length
      const parentOf = parents.map((parent, index) => (index === 0 ? null : parent % index))
      const units = parents.map(() => crypto.randomUUID())
      const root = granted % count
      const sees = (unit: number): boolean => unit === root || (unit > 0 && sees(parentOf[unit] ?? 0))

      const { ids, classIds } = await app.write(async (tx) => {
        await addUnits(
          tx,
          units.map((id, index) => ({
            id,
            nameVi: `Đơn vị ${index}`,
            nameEn: `Unit ${index}`,
            kind: 'state_office' as const,
            from: '2010-01-01',
            parents: index === 0 ? {} : { state: units[parentOf[index] ?? 0] ?? null },
          })),
        )
        const made = await addPeople(
          tx,
          persons.map((_, index) => ({ fullName: `Nguyễn Văn ${index}` })),
        )
        await recordAssignments(
          tx,
          persons.flatMap((person, index) =>
            placesOf(person, count).map((place) => ({
              personId: made[index] ?? '',
              kind: 'main' as const,
              unitId: units[place.unit] ?? '',
              titleText: 'Công chức',
              from: `${place.from}-01-01`,
              to: place.until ? `${place.until}-01-01` : null,
            })),
          ),
        )
        const classes = await addClasses(
          tx,
          units.map((openerUnitId, index) => ({ kind: 'BD_CD', title: `Lớp ${index}`, openerUnitId, openedOn: '2020-03-01' })),
        )
        const host = units[1] ?? ''
        await recordSecondments(
          tx,
          persons.flatMap((person, index) =>
            person.unit % count === 0
              ? [{ personId: made[index] ?? '', fromUnitId: units[0] ?? '', hostUnitId: host, from: '2013-01-01', to: '2014-01-01' }]
              : [],
          ),
        )
        return { ids: made, classIds: classes }
      })
      const call = await app.as(role, units[root] ?? null)

      // The oracle: where one serves today, or, serving nowhere, where one served last.
      const expected = persons.flatMap((person, index) => (sees(lastUnit(placesOf(person, count))) ? [ids[index] ?? ''] : []))
      const asked = { group: 'all', status: 'all' } as const
      const mine = (listed: { personId: string }[]) =>
        listed
          .map(({ personId }) => personId)
          .filter((id) => ids.includes(id))
          .toSorted()
      const { rows } = await call(window, asked)
      expect(mine(rows)).toEqual(expected.toSorted())
      expect((await call(spine, asked)).total).toBe(rows.length)

      for (const [index, personId] of ids.entries()) {
        const answer = await call(readPerson, { personId }).then(
          () => 200,
          (error: { status: number }) => error.status,
        )
        expect([index, answer]).toEqual([index, expected.includes(personId) ? 200 : 404])
      }
      const seen = (await call(classWindow, {})).rows
        .map(({ classId }) => classId)
        .filter((id) => classIds.includes(id))
        .toSorted()
      expect(seen).toEqual(classIds.filter((_, index) => sees(index)).toSorted())
      for (const [index, classId] of classIds.entries()) {
        const answer = await call(readClass, { classId }).then(
          () => 200,
          (error: { status: number }) => error.status,
        )
        expect(answer).toBe(sees(index) ? 200 : 404)
      }
      if (role === 'unit_clerk') return
      const seconded = persons.flatMap((person, index) =>
        person.unit % count === 0 && (sees(0) || expected.includes(ids[index] ?? '')) ? [ids[index] ?? ''] : [],
      )
      expect(mine((await call(listSecondments, {})).rows)).toEqual(seconded.toSorted())
    }),
    { numRuns: 12 },
  )
}, 120_000)

/** First one unit; then perhaps another from the year of leaving on. */
function placesOf(person: { unit: number; from: number; left: number | null; second: number | null }, count: number): Place[] {
  const first = { unit: person.unit % count, from: person.from, until: person.left }
  return person.left !== null && person.second !== null ? [first, { unit: person.second % count, from: person.left, until: null }] : [first]
}

function lastUnit(places: Place[]): number {
  return places.at(-1)?.unit ?? 0
}
