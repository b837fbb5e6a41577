import PizZip from 'pizzip'
import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { requestOf } from '#lib/operation.ts'
import { sessionCookie } from '#server/http.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { sessionOf } from '#tests/ask.ts'
import { ownedByProgram } from './paper-print.node.ts'
import { listTemplates, previewTemplate, readTemplate, replaceTemplate, resetTemplate } from './template.contract.ts'
import type { TemplatePlace } from './template.sql.ts'

const word = { kind: 'sending', family: 'state', format: 'docx' } as const
const typst = { kind: 'sending', family: 'state', format: 'typ' } as const

let app: TestApp
let session: string
beforeAll(async () => {
  app = await testApp()
  session = await sessionOf(app, { role: 'organisation_officer' })
})

async function upload(place: TemplatePlace, content: Buffer | string, name = `mau.${place.format}`, as = session) {
  const boundary = 'ranh-gioi'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const answer = await app.app.inject({
    method: 'POST',
    url: requestOf(replaceTemplate, place).url,
    cookies: { [sessionCookie]: as },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--`)]),
  })
  return { status: answer.statusCode, refusals: (answer.json<{ refusals?: unknown[] }>().refusals ?? []) as Record<string, unknown>[] }
}

/** What an operation that gives a file answered. */
const fileOf = (answer: unknown) => answer as Buffer

/** The program's own Word template with another text in one of its parts. */
async function changedWord(part: string, change: (xml: string) => string): Promise<Buffer> {
  const zip = new PizZip(await ownedByProgram('sending', 'state', 'docx'))
  zip.file(part, change(zip.file(part)?.asText() ?? ''))
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
const changed = (change: (xml: string) => string) => changedWord('word/document.xml', change)

test("an office's own template is taken, printed by, replaced without loss, and given up again", async () => {
  const own = await changed((xml) => xml.replace('Nơi nhận:', 'Gửi đến:'))
  expect(await upload(word, own, 'Mẫu huyện.docx')).toMatchObject({ status: 200 })
  expect(await upload(word, await changed((xml) => xml.replace('Nơi nhận:', 'Gửi tới:')), 'Mẫu 2.docx')).toMatchObject({ status: 200 })

  const { templates, maySet } = await app.call(listTemplates, {})
  expect(maySet).toBe(true)
  expect(templates).toHaveLength(20)
  const listed = templates.find(({ kind, family, format }) => kind === 'sending' && family === 'state' && format === 'docx')
  expect(listed).toMatchObject({ own: { name: 'Mẫu 2.docx' }, versions: 2 })
  const printed = fileOf(await app.call(previewTemplate, word))
  expect(new PizZip(printed).file('word/document.xml')?.asText()).toContain('Gửi tới:')

  await app.call(resetTemplate, word)
  expect(fileOf(await app.call(readTemplate, word)).equals(await ownedByProgram('sending', 'state', 'docx'))).toBe(true)
  const { rows } = await sql<{ why: string; size: number }>`
    select closed_why as why, length(content) as size from decisions.template order by lower(recorded), id`.execute(app.db)
  expect(rows.map(({ why }) => why)).toEqual(['replaced', 'reset'])
  expect(rows[0]?.size).toBe(own.length)
  await expect(app.call(resetTemplate, word)).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'template-is-programs' }] },
  })
})

test('a Word template is refused with the tag that is wrong', async () => {
  const cases: [string, Buffer | string, Record<string, unknown>][] = [
    ['an unknown tag', await changed((xml) => xml.replace('{ho_ten}', '{ho_va_ten}')), { code: 'template-unknown-tag', tag: 'ho_va_ten' }],
    [
      'a tag outside its list',
      await changed((xml) => xml.replace('{ngay_thang}', '{ngay_thang}{ho_ten}')),
      { code: 'template-unknown-tag', tag: 'ho_ten' },
    ],
    [
      'text taken as code',
      await changed((xml) => xml.replace('{ve_viec}', '{@ve_viec}')),
      { code: 'template-unknown-tag', tag: '@ve_viec' },
    ],
    [
      'a missing obligatory tag',
      await changed((xml) => xml.replace('{so_ky_hieu}', '15')),
      { code: 'template-missing-tag', tags: ['so_ky_hieu'] },
    ],
    ['a list left open', await changed((xml) => xml.replace('{/noi_nhan}', '')), { code: 'template-docx', tag: 'noi_nhan' }],
    ['no Word paper', 'xin chào', { code: 'template-not-one' }],
    ['a cut-off file', (await ownedByProgram('sending', 'state', 'docx')).subarray(0, 5_000), { code: 'template-not-one' }],
  ]
  for (const [what, content, refusal] of cases)
    expect(await upload(word, content), what).toMatchObject({ status: 409, refusals: [refusal] })
  expect(await upload(word, 'x', 'mau.docm')).toMatchObject({ status: 409, refusals: [{ code: 'template-kind' }] })
})

test('a template with macros, with something fetched from elsewhere or that unpacks without end is refused', async () => {
  const external =
    '<Relationship Id="r9" Type="http://x/attachedTemplate" Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>'
  const fetches = await changedWord('word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', external))
  const macros = await changedWord('word/vbaProject.bin', () => 'Sub AutoOpen()')
  const bomb = await changedWord('word/media/lon.png', () => '0'.repeat(50_000_000))

  expect(bomb.length).toBeLessThan(100_000)
  expect((await upload(word, fetches)).refusals).toEqual([{ code: 'template-reaches-out' }])
  expect((await upload(word, macros)).refusals).toEqual([{ code: 'template-reaches-out' }])
  expect((await upload(word, bomb)).refusals).toMatchObject([{ code: 'template-too-large' }])
})

test('a Typst template is refused with the line of the compiler, and may reach nothing', async () => {
  const source = (await ownedByProgram('sending', 'state', 'typ')).toString()
  const cases: [string, string, Record<string, unknown>][] = [
    ['an unknown name', source.replace('#dieu-khoan()', '#dieu_khoan()'), { code: 'template-typ', line: 16 }],
    ['a tag that is not there', source.replace('du-lieu.ve_viec', 'du-lieu.viec'), { code: 'template-typ', line: 6 }],
    ['a file of the server', `${source}\n#read("/etc/passwd")`, { code: 'template-typ' }],
    ['a file further up', `${source}\n#read("../package.json")`, { code: 'template-typ' }],
    ['a package', `#import "@preview/cetz:0.3.0"\n${source}`, { code: 'template-typ', line: 1 }],
    ['a signer who is not shown', source.replace('#ky-nha-nuoc()', ''), { code: 'template-missing-tag', tags: ['nguoi_ky'] }],
  ]
  for (const [what, content, refusal] of cases)
    expect(await upload(typst, content), what).toMatchObject({ status: 409, refusals: [refusal] })
  expect(await upload(typst, source.replace('[Số: ', '[Số hiệu: '))).toMatchObject({ status: 200 })
})

test('whoever writes in some units only may read the templates and change none', async () => {
  const unitId = (await app.write((tx) => tx.insertInto('organisation.unit').defaultValues().returning('id').executeTakeFirstOrThrow())).id
  const bound = await sessionOf(app, { role: 'organisation_officer', unitId })
  const call = await app.as('organisation_officer', unitId)

  expect((await call(listTemplates, {})).maySet).toBe(false)
  expect((await upload(word, 'x', 'mau.docx', bound)).status).toBe(403)
  await expect(call(resetTemplate, word)).rejects.toMatchObject({ status: 403 })
})
