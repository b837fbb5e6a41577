import { isTrainingKind, trainingKindOf, type TrainingKindCode } from '#law/training-kinds.ts'
import { addDays } from '#lib/days.ts'
import { highDay, lowDay } from '#lib/partial-date.ts'
import { fold, isSameText } from '#lib/vietnamese-names.ts'
import type { NewMembership } from '#modules/people/assignment.sql.ts'
import type { NewClass, NewEnrolment } from '#modules/training/class.sql.ts'
import type { Candidate } from './candidate.ts'
import type { KnownClass, KnownPerson } from './known.ts'
import { servantMeant } from './matching.ts'
import {
  birthToCome,
  choiceOf,
  emptyPlan,
  optionsOf,
  personKey,
  refusal,
  refusedPlan,
  soughtBy,
  unitOfRow,
  type PlanGiven,
  type RowPlanner,
} from './plan-given.ts'
import { rowKey, type FieldChange, type Planned, type RowWhy, type Writes } from './planned.ts'
import { newPost, postOf } from './post-row.ts'
import { dateText, profileOf } from './profile-row.ts'
import type { ListedUnit } from './unit-match.ts'

type OpenClass = { classId: string; kind: TrainingKindCode; opener: ListedUnit; openedOn: string; closedOn: string | null }
type Seen = {
  classes: Map<string, OpenClass>
  people: Map<string, string>
  enrolments: Map<string, number>
  withLearners: ReadonlySet<string>
}

/** The classes of a file, gathered before any row is planned: a learner may stand above the line that names the class. */
export type FileClasses = { classes: readonly Candidate[]; withLearners: ReadonlySet<string> }

/** Plans the rows of a list of classes and their learners, asked for each in the file's order; the classes are planned at once. */
export function classesPlanner({ classes, withLearners }: FileClasses, given: PlanGiven): { plan: RowPlanner; classes: Planned[] } {
  const seen: Seen = { classes: new Map(), people: new Map(), enrolments: new Map(), withLearners }
  const planned = new Map(classes.map((one) => [placeKey(one), planClass(one, given, seen)]))
  return {
    plan: (candidate, now) =>
      (candidate.of === 'class' ? planned.get(placeKey(candidate)) : undefined) ?? planLearner(candidate, now, seen),
    classes: [...planned.values()],
  }
}

function placeKey(candidate: Candidate): string {
  return `${rowKey(candidate)}\u001f${candidate.classKey ?? ''}`
}

function planClass(candidate: Candidate, given: PlanGiven, seen: Seen): Planned {
  const { fields } = candidate
  const title = fields.className?.value ?? ''
  const kind = kindOf(fields.trainingKind?.value ?? title) ?? kindOf(title)
  if (!kind)
    return refusedPlan(candidate, [
      refusal(candidate, fields.trainingKind ? 'trainingKind' : 'className', {
        code: 'training-kind-unknown',
        text: fields.trainingKind?.value ?? title,
      }),
    ])
  const openedOn = fields.from ? lowDay(fields.from.value) : given.dayOf(candidate)
  if (openedOn > given.today)
    return refusedPlan(candidate, [refusal(candidate, 'from', { code: 'date-after-today', text: fields.from?.text ?? openedOn })])
  const found = openerOf(candidate, openedOn, given)
  if ('why' in found) return refusedPlan(candidate, [refusal(candidate, 'opener', found.why)])

  const closedOn = fields.to ? addDays(highDay(fields.to.value), 1) : null
  const known = given.classes.find(
    (one) => one.search === fold(title) && one.openerUnitId === found.unit.unitId && one.openedOn === openedOn,
  )
  const classId = known?.classId ?? given.newId()
  const key = candidate.classKey ?? `${title}|${openedOn}`
  seen.classes.set(key, { classId, kind, opener: found.unit, openedOn, closedOn: closedOn ?? known?.closedOn ?? null })
  const isListed = seen.withLearners.has(key)
  const said: NewClass & { classId: string } = {
    classId,
    kind,
    title,
    openerUnitId: found.unit.unitId,
    openedOn,
    closedOn: closedOn && closedOn > openedOn ? closedOn : null,
    place: fields.place?.value ?? fields.school?.value ?? null,
    headCount: isListed ? null : (fields.headCount?.value ?? null),
    runId: given.runId,
    runRow: candidate.row,
  }
  if (!known) return { ...emptyPlan(candidate), writes: { class: said } }
  const changes = classChanges(said, known)
  if (changes.length === 0) return { ...emptyPlan(candidate), state: 'same' }
  const merged = {
    ...said,
    closedOn: said.closedOn ?? known.closedOn,
    place: said.place ?? known.place,
    lecturer: known.lecturer,
    headCount: said.headCount ?? known.headCount,
  }
  return {
    ...emptyPlan(candidate),
    state: 'changed',
    changes,
    writes: { close: [{ table: 'training.class_version', id: known.versionId }], class: merged },
  }
}

function classChanges(said: NewClass, known: KnownClass): FieldChange[] {
  const changes: FieldChange[] = []
  if (said.kind !== known.kind) changes.push({ field: 'trainingKind', before: known.kind, after: said.kind })
  if (said.place && !isSameText(said.place, known.place ?? '')) changes.push({ field: 'place', before: known.place, after: said.place })
  if (said.closedOn && said.closedOn !== known.closedOn)
    changes.push({ field: 'to', before: dateText(known.closedOn), after: dateText(said.closedOn) ?? '' })
  const count = said.headCount
  if (count !== null && count !== undefined && count !== known.headCount)
    changes.push({ field: 'headCount', before: known.headCount === null ? null : String(known.headCount), after: String(count) })
  return changes
}

function planLearner(candidate: Candidate, given: PlanGiven, seen: Seen): Planned {
  const unborn = birthToCome(candidate, given.today)
  if (unborn.length > 0) return refusedPlan(candidate, unborn)
  const { fields } = candidate
  const open = candidate.classKey ? seen.classes.get(candidate.classKey) : undefined
  if (!open) return refusedPlan(candidate, [refusal(candidate, 'className', { code: 'class-refused' })])
  const found = fields.unit ? unitOfRow(candidate, open.openedOn, given) : { unit: given.defaultUnit ?? open.opener }
  if ('why' in found) return refusedPlan(candidate, [refusal(candidate, 'unit', found.why)])

  const sought = soughtBy(candidate, found.unit.unitId)
  const fresh = seen.people.get(personKey(sought))
  const meant = fresh ? null : servantMeant(sought, given.people, false, choiceOf(given, candidate))
  if (meant?.as === 'elsewhere') return refusedPlan(candidate, [refusal(candidate, 'personalId', { code: 'id-elsewhere' })])
  const enrolment: NewEnrolment = {
    runId: given.runId,
    runRow: candidate.row,
    personId: '',
    classId: open.classId,
    unitId: found.unit.unitId,
    titleText: fields.post?.value.text ?? null,
    result: fields.outcome?.value ?? null,
    certificate: fields.certificate?.value ?? null,
    openedOn: open.openedOn,
    closedOn: open.closedOn,
  }
  const options = meant ? optionsOf(meant, (person) => ofKnown(candidate, person, enrolment, [])) : []
  if (meant?.as === 'ask') return { ...emptyPlan(candidate), state: 'duplicate', askWhy: meant.why, options }

  const known = meant?.as === 'person' ? meant.person : null
  const personId = known?.personId ?? fresh ?? given.entrantId(candidate)
  const twin = `${personId}|${open.classId}`
  const twinRow = seen.enrolments.get(twin)
  if (twinRow !== undefined)
    return { ...emptyPlan(candidate), state: 'duplicate', askWhy: 'twice-in-file', twinRow, personId: known?.personId ?? null }
  seen.enrolments.set(twin, candidate.row)

  if (known) return ofKnown(candidate, known, enrolment, options)
  if (fresh) return { ...emptyPlan(candidate), writes: { enrolments: [{ ...enrolment, personId }] } }
  seen.people.set(personKey(sought), personId)
  return {
    ...emptyPlan(candidate),
    options,
    writes: { ...newcomer(candidate, personId, found.unit, open, given), enrolments: [{ ...enrolment, personId }] },
  }
}

function ofKnown(candidate: Candidate, person: KnownPerson, enrolment: NewEnrolment, options: Planned['options']): Planned {
  const said = { ...enrolment, personId: person.personId }
  const base = { ...emptyPlan(candidate), personId: person.personId, options }
  const same = person.enrolments.find((one) => one.classId === said.classId)
  if (!same) return { ...base, writes: { enrolments: [said] } }
  const changes = (['result', 'certificate'] as const).flatMap((field) => {
    const after = said[field]
    return after && !isSameText(after, same[field] ?? '') ? [{ field, before: same[field], after }] : []
  })
  if (changes.length === 0) return { ...base, state: 'same' }
  const merged = {
    ...said,
    result: said.result ?? same.result,
    certificate: said.certificate ?? same.certificate,
    unitId: same.unitId ?? said.unitId ?? null,
    titleText: same.titleText ?? said.titleText ?? null,
  }
  return { ...base, state: 'changed', changes, writes: { close: [{ table: 'training.enrolment', id: same.id }], enrolments: [merged] } }
}

/** Who holds a post of the law's list is an official; anybody else belongs to the unit from outside the payroll. */
function newcomer(candidate: Candidate, personId: string, unit: ListedUnit, open: OpenClass, given: PlanGiven): Writes {
  const { fields } = candidate
  const origin = { runId: given.runId, runRow: candidate.row }
  const post = postOf(fields, unit, given.titleCodes, open.openedOn)
  const cccd = fields.personalId?.value
  return {
    person: { ...profileOf(fields), personId, ...origin },
    ...(cccd ? { identities: [{ personId, kind: 'cccd' as const, number: cccd, from: open.openedOn, ...origin }] } : {}),
    ...(post.titleCode
      ? { assignments: [{ ...newPost(personId, post, open.openedOn), ...origin }] }
      : {
          memberships: [
            {
              personId,
              kind: membershipOf(candidate, open.kind),
              unitId: unit.unitId,
              titleText: post.titleText || null,
              from: open.openedOn,
              to: unit.until,
              fromKnown: false,
              ...origin,
            },
          ],
        }),
  }
}

function membershipOf({ fields }: Candidate, kind: TrainingKindCode): NewMembership['kind'] {
  const post = fold(fields.post?.value.text ?? '')
  if (kind === 'BD_HDND' || /\b(dai bieu|hdnd)\b/.test(post)) return 'deputy'
  const isOfParty =
    fields.partyMember?.value ||
    fields.partyJoinedOn ||
    kind === 'BD_XDD' ||
    kind.startsWith('LLCT') ||
    /\b(dang vien|chi bo|bi thu|cap uy)\b/.test(post)
  return isOfParty ? 'party_member' : 'association_member'
}

function openerOf(candidate: Candidate, day: string, given: PlanGiven): { unit: ListedUnit } | { why: RowWhy } {
  const text = candidate.fields.opener?.value
  if (!text) return given.defaultUnit ? { unit: given.defaultUnit } : unitOfRow(candidate, day, given)
  const found = given.unitOn({ text, body: null, kind: null, name: text }, day)
  // 'Trung tâm Bồi dưỡng chính trị huyện' is no unit of its own in many trees: then the chosen unit opened the class.
  return 'unit' in found ? found : given.defaultUnit ? { unit: given.defaultUnit } : found
}

function kindOf(text: string): TrainingKindCode | null {
  return isTrainingKind(text) ? text : trainingKindOf(text)
}
