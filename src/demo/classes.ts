import { newId } from '#lib/id.ts'
import { spellOn, type Official } from './careers.ts'
import { plannedClasses, type PlannedClass } from './class-plan.ts'
import { communeAfter, endOfDistrict } from './end-of-district.ts'
import type { Journal } from './journal.ts'
import { communeUnit, type Outsider } from './outsiders.ts'
import { communeIssuers, type Paper, politicalCentre, type Register } from './papers.ts'
import type { Random } from './random.ts'
import { centreOf } from './political-centres.ts'
import { demoUnitId } from './unit-id.ts'

type Learner = { personId: string; unitId: string; titleText: string }
/** Learners by the commune they live or serve in. */
type Village = { outsiders: Outsider[]; officials: Official[] }

/** Opens every class with its decision, and lists who sat in it. */
export function enterClasses(
  journal: Journal,
  register: Register,
  random: Random,
  people: { outsiders: Outsider[]; officials: Official[] },
): void {
  const villages = villagesOf(people)
  for (const planned of plannedClasses(random)) {
    const paper = classPaper(register, planned)
    const classId = newId(Date.parse(planned.on))
    const openerUnitId = planned.opener ? centreOf(planned.opener) : demoUnitId('Trung tâm Bồi dưỡng chính trị huyện Yên Sơn')
    const { kind, title, on, closedOn, place, learners, isCounted } = planned
    journal.record(
      'class',
      on,
      { classId, kind, title, openerUnitId, openedOn: on, closedOn, place, headCount: isCounted ? learners : null },
      { paper },
    )
    if (isCounted) continue
    for (const learner of audience(random, planned, villages)) {
      journal.record('enrolment', on, { ...learner, classId, openedOn: on, closedOn, ...resultOf(random, kind) }, { paper })
    }
  }
}

function classPaper(register: Register, { opener, on, kind, title }: PlannedClass): Paper {
  const issuer = opener ? communeIssuers(`Xã ${opener}`).centre : politicalCentre
  return register.paper(
    issuer,
    on,
    'class',
    kind === 'LLCT_SC' ? `Mở ${title.charAt(0).toLowerCase()}${title.slice(1)}` : `Mở lớp bồi dưỡng: ${title}`,
  )
}

function resultOf(random: Random, kind: PlannedClass['kind']): { result?: string } {
  return kind === 'LLCT_SC'
    ? {
        result: random.weighted([
          ['Khá', 6],
          ['Giỏi', 2],
          ['Trung bình', 2],
        ]),
      }
    : {}
}

function villagesOf({ outsiders, officials }: { outsiders: Outsider[]; officials: Official[] }): Map<string, Village> {
  const villages = new Map<string, Village>()
  const of = (commune: string): Village => {
    const found = villages.get(commune) ?? { outsiders: [], officials: [] }
    villages.set(commune, found)
    return found
  }
  for (const outsider of outsiders) of(outsider.commune).outsiders.push(outsider)
  for (const official of officials) {
    const communes = new Set(official.spells.flatMap(({ site }) => site.commune ?? []))
    for (const commune of communes) of(commune).officials.push(official)
  }
  return villages
}

/** Those of the communes who are to hear it: the villages' people first, officials among them. */
function audience(random: Random, planned: PlannedClass, villages: Map<string, Village>): Learner[] {
  const { on, kind, learners, opener } = planned
  const names = opener ? [...villages.keys()].filter((name) => communeAfter(name) === `Xã ${opener}`) : planned.communes
  const near = names.flatMap((name) => villages.get(name) ?? [])
  const outside = near
    .flatMap((village) => village.outsiders)
    .filter(
      ({ from, kind: tie, person }) =>
        from <= on &&
        (kind !== 'BD_DT' || tie === 'association_member') &&
        (kind !== 'BD_XDD' || tie === 'party_member') &&
        person.birth > '1946',
    )
  const inside = [...new Set(near.flatMap((village) => village.officials))].flatMap((official) => servingLearner(official, on, names) ?? [])
  const villagers = outside.map(({ person, commune, kind: tie }): Learner => ({
    personId: person.personId,
    unitId: communeUnit(commune, on),
    titleText: tie === 'party_member' ? 'Đảng viên' : 'Hội viên',
  }))
  const officialPlaces = kind === 'BD_CD' ? Math.floor(learners * 0.18) : 0
  const chosen = random.shuffled(inside).slice(0, officialPlaces)
  const rest = random.shuffled(villagers).slice(0, learners - chosen.length)
  if (chosen.length + rest.length < learners) throw new Error(`Too few learners for ${planned.title} on ${on}`)
  return [...chosen, ...rest]
}

function servingLearner(official: Official, on: string, communes: readonly string[]): Learner | null {
  const spell = spellOn(official, on)
  if (!spell || (on < endOfDistrict && !communes.includes(spell.site.commune ?? ''))) return null
  return { personId: official.person.personId, unitId: spell.unit, titleText: spell.text }
}
