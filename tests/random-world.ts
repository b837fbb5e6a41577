import fc from 'fast-check'
import { period, recordFacts } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { rebuildClosure } from '#modules/organisation/closure.sql.ts'
import { writeUnits } from '#modules/organisation/unit.sql.ts'
import { recordAssignments, recordMemberships } from '#modules/people/assignment.sql.ts'
import { recordIdentities } from '#modules/people/identity.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { addClasses, recordEnrolments } from '#modules/training/class.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import type { TestApp } from './app.ts'

/** Every tie of a world has begun by the first of these days; some end, and units move and end, between them. */
export const worldDays = ['2021-06-01', '2026-11-23'] as const

type Years = { from: number; until: number | null }
type Unit = { parent: number; movedIn: number | null; movedTo: number; endsIn: number | null }
type Person = {
  posts: (Years & { unit: number })[]
  ties: (Years & { unit: number; kind: 'deputy' | 'party_member' | 'association_member' })[]
}
export type World = { units: Unit[]; persons: Person[]; granted: number }

const years = fc
  .tuple(fc.integer({ min: 2011, max: 2020 }), fc.option(fc.integer({ min: 1, max: 6 }), { freq: 2 }))
  .map(([from, length]): Years => ({ from, until: length === null ? null : from + length }))

/** A tree of units that move and end, persons with posts and memberships over time, and the unit on which a role is held. */
export const worlds: fc.Arbitrary<World> = fc.record({
  units: fc.array(
    fc.record({
      parent: fc.nat(),
      movedIn: fc.option(fc.integer({ min: 2014, max: 2025 })),
      movedTo: fc.nat(),
      endsIn: fc.option(fc.integer({ min: 2016, max: 2025 }), { freq: 3 }),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  persons: fc.array(
    fc.record({
      posts: fc.array(
        fc.tuple(years, fc.nat()).map(([held, unit]) => ({ ...held, unit })),
        { maxLength: 2 },
      ),
      ties: fc.array(
        fc
          .tuple(years, fc.nat(), fc.constantFrom('deputy' as const, 'party_member' as const, 'association_member' as const))
          .map(([held, unit, kind]) => ({ ...held, unit, kind })),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  granted: fc.nat(),
})

export type MadeWorld = { unitIds: string[]; personIds: string[]; root: number; seenOn: (day: string) => string[] }

/** Writes the world down, and says by itself who is seen in the unit of the role. */
export async function makeWorld(app: TestApp, world: World): Promise<MadeWorld> {
  const count = world.units.length
  const unitIds = world.units.map(() => newId())
  const idOf = (unit: number) => unitIds[unit % count] ?? ''
  const personIds = await app.write(async (tx) => {
    await writeUnits(
      tx,
      world.units.map((unit, index) => ({
        id: idOf(index),
        nameVi: `Đơn vị ${index}`,
        nameEn: `Unit ${index}`,
        kind: 'state_office' as const,
        from: '2010-01-01',
        to: unit.endsIn === null ? null : `${unit.endsIn}-01-01`,
      })),
    )
    const parents = world.units.flatMap((unit, index) =>
      placesOf(unit, index).map(({ under, from, until }) => ({
        unit_id: idOf(index),
        parent_id: idOf(under),
        system: 'state',
        held: period(`${from}-01-01`, until === null ? null : `${until}-01-01`),
      })),
    )
    await recordFacts(tx, 'organisation.unit_parent', parents)
    await rebuildClosure(tx)
    const made = await addPeople(
      tx,
      world.persons.map((_, index) => ({ fullName: `Nguyễn Văn ${index}`, sex: 'male' as const, birth: '1980-05-02' })),
    )
    const held = ({ from, until }: Years) => ({ from: `${from}-01-01`, to: until === null ? null : `${until}-01-01` })
    for (const [index, person] of world.persons.entries()) {
      const personId = made[index] ?? ''
      await recordAssignments(
        tx,
        person.posts.map((post, at) => ({
          personId,
          kind: at === 0 ? ('main' as const) : ('concurrent' as const),
          unitId: idOf(post.unit),
          titleText: 'Công chức',
          ...held(post),
        })),
      )
      await recordMemberships(
        tx,
        person.ties.map((tie) => ({ personId, kind: tie.kind, unitId: idOf(tie.unit), ...held(tie) })),
      )
      await recordIdentities(tx, [{ personId, kind: 'official', number: newId(), from: '2015-01-01' }])
      await recordQualifications(tx, [{ personId, kind: 'degree', level: 'DH', rank: 4, state: 'finished', from: '2015-01-01' }])
      await recordSendings(tx, [{ personId, kind: 'LLCT_TC', unitId: idOf(0), sentOn: '2019-02-01' }])
      const [classId = ''] = await addClasses(tx, [{ kind: 'BD_CD', title: 'Lớp thử', openerUnitId: idOf(0), openedOn: '2020-02-03' }])
      await recordEnrolments(tx, [{ personId, classId, openedOn: '2020-02-03' }])
    }
    return made
  })
  const root = world.granted % count
  const seenOn = (day: string) => {
    const year = Number(day.slice(0, 4))
    return personIds.filter((_, index) => lastUnits(world.persons[index], year).some((unit) => isUnder(world, unit % count, root, year)))
  }
  return { unitIds, personIds, root, seenOn }
}

/** Under which units one stood, from year to year; the first unit stands under none, and no unit under a later one. */
function placesOf({ parent, movedIn, movedTo, endsIn }: Unit, index: number): { under: number; from: number; until: number | null }[] {
  if (index === 0) return []
  const [before, after] = [parent % index, movedTo % index]
  const isMoved = movedIn !== null && before !== after && (endsIn === null || movedIn < endsIn)
  if (!isMoved) return [{ under: before, from: 2010, until: endsIn }]
  return [
    { under: before, from: 2010, until: movedIn },
    { under: after, from: movedIn, until: endsIn },
  ]
}

/** Where one serves or belongs on the day, or else did so last. */
function lastUnits(person: Person | undefined, year: number): number[] {
  const all: (Years & { unit: number })[] = [...(person?.posts ?? []), ...(person?.ties ?? [])]
  const present = all.filter(({ until }) => until === null || until > year)
  const last = Math.max(...all.map(({ until }) => until ?? 9999))
  return (present.length > 0 ? present : all.filter(({ until }) => until === last)).map(({ unit }) => unit)
}

/** Today, or on the unit's last day if it has ended; each unit on the way must have been there on that day. */
function isUnder({ units }: World, unit: number, root: number, today: number): boolean {
  const end = units[unit]?.endsIn ?? null
  // Its last day is the last of the year before.
  const year = end === null || end > today ? today : end - 1
  const climb = (at: number): boolean => {
    if (at === root) return true
    const place = placesOf(units[at] ?? { parent: 0, movedIn: null, movedTo: 0, endsIn: null }, at).find(
      ({ from, until }) => from <= year && (until === null || until > year),
    )
    if (!place) return false
    const above = units[place.under]?.endsIn ?? null
    return (above === null || above > year) && climb(place.under)
  }
  return climb(unit)
}
