import type { Tx } from '#db/connect.ts'
import { endFactsOn } from '#db/amend.ts'
import { qualificationsOf, recordQualifications, type NewQualification } from '#modules/qualifications/qualification.sql.ts'
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
  /** Only where the kind of course alone does not say what it ends in. */
  level: string | null
  language?: string | null
  fieldText: string | null
  result: string | null
  certificate: string | null
  expiresOn?: string | null
  decisionId: string | null
}
export type Finished = { personId: string; course: Course; written: Written }
export type GivenUp = { personId: string; course: Course; level: string | null; decisionId: string | null }

/** A completed course of a degree or a level writes the qualification, unless the person has just that one already. */
export async function writeFinished(tx: Tx, on: string, finished: readonly Finished[]): Promise<string[]> {
  const held = await heldOf(tx, finished)
  const studies: string[] = []
  const gained: NewQualification[] = []
  for (const { personId, course, written } of finished) {
    const end = endOf(course.kind, written.level)
    if (!end) continue
    const language = written.language ?? null
    const like = held.filter(
      (one) =>
        one.personId === personId && one.kind === end.kind && one.level === end.level && (language === null || one.language === language),
    )
    studies.push(...like.filter((one) => isRunning(one, on)).map(({ id }) => id))
    // A certificate that runs out is gained anew each time.
    const expiresOn = written.expiresOn ?? null
    const isHeld = like.some(
      (one) => one.state === 'finished' && one.expiresOn === expiresOn && (end.kind !== 'degree' || one.fieldText === written.fieldText),
    )
    if (isHeld) continue
    gained.push({
      ...end,
      personId,
      rank: rankOf(end.kind, end.level),
      state: 'finished',
      fieldText: written.fieldText,
      fieldCode: fieldCodeOf(written.fieldText),
      language,
      mode: course.mode,
      institution: course.institution,
      result: written.result,
      certificate: written.certificate,
      expiresOn,
      classId: course.classId,
      from: on,
      // Whoever withdraws the sending decision also asks what came of it.
      decisionId: written.decisionId ?? course.decisionId,
    })
  }
  await endFactsOn(tx, table, studies, on)
  return recordQualifications(tx, gained)
}

/** Whoever fails or leaves a course has given up the study that went with it. */
export async function writeAbandoned(tx: Tx, on: string, givenUp: readonly GivenUp[]): Promise<void> {
  const held = await heldOf(tx, givenUp)
  const abandoned = givenUp.flatMap(({ personId, course, level, decisionId }) => {
    const end = endOf(course.kind, level)
    const like = held.filter((one) => one.personId === personId && end && one.kind === end.kind && one.level === end.level)
    const ended = like.findLast(({ state }) => state !== 'studying')
    const study = like.findLast(({ state, from }) => state === 'studying' && from < on && (!ended || ended.from < from))
    return study ? [{ study, classId: course.classId, decisionId: decisionId ?? course.decisionId }] : []
  })
  await endFactsOn(
    tx,
    table,
    abandoned.filter(({ study }) => isRunning(study, on)).map(({ study }) => study.id),
    on,
  )
  await recordQualifications(
    tx,
    abandoned.map(({ study: { id: _, ...study }, classId, decisionId }) => ({
      ...study,
      state: 'abandoned' as const,
      from: on,
      to: null,
      fromKnown: true,
      classId,
      decisionId,
    })),
  )
}

type Held = Awaited<ReturnType<typeof qualificationsOf>>[number]

function heldOf(tx: Tx, persons: readonly { personId: string }[]): Promise<Held[]> {
  return qualificationsOf(
    tx,
    persons.map(({ personId }) => personId),
  )
}

function isRunning(one: Held, on: string): boolean {
  return one.state === 'studying' && one.from < on && (one.to === null || one.to > on)
}
