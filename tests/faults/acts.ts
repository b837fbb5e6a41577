import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { createDecision, withdrawDecision } from '#modules/decisions/decision.contract.ts'
import { addDecisions } from '#modules/decisions/decision.sql.ts'
import { applyReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import type { Officer, Outcome } from './officer.ts'
import type { Office } from './office.ts'

/** One thing an officer does that may be cut off: it is prepared, begun, and afterwards either wholly done or not at all. */
export type Act = {
  name: string
  /** Sends it; the outcome tells whether it was acknowledged. */
  begin: (officer: Officer) => Promise<Outcome<unknown>>
  /** 'done', 'undone', or what is half about it. */
  state: (db: Db) => Promise<string>
  /** Where the work goes on after the answer: waits until it is at rest. */
  settle?: (db: Db) => Promise<void>
  /** Where the answer promises only that the work was asked for: whether the log says so. */
  wasAsked?: (db: Db) => Promise<boolean>
}

const peopleEach = 80

/** A paper is entered in the register. */
export async function enteringPaper(): Promise<Act> {
  const code = `${crypto.randomUUID().slice(0, 8)}-QĐ/HU`
  const paper = { code, kind: 'sending' as const, issuedOn: '2018-09-12', issuer: 'Huyện ủy Yên Sơn', subject: 'Cử cán bộ đi học' }
  return {
    name: 'decision entered',
    begin: (officer) => officer.call(createDecision, paper),
    state: (db) => counted(db, sql`select count(*)::int as count from decisions.decision where code = ${code}`, 1),
  }
}

/** A paper that sent eighty people to study is withdrawn with all that it made. */
export async function withdrawingPaper(office: Office): Promise<Act> {
  const code = `${crypto.randomUUID().slice(0, 8)}-QĐ/HU`
  const paper = { code, kind: 'sending' as const, issuedOn: '2018-09-12', issuer: 'Huyện ủy Yên Sơn', subject: 'Cử cán bộ đi học' }
  const decisionId = await office.make(async (tx) => {
    const [id = ''] = await addDecisions(tx, [paper])
    const people = await addPeople(tx, named('Ma Thị', peopleEach))
    await recordSendings(
      tx,
      people.map((personId) => ({ personId, kind: 'LLCT_TC', unitId: office.commune, sentOn: '2018-09-12', decisionId: id })),
    )
    return id
  })
  return {
    name: 'decision withdrawn',
    begin: (officer) => officer.call(withdrawDecision, { decisionId, on: '2020-01-01', why: 'Sai đối tượng' }),
    state: (db) =>
      counted(
        db,
        sql`select (select count(*)::int from training.sending where decision_id = ${decisionId} and not upper_inf(recorded))
          + (select count(*)::int from decisions.decision where id = ${decisionId} and withdrawn_on is not null) as count`,
        peopleEach + 1,
      ),
  }
}

/** Two communes with eighty posts each become a new one. */
export async function reorganising(office: Office): Promise<Act> {
  const [one, two, into] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const commune = (id: string) => ({
    id,
    nameVi: `Xã ${id.slice(0, 6)}`,
    nameEn: `${id.slice(0, 6)} commune`,
    kind: 'commune' as const,
    from: '2010-01-01',
    parents: { state: office.district },
  })
  await office.make(async (tx) => {
    await addUnits(tx, [commune(one), commune(two)])
    const people = await addPeople(tx, named('Lò Văn', 2 * peopleEach))
    await recordAssignments(
      tx,
      people.map((personId, at) => ({ personId, kind: 'main', unitId: at % 2 ? one : two, titleText: 'Công chức', from: '2015-01-01' })),
    )
  })
  const { from: _, ...begins } = commune(into)
  return {
    name: 'reorganisation',
    begin: (officer) =>
      officer.call(applyReorganisation, {
        on: '2025-07-01',
        titleVi: 'Sắp xếp xã',
        titleEn: 'Commune reform',
        newUnits: [begins],
        acts: [{ kind: 'merge', from: [one, two], to: [into] }],
      }),
    state: (db) =>
      counted(
        db,
        sql`select (select count(*)::int from people.assignment where unit_id = ${into} and upper_inf(recorded))
          + (select count(*)::int from organisation.succession where to_unit_id = ${into}) as count`,
        2 * peopleEach + 2,
      ),
  }
}

/** Names that differ, so that nobody is taken for another. */
export function named(family: string, count: number): { fullName: string; sex: 'female'; birth: string }[] {
  // Sixteen letters for the sixteen digits: two lists must not share their names.
  const mark = crypto
    .randomUUID()
    .slice(0, 8)
    .replaceAll(/\d/g, (digit) => 'ghiklmnopq'[Number(digit)] ?? '')
  return Array.from({ length: count }, (_, at) => ({
    fullName: `${family} ${mark} ${String.fromCharCode(65 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`,
    sex: 'female',
    birth: `19${60 + (at % 40)}-0${1 + (at % 9)}-1${at % 9}`,
  }))
}

/** All of it, nothing of it, or how much. */
export async function counted(db: Db, query: ReturnType<typeof sql>, whole: number): Promise<string> {
  const { rows } = await query.execute(db)
  const { count } = rows[0] as { count: number }
  if (count === whole) return 'done'
  return count === 0 ? 'undone' : `${count} of ${whole}`
}
