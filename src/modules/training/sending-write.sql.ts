import type { Tx } from '#db/connect.ts'
import { commitmentMonths, trainingPacksOn } from '#law/training-packs.ts'
import { replaceFacts, type FactColumns } from '#modules/people/fact.sql.ts'
import { qualificationsOf, recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { fieldCodeOf, rankOf } from '#modules/qualifications/qualification.ts'
import { courseOf } from './board-view.sql.ts'
import type { ClassRow } from './class.contract.ts'
import { recordEnrolments } from './class.sql.ts'
import { recordCommitments } from './commitment.sql.ts'
import { monthsOfCourse } from './course.ts'
import { endOfCourse } from './sending.ts'
import { recordSendings } from './sending.sql.ts'

/** A nomination and where the person serves on the day of the decision. */
export type Sent = { nomination: FactColumns; unitId: string; titleText: string | null }
type Paper = { decisionId: string; sentOn: string }

/** All that a decision to send makes: sendings, places in the class, studies begun, service owed; and the nominations are sent. */
export async function writeSendings(tx: Tx, of: ClassRow, sent: readonly Sent[], { decisionId, sentOn }: Paper): Promise<void> {
  const sendingIds = await recordSendings(
    tx,
    sent.map(({ nomination, unitId, titleText }) => ({
      personId: nomination.person_id,
      kind: of.kind,
      unitId,
      titleText,
      sentOn,
      studyFrom: of.openedOn,
      studyTo: of.closedOn,
      institution: of.institution ?? of.opener.vi,
      mode: of.mode,
      classId: of.classId,
      decisionId,
    })),
  )
  await recordEnrolments(
    tx,
    sent.map(({ nomination, unitId, titleText }, at) => ({
      personId: nomination.person_id,
      classId: of.classId,
      unitId,
      titleText,
      openedOn: of.openedOn,
      closedOn: of.closedOn,
      sendingId: sendingIds[at] ?? null,
      decisionId,
    })),
  )
  await writeStudies(tx, of, sent, { decisionId, sentOn })
  await writeCommitments(tx, of, sent, sendingIds, { decisionId, sentOn })
  await replaceFacts(
    tx,
    'training.nomination',
    sent.map(({ nomination, unitId, titleText }) => ({
      fact: nomination,
      change: { state: 'sent', unit_id: unitId, title_text: titleText, decision_id: decisionId },
    })),
    'sent',
  )
}

/** The gap shows at once that somebody studies for what the post asks; the study ends with the result. */
async function writeStudies(tx: Tx, of: ClassRow, sent: readonly Sent[], { decisionId, sentOn }: Paper): Promise<void> {
  const end = endOfCourse(of.kind)
  if (!end) return
  const held = await qualificationsOf(
    tx,
    sent.map(({ nomination }) => nomination.person_id),
  )
  const studies = new Set(
    held
      .filter((one) => one.kind === end.kind && one.level === end.level && one.state === 'studying' && (one.to === null || one.to > sentOn))
      .map(({ personId }) => personId),
  )
  await recordQualifications(
    tx,
    sent
      .filter(({ nomination }) => !studies.has(nomination.person_id))
      .map(({ nomination }) => ({
        ...end,
        personId: nomination.person_id,
        rank: rankOf(end.kind, end.level),
        state: 'studying' as const,
        fieldText: end.kind === 'degree' ? of.fieldText : null,
        fieldCode: end.kind === 'degree' ? fieldCodeOf(of.fieldText) : null,
        mode: of.mode,
        institution: of.institution ?? of.opener.vi,
        classId: of.classId,
        from: sentOn,
        decisionId,
      })),
  )
}

async function writeCommitments(
  tx: Tx,
  of: ClassRow,
  sent: readonly Sent[],
  sendingIds: readonly string[],
  { decisionId, sentOn }: Paper,
): Promise<void> {
  const months = of.kind.startsWith('DT_SDH') ? monthsOfCourse(courseOf(of)) : null
  const committed = months === null ? null : commitmentMonths(months, sentOn)
  if (months === null || committed === null) return
  await recordCommitments(
    tx,
    sent.map(({ nomination }, at) => ({
      personId: nomination.person_id,
      sendingId: sendingIds[at] ?? '',
      courseMonths: months,
      committedMonths: committed,
      document: trainingPacksOn(sentOn).postgraduate?.document ?? '',
      sentOn,
      decisionId,
    })),
  )
}
