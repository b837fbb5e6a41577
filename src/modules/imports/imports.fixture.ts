import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { keepers } from '#app'
import { requestOf } from '#lib/operation.ts'
import { writeWorkbook, type WrittenSheet } from '#lib/workbook/write.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { sessionCookie } from '#server/http.ts'
import { prepareJobs } from '#server/job-thread.ts'
import { CallFailed, testApp, type TestApp } from '#tests/app.ts'
import type { ImportKind } from './candidate.ts'
import { listRows, type PreviewRow } from './row.contract.ts'
import { applyRun, beginRun, readRun, undoRun, type Run } from './run.contract.ts'
import { workOnRun } from './run-work.node.ts'

export type Office = TestApp & {
  units: { district: string; tuQuan: string; phucNinh: string; thaiBinh: string }
  upload: (kind: ImportKind, file: { name?: string; bytes: Uint8Array }, wish?: { unitId?: string; day?: string }) => Promise<string>
  /** Uploaded and read. */
  preview: (kind: ImportKind, bytes: Uint8Array, wish?: { unitId?: string; day?: string }) => Promise<Run>
  apply: (runId: string) => Promise<Run>
  undo: (runId: string) => Promise<Run>
  work: (runId: string) => Promise<Run>
  rows: (runId: string, state?: PreviewRow['state']) => Promise<PreviewRow[]>
}

/** The application with the district of the sample lists, its communes, and the queue of jobs worked off by hand. */
export async function importOffice(): Promise<Office> {
  const app = await testApp()
  await prepareJobs(app.url)
  await app.write(syncTitles)
  const units = await makeYenSon(app)
  const token = await app.write(async (tx) => {
    const accountId = await addAccount(tx, {
      username: 'nhap',
      displayName: 'Cán bộ nhập',
      passwordHash: '',
      personId: null,
      mustChangePassword: false,
    })
    await addGrant(tx, { accountId, role: 'organisation_officer', unitId: null })
    return addSession(tx, { accountId, now: app.house.clock() })
  })

  const upload: Office['upload'] = async (kind, { name = 'danh sách.xlsx', bytes }, wish = {}) => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], name))
    const body = new Response(form)
    const answer = await app.app.inject({
      method: 'POST',
      url: requestOf(beginRun, { kind, ...wish }).url,
      cookies: { [sessionCookie]: token },
      headers: { 'content-type': body.headers.get('content-type') ?? '' },
      payload: Buffer.from(await body.arrayBuffer()),
    })
    if (answer.statusCode !== 200) throw new CallFailed(answer.statusCode, answer.json())
    return (answer.json() as { id: string }).id
  }
  const work: Office['work'] = async (runId) => {
    await workOnRun(app.house, runId, keepers)
    return (await app.call(readRun, { runId })).run
  }
  const rows: Office['rows'] = async (runId, state) => {
    const all: PreviewRow[] = []
    for (let after: number | null = 0; after !== null;) {
      const page: { rows: PreviewRow[]; next: number | null } = await app.call(listRows, {
        runId,
        after,
        limit: 200,
        ...(state ? { state } : {}),
      })
      all.push(...page.rows)
      after = page.next
    }
    return all
  }
  return {
    ...app,
    units,
    upload,
    work,
    rows,
    preview: async (kind, bytes, wish) => work(await upload(kind, { bytes }, wish)),
    apply: async (runId) => {
      await app.call(applyRun, { runId })
      return work(runId)
    },
    undo: async (runId) => {
      await app.call(undoRun, { runId, reason: 'Nhập nhầm danh sách' })
      return work(runId)
    },
  }
}

export function sample(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../../../tests/data', name))
}

export function expected<T>(name: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../tests/data', name), 'utf8')) as T
}

/** A list of people as an office would make it. */
export function peopleList(
  rows: (string | number | null)[][],
  columns = ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Dân tộc', 'Quê quán', 'Chức vụ', 'Đơn vị công tác', 'Chuyên môn', 'LLCT'],
): Promise<Uint8Array> {
  const sheet: WrittenSheet = {
    name: 'Danh sách',
    title: ['DANH SÁCH TRÍCH NGANG', '(Tính đến ngày 31/12/2020)'],
    columns: columns.map((header) => ({ header, width: 14, kind: 'text' })),
    rows,
  }
  return writeWorkbook([sheet])
}

const factTables = [
  'people.profile',
  'people.identity',
  'people.assignment',
  'people.membership',
  'qualifications.qualification',
  'training.sending',
  'training.class_version',
  'training.enrolment',
  'movements.secondment',
]

/** All that is known now, without what merely says when and by whom it was written. */
export async function knownNow({ db }: Pick<TestApp, 'db'>): Promise<Record<string, unknown[]>> {
  const known: Record<string, unknown[]> = {}
  for (const table of factTables) {
    const { rows } = await sql<{ fact: unknown }>`
      select to_jsonb(f) - 'id' - 'recorded' - 'entry_id' - 'closed_entry_id' - 'closed_why' as fact
      from ${sql.table(table)} f where upper_inf(f.recorded) order by 1`.execute(db)
    known[table] = rows.map(({ fact }) => fact)
  }
  const others = {
    persons: sql`select to_jsonb(p) as fact from people.person p where removed_at is null order by person_id`,
    claims: sql`select to_jsonb(c) as fact from people.identity_claim c order by kind, number`,
    papers: sql`select to_jsonb(d) as fact from decisions.decision d where withdrawn_on is null order by id`,
  }
  for (const [name, statement] of Object.entries(others)) known[name] = (await statement.execute(db)).rows
  return known
}

async function makeYenSon(app: TestApp): Promise<Office['units']> {
  const district = crypto.randomUUID()
  const commune = (nameVi: string) => ({
    nameVi,
    nameEn: nameVi,
    kind: 'commune' as const,
    from: '2005-01-01',
    parents: { state: district },
  })
  const [, tuQuan = '', phucNinh = '', thaiBinh = ''] = await app.write((tx) =>
    addUnits(tx, [
      { id: district, nameVi: 'Huyện Yên Sơn', nameEn: 'Yen Son district', kind: 'district', from: '2005-01-01' },
      commune('Xã Tứ Quận'),
      commune('Xã Phúc Ninh'),
      commune('Xã Thái Bình'),
    ]),
  )
  return { district, tuQuan, phucNinh, thaiBinh }
}
