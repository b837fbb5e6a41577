import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { newId } from '#lib/id.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { addDecisions } from '#modules/decisions/decision.sql.ts'
import { attachTo } from '#modules/decisions/file.sql.ts'
import { recordRatings } from '#modules/evaluation/rating.sql.ts'
import { addRun } from '#modules/imports/run.sql.ts'
import { recordSecondments } from '#modules/movements/secondment.sql.ts'
import { applyReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { recordAssignments, recordMemberships } from '#modules/people/assignment.sql.ts'
import { recordIdentities } from '#modules/people/identity.sql.ts'
import { mergePersons } from '#modules/people/merge.contract.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { addCertificates } from '#modules/training/certificate.sql.ts'
import { recordCommitments, recordRepayments } from '#modules/training/commitment.sql.ts'
import { addClasses, recordEnrolments } from '#modules/training/class.sql.ts'
import { sayOfNeed } from '#modules/training/need-claim.sql.ts'
import { addPlan, changePlan } from '#modules/training/plan.sql.ts'
import { writeLine } from '#modules/training/plan-line.sql.ts'
import { addProposal, addSeats, endProposal } from '#modules/training/proposal.sql.ts'
import { recordSpendings } from '#modules/training/spending.sql.ts'
import { writeSessions } from '#modules/training/session.sql.ts'
import { submitForm } from '#modules/statistics/submission.contract.ts'
import { recordNominations } from '#modules/training/nomination.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import { prepareJobs } from '#server/job-thread.ts'
import type { TestApp } from './app.ts'

export type Places = Record<'granted' | 'inside' | 'outside' | 'elsewhere', string>

/** A district with a commune; a commune of the neighbouring district; and one of another authority. */
export async function makePlaces(app: TestApp): Promise<Places> {
  await prepareJobs(app.url)
  await app.write(syncTitles)
  const [province = '', granted = '', besides = '', authority = ''] = Array.from({ length: 4 }, () => newId())
  const unit = (nameVi: string, kind: 'province' | 'district' | 'commune', state?: string, id?: string) => ({
    ...(id ? { id } : {}),
    nameVi,
    nameEn: nameVi,
    kind,
    from: '2010-01-01',
    parents: state ? { state } : {},
  })
  const [, , , , inside = '', outside = '', elsewhere = ''] = await app.write((tx) =>
    addUnits(tx, [
      unit('Tỉnh Trong', 'province', undefined, province),
      unit('Huyện Trong', 'district', province, granted),
      unit('Huyện Ngoài', 'district', province, besides),
      unit('Tỉnh Khác', 'province', undefined, authority),
      unit('Xã Trong', 'commune', granted),
      unit('Xã Ngoài', 'commune', besides),
      unit('Xã Khác', 'commune', authority),
    ]),
  )
  return { granted, inside, outside, elsewhere }
}

/** One of everything that an operation may name, all of it of one unit; by the names that inputs give them. */
export type Things = Record<string, string>

let made = 0

export async function makeThings(app: TestApp, unitId: string, hostUnitId: string): Promise<Things> {
  const number = ++made
  const facts = await app.write(async (tx) => {
    const [decisionId = ''] = await addDecisions(tx, [
      {
        code: `${number}-QĐ/ĐU`,
        kind: 'appointment',
        issuedOn: '2019-01-01',
        issuer: 'Đảng ủy',
        issuerUnitId: unitId,
        subject: 'Về công tác cán bộ',
      },
    ])
    await attachTo(tx, decisionId, { name: 'quyet-dinh.pdf', mediaType: 'application/pdf', bytes: Buffer.from('x') })
    const [personId = '', mergedId = '', formerId = ''] = await addPeople(tx, [
      { fullName: `Nguyễn Văn ${lettered(number)}`, sex: 'male', birth: '1983-05-02' },
      { fullName: `Trần Thị ${lettered(number)}`, sex: 'female', birth: '1985-05-02' },
      { fullName: `Nguyễn Văn ${lettered(number)}`, sex: 'male', birth: '1983-05-02' },
    ])
    const [assignmentId = ''] = await recordAssignments(
      tx,
      [personId, mergedId, formerId].map((id) => ({
        personId: id,
        kind: 'main' as const,
        unitId,
        titleText: 'Công chức',
        from: '2015-01-01',
        decisionId,
      })),
    )
    const [membershipId = ''] = await recordMemberships(tx, [{ personId, kind: 'deputy', unitId, from: '2016-01-01' }])
    const [identityId = ''] = await recordIdentities(tx, [{ personId, kind: 'official', number: `CB${number}`, from: '2015-01-01' }])
    const [qualificationId = ''] = await recordQualifications(tx, [
      { personId, kind: 'degree', level: 'DH', rank: 4, state: 'studying', from: '2018-01-01' },
    ])
    const [ratingId = ''] = await recordRatings(tx, [{ personId, year: 2018, grade: 'HTT', decisionId }])
    const [sendingId = ''] = await recordSendings(tx, [{ personId, kind: 'LLCT_TC', unitId, sentOn: '2019-02-01', decisionId }])
    const claimId = await sayOfNeed(
      tx,
      { personId, kind: 'BD_NN', year: 2026, stance: 'added', reason: 'đề nghị', unitId, by: 'thử', today: '2026-01-05' },
      null,
    )
    const plan = await makePlan(tx, unitId, decisionId, personId)
    const [classId = ''] = await addClasses(tx, [{ kind: 'BD_CD', title: `Lớp ${number}`, openerUnitId: unitId, openedOn: '2020-02-03' }])
    await recordEnrolments(tx, [{ personId, classId, unitId, titleText: 'Công chức', openedOn: '2020-02-03' }])
    const certified = { classId, openerUnitId: unitId, pattern: '{số}/{năm}', issuedOn: '2020-03-02', expiresOn: null, decisionId: null }
    await addCertificates(tx, certified, [personId])
    const [classSessionId = ''] = await writeSessions(tx, classId, [
      { onDay: '2020-02-03', part: 'morning', periods: 4, topic: null, lecturer: null, place: null },
    ])
    const [commitmentId = ''] = await recordCommitments(tx, [
      {
        personId,
        sendingId,
        courseMonths: 12,
        committedMonths: 24,
        document: 'NĐ 101/2017/NĐ-CP',
        sentOn: '2019-02-01',
        costLines: [{ item: 'tuition', amount: 1_000_000, voucher: null }],
      },
    ])
    const owed = { cause: 'quit' as const, on: '2020-01-01', cost: 1_000_000, committedMonths: 24, servedMonths: 0, amount: 1_000_000 }
    const [repaymentId = ''] = await recordRepayments(tx, [{ personId, commitmentId, ...owed }])
    await recordNominations(tx, [
      { personId: mergedId, classId, unitId, titleText: 'Công chức', nominatedBy: 'thử', nominatedOn: '2020-01-06' },
    ])
    const [secondmentId = ''] = await recordSecondments(tx, [
      { personId, fromUnitId: unitId, hostUnitId, from: '2020-01-01', to: '2021-01-01', decisionId },
    ])
    return {
      decisionId,
      personId,
      mergedId,
      formerId,
      assignmentId,
      membershipId,
      identityId,
      qualificationId,
      ratingId,
      sendingId,
      claimId,
      ...plan,
      classId,
      classSessionId,
      commitmentId,
      repaymentId,
      secondmentId,
    }
  })
  const { formerId, ...named } = facts
  const { submissionId } = await app.call(submitForm, { form: 'bieu-10', unit: unitId, year: 2019 })
  const merge = await app.call(mergePersons, { personId: named.personId, mergedId: formerId, reason: 'cùng một người' })
  return {
    ...named,
    ...(await makeKept(app, unitId)),
    mergeId: merge.id,
    submissionId,
    factId: named.assignmentId,
    unitId,
    unit: unitId,
    openerUnitId: unitId,
    fromUnitId: unitId,
    hostUnitId,
  }
}

/** An approved plan with a line, a payment and a proposal of one person for it. */
async function makePlan(tx: Tx, unitId: string, decisionId: string, personId: string): Promise<Things> {
  const planId = await addPlan(tx, { unitId, year: 2026, title: `Kế hoạch ${made}`, budget: null, awayPercent: null, note: null })
  await changePlan(tx, { planId }, { status: 'approved', decision_id: decisionId })
  const line = { kind: 'BD_CD', title: 'Chuyên đề', seats: 20, costs: [], unitSeats: [] }
  const unsaid = { whom: null, fieldText: null, mode: null, institution: null, startsOn: null, endsOn: null, place: null, budgetLine: null }
  const lineId = await writeLine(tx, planId, { ...line, ...unsaid, periods: null }, null)
  await makeProposal(tx, { planId, lineId, unitId, personId })
  const payment = { lineId, item: 'hall', amount: 1_000_000, paidOn: '2026-03-02', voucher: 'PC 01', note: null }
  const [spendingId = ''] = await recordSpendings(tx, [payment])
  return { planId, lineId, spendingId }
}

/** What the house keeps of the unit beside its people: an account with its session, an import, a reorganisation, an entry of the log. */
async function makeKept(app: TestApp, unitId: string): Promise<Things> {
  const kept = await app.write(async (tx) => {
    const name = `nguoidung${made}`
    const accountId = await addAccount(tx, {
      username: name,
      displayName: name,
      passwordHash: '',
      personId: null,
      mustChangePassword: false,
    })
    await addGrant(tx, { accountId, role: 'unit_clerk', unitId })
    await addSession(tx, { accountId, now: new Date('2026-11-23T05:00:00Z') })
    const actor = { accountId: null, name: 'thử', personId: null, grants: [] }
    const run = { kind: 'people' as const, unitId, day: null, fileName: 'ds.xlsx', content: Buffer.from('x'), actor }
    await sql`
      insert into access.sign_on (issuer, subject, account_id, claim, claim_value, linked_at)
      values ('https://dang-nhap.example', ${name}, ${accountId}::uuid, 'email', ${name}, now())`.execute(tx)
    return { accountId, runId: await addRun(tx, run) }
  })
  const { reorganisationId } = await app.call(applyReorganisation, {
    on: '2026-11-01',
    titleVi: 'Lập tổ',
    titleEn: 'A team begins',
    newUnits: [{ id: newId(), nameVi: `Tổ ${made}`, nameEn: `Team ${made}`, kind: 'state_office', parents: { state: unitId } }],
    acts: [],
  })
  const [ids] = (
    await sql<Things>`
      select (select id from access.role_grant where account_id = ${kept.accountId}::uuid) as "grantId",
        (select id from access.session where account_id = ${kept.accountId}::uuid) as "sessionId",
        (select id from access.sign_on where account_id = ${kept.accountId}::uuid) as "linkId",
        (select id from organisation.unit_version where unit_id = ${unitId}::uuid and upper_inf(recorded) order by lower(held) limit 1) as "versionId"`.execute(
      app.db,
    )
  ).rows
  return { ...kept, ...ids, reorganisationId }
}

function lettered(number: number): string {
  return Array.from(String(number), (digit) => String.fromCharCode(65 + Number(digit))).join('')
}

async function makeProposal(
  tx: Tx,
  { planId, lineId, unitId, personId }: Record<'planId' | 'lineId' | 'unitId' | 'personId', string>,
): Promise<void> {
  const proposalId = await addProposal(tx, planId, { budget: null, awayPercent: null, planRevision: 2, by: 'thử' })
  const line = {
    id: lineId,
    title: 'Chuyên đề',
    kind: 'BD_CD',
    seats: 20,
    shares: [],
    seatCost: 0,
    lineCost: 0,
    startsOn: null,
    endsOn: null,
  }
  await endProposal(tx, proposalId, 'done', {
    ...{ objective: 1, bound: 1, gap: 0, seconds: 0, greedy: 1, lines: [line], units: [{ id: unitId, headcount: 1, away: [] }], next: [] },
    gains: { how: 'solved', lines: [], million: null },
  })
  const why = { weight: 1, urgency: 1, title: null, order: '2015', within: [], busy: [], barred: [], conditions: [], place: 1, of: 1 }
  const standing = { ...why, why: null, nearest: null, before: null }
  await addSeats(tx, proposalId, [{ personId, kind: 'BD_CD', unitId, lineId, worth: 1, why: standing }])
}
