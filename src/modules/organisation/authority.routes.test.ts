import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { buildApp } from '#app'
import { readSession } from '#modules/access/session.contract.ts'
import { requestOf } from '#lib/operation.ts'
import { sessionCookie } from '#server/http.ts'
import { writeWorkbook } from '#lib/workbook/write.ts'
import { testApp } from '#tests/app.ts'
import { newDatabase } from '#tests/database.ts'
import { foundAuthority } from './authority.contract.ts'
import { unitTree } from './unit.contract.ts'

const founding = {
  nameVi: 'Xã Yên Sơn',
  nameEn: 'Yên Sơn Commune',
  kind: 'commune' as const,
  from: '2025-07-01',
  units: [
    { nameVi: 'Đảng ủy xã Yên Sơn', nameEn: 'Party Committee', kind: 'party_committee' as const, code: null, parent: null },
    { nameVi: 'Ban Xây dựng Đảng', nameEn: 'Party-building Board', kind: 'party_body' as const, code: null, parent: 0 },
  ],
  username: 'admin',
  displayName: 'Người quản trị',
  password: 'một câu đủ dài để nhớ',
}

async function emptyApp() {
  const { db } = await newDatabase()
  const app = await buildApp({ db })
  const found = (input: object) => app.inject({ method: 'POST', url: '/api/authority', payload: input })
  return { db, app, found }
}

test('the first visitor founds the authority, is signed in and may do everything', async () => {
  const { app, db, found } = await emptyApp()
  expect((await app.inject({ url: '/api/session' })).json()).toMatchObject({ firstRun: true, account: null })

  const answer = await found(founding)

  expect(answer.json()).toMatchObject({ authority: { vi: 'Xã Yên Sơn' } })
  expect(answer.body).not.toContain('setToken')
  const cookies = { [sessionCookie]: answer.cookies.find((cookie) => cookie.name === sessionCookie)?.value ?? '' }
  const session = readSession.reply.parse((await app.inject({ url: requestOf(readSession, {}).url, cookies })).json())
  expect(session).toMatchObject({ firstRun: false, account: { username: 'admin', mustChangePassword: false } })
  expect(session.account?.permissions).toEqual(expect.arrayContaining(['organisation.write', 'people.write', 'access.accounts']))
  const tree = unitTree.reply.parse((await app.inject({ url: '/api/units?on=2026-01-01', cookies })).json())
  expect(tree.units.map((unit) => unit.vi)).toEqual(['Xã Yên Sơn', 'Đảng ủy xã Yên Sơn', 'Ban Xây dựng Đảng'])
  const entries = await sql`select input::text from audit.entry`.execute(db)
  expect(JSON.stringify(entries.rows)).not.toContain(founding.password)
  await app.close()
})

test('of two first visitors at once one founds the authority and the other is refused', async () => {
  const { app, db, found } = await emptyApp()

  const answers = await Promise.all([found(founding), found({ ...founding, username: 'other' })])

  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409])
  const refused = answers.find((answer) => answer.statusCode === 409)
  expect(refused?.json()).toMatchObject({ refusals: [{ code: 'already-founded' }] })
  expect((await sql`select username from access.account`.execute(db)).rows).toHaveLength(1)
  expect((await sql`select * from organisation.authority`.execute(db)).rows).toHaveLength(1)
  await app.close()
})

function uploadOf(bytes: Uint8Array) {
  const edge = 'edge-of-the-file'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="don-vi.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  }
}

test('the tree is read from a workbook before there is an account, and from nothing afterwards', async () => {
  const { app, found } = await emptyApp()
  const columns = ['STT', 'Tên', 'Cấp/loại', 'Thuộc', 'Mã'].map((header) => ({ header, width: 20 }))
  const rows = [
    [1, 'Xã Tứ Quận', 'Xã', '', 2464],
    [2, 'Thôn Một', '', 'Xã Tứ Quận', ''],
  ]
  const book = await writeWorkbook([{ name: 'Đơn vị', title: ['DANH SÁCH ĐƠN VỊ'], columns, rows }])
  const send = (bytes: Uint8Array) => app.inject({ method: 'POST', url: '/api/authority/draft', ...uploadOf(bytes) })

  expect((await send(book)).json()).toMatchObject({
    problems: [],
    units: [
      { nameVi: 'Xã Tứ Quận', nameEn: 'Tứ Quận Commune', code: '02464', parent: null },
      { nameVi: 'Thôn Một', kind: 'hamlet', parent: 0 },
    ],
  })
  expect((await send(Buffer.from('no workbook'))).json()).toMatchObject({ refusals: [{ code: 'draft-file-unreadable' }] })
  await found(founding)
  expect((await send(book)).json()).toMatchObject({ refusals: [{ code: 'already-founded' }] })
  await app.close()
})

test('where an account exists, nobody founds anything', async () => {
  const { call } = await testApp()

  await expect(call(foundAuthority, founding)).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'already-founded' }] } })
})
