import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { writeWorkbook } from '#lib/workbook/write.ts'
import { applyRun, beginRun, readRun, undoRun } from '#modules/imports/run.contract.ts'
import { workingStatuses } from '#modules/imports/run.ts'
import { type Act, counted, named } from './acts.ts'
import { type Officer, replyOf } from './officer.ts'

export const rowsEach = 400
const patienceInMs = 60_000

/** A list of four hundred people, read and ready to be applied. */
export async function readyList(officer: Officer): Promise<string> {
  const { id } = replyOf(await officer.upload(beginRun, { kind: 'people' }, await listOfPeople()))
  await until(async () => replyOf(await officer.call(readRun, { runId: id })).run.status === 'ready', `The list ${id} to be read`)
  return id
}

/** A list is applied. */
export async function applyingList(officer: Officer): Promise<Act> {
  const runId = await readyList(officer)
  return {
    name: 'import applied',
    begin: (other) => other.call(applyRun, { runId }),
    settle: (db) => settled(db, runId),
    wasAsked: (db) => isInLog(db, applyRun.id, runId),
    state: (db) => counted(db, peopleOf(runId), rowsEach),
  }
}

/** A list that was applied is undone. */
export async function undoingList(officer: Officer): Promise<Act> {
  const runId = await readyList(officer)
  replyOf(await officer.call(applyRun, { runId }))
  await until(async () => replyOf(await officer.call(readRun, { runId })).run.status === 'applied', `The list ${runId} to be applied`)
  return {
    name: 'import undone',
    begin: (other) => other.call(undoRun, { runId, reason: 'Nhập nhầm danh sách' }),
    settle: (db) => settled(db, runId),
    wasAsked: (db) => isInLog(db, undoRun.id, runId),
    state: async (db) => {
      const left = await counted(db, peopleOf(runId), rowsEach)
      return left === 'undone' ? 'done' : left === 'done' ? 'undone' : left
    },
  }
}

/** A run that was at work when the server died must come to rest by itself once a server is there again. */
export async function settled(db: Db, runId: string): Promise<void> {
  await until(async () => {
    const run = await db.selectFrom('imports.run').select('status').where('id', '=', runId).executeTakeFirstOrThrow()
    return !workingStatuses.some((status) => status === run.status)
  }, `The list ${runId} to come to rest`)
}

export async function until(holds: () => Promise<boolean>, what: string, patience = patienceInMs): Promise<void> {
  const end = Date.now() + patience
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`)
    await pause(50)
  }
}

async function isInLog(db: Db, operation: string, subject: string): Promise<boolean> {
  const entry = db.selectFrom('audit.entry').select('seq').where('operation', '=', operation).where('subject_id', '=', subject)
  return (await entry.executeTakeFirst()) !== undefined
}

function peopleOf(runId: string): ReturnType<typeof sql> {
  return sql`select count(*)::int as count from people.profile where run_id = ${runId}::uuid and upper_inf(recorded)`
}

export function listOfPeople(): Promise<Uint8Array> {
  const people = named('Hoàng Thị', rowsEach)
  return writeWorkbook([
    {
      name: 'Danh sách',
      title: ['DANH SÁCH TRÍCH NGANG', '(Tính đến ngày 31/12/2020)'],
      columns: ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đơn vị công tác'].map((header) => ({
        header,
        width: 14,
        kind: 'text' as const,
      })),
      rows: people.map(({ fullName, birth }, at) => [at + 1, fullName, birth.split('-').toReversed().join('/'), 'Công chức', 'Tứ Quận']),
    },
  ])
}
