import type { Tx } from '#db/connect.ts'
import { closeFacts, period } from '#db/facts.ts'
import type { CourseEnd } from '#law/training-courses.ts'
import { lockFact, replaceFact } from '#modules/people/fact.sql.ts'
import { qualificationsHeld, recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { fieldCodeOf, rankOf } from '#modules/qualifications/qualification.ts'
import { endOf } from './sending.ts'

const table = 'qualifications.qualification'

/** The course as far as the qualification must know it; `decisionId` is the paper that sent the person there. */
export type Course = {
  kind: string
  mode: string | null
  institution: string | null
  decisionId: string | null
  /** The class of ours, if it was one. */
  classId: string | null
}

export type Written = {
  on: string
  /** Only where the kind of course alone does not say what it ends in. */
  level: string | null
  language?: string | null
  fieldText: string | null
  result: string | null
  certificate: string | null
  expiresOn?: string | null
  decisionId: string | null
}

/** A completed course of a degree or a level writes the qualification, unless the person has just that one already. */
export async function writeFinished(tx: Tx, personId: string, course: Course, written: Written): Promise<string | null> {
  const end = endOf(course.kind, written.level)
  if (!end) return null
  const held = (await qualificationsHeld(tx, personId)).filter((one) => isOf(one, end, written.language ?? null))
  await endStudies(tx, personId, held, written.on)
  // A certificate that runs out is gained anew each time.
  const isHeld = held.some(
    (one) =>
      one.state === 'finished' &&
      one.expiresOn === (written.expiresOn ?? null) &&
      (end.kind !== 'degree' || one.fieldText === written.fieldText),
  )
  if (isHeld) return null
  const [id = null] = await recordQualifications(tx, [
    {
      ...end,
      personId,
      rank: rankOf(end.kind, end.level),
      state: 'finished',
      fieldText: written.fieldText,
      fieldCode: fieldCodeOf(written.fieldText),
      language: written.language ?? null,
      mode: course.mode,
      institution: course.institution,
      result: written.result,
      certificate: written.certificate,
      expiresOn: written.expiresOn ?? null,
      classId: course.classId,
      from: written.on,
      // Whoever withdraws the sending decision also asks what came of it.
      decisionId: written.decisionId ?? course.decisionId,
    },
  ])
  return id
}

/** Whoever fails or leaves a course has given up the study that went with it. */
export async function writeAbandoned(
  tx: Tx,
  personId: string,
  course: Course,
  given: { on: string; level: string | null; decisionId: string | null },
): Promise<string | null> {
  const end = endOf(course.kind, given.level)
  if (!end) return null
  const studies = (await qualificationsHeld(tx, personId)).filter(
    (one) => one.state === 'studying' && isOf(one, end, null) && one.to === null && one.from < given.on,
  )
  await endStudies(tx, personId, studies, given.on)
  const [study] = studies
  if (!study) return null
  const { id: _, ...kept } = study
  const [id = null] = await recordQualifications(tx, [
    {
      ...kept,
      personId,
      state: 'abandoned',
      classId: course.classId,
      from: given.on,
      to: null,
      fromKnown: true,
      decisionId: given.decisionId ?? course.decisionId,
    },
  ])
  return id
}

/** Closes what a class's result wrote about the person's qualifications: the result was mistaken or its paper withdrawn. */
export async function closeGainedIn(tx: Tx, personId: string, classId: string, why: string): Promise<number> {
  const gained = (await qualificationsHeld(tx, personId)).filter((one) => one.classId === classId && one.state !== 'studying')
  return closeFacts(
    tx,
    table,
    gained.map(({ id }) => id),
    why,
  )
}

type Held = Awaited<ReturnType<typeof qualificationsHeld>>[number]

function isOf(one: Held, end: CourseEnd, language: string | null): boolean {
  return one.kind === end.kind && one.level === end.level && (language === null || one.language === language)
}

async function endStudies(tx: Tx, personId: string, held: readonly Held[], on: string): Promise<void> {
  const running = held.filter((one) => one.state === 'studying' && one.from < on && (one.to === null || one.to > on))
  for (const study of running) {
    const fact = await lockFact(tx, table, personId, study.id)
    await replaceFact(tx, table, fact, { held: period(study.from, on) }, 'ended')
  }
}
