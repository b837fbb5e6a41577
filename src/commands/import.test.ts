import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importOffice, knownNow, type Office } from '#modules/imports/imports.fixture.ts'
import { command } from './import.ts'

const data = join(import.meta.dirname, '../../tests/data')
let office: Office
let folder: string
let before: string | undefined
beforeAll(async () => {
  office = await importOffice()
  folder = mkdtempSync(join(tmpdir(), 'kecan-import-'))
  before = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = office.url
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  if (before === undefined) delete process.env['DATABASE_URL']
  else process.env['DATABASE_URL'] = before
})

describe('kecan import', () => {
  test('previews a list and leaves nothing behind', async () => {
    const answer = await asked(join(data, 'trich-ngang-1.xlsx'), '--as', 'people')
    expect(answer).toMatchObject({ code: 0, json: { rows: 27, new: 27, same: 0, changed: 0, duplicates: 0, refused: [], written: 0 } })
    expect(await asked('list')).toMatchObject({ json: [] })
  })

  test('refuses a list with errors whole, each with its cell and a sentence, with exit code 1', async () => {
    const known = await knownNow(office)
    const { code, json } = await asked(join(data, 'trich-ngang-loi.xlsx'), '--as', 'people', '--apply')
    expect(code).toBe(1)
    expect(json).toMatchObject({ rows: 10, new: 7, written: 0 })
    expect((json as { refused: object[] }).refused).toMatchObject([
      { row: 11, column: 'E', why: expect.stringContaining('mất chữ số') as string },
      { row: 13, column: 'C', why: 'Không có ngày "31/02/1984".' },
      { row: 16, column: 'B', why: 'Thiếu họ và tên.' },
    ])
    expect(await knownNow(office)).toEqual(known)
  })

  test('leaves out the rows that are named, with a reason', async () => {
    const { code, json } = await asked(
      join(data, 'trich-ngang-loi.xlsx'),
      '--as',
      'people',
      '--leave-out',
      '11,13,16',
      '--reason',
      'Chờ đơn vị sửa',
    )
    expect({ code, json }).toMatchObject({ code: 0, json: { new: 7, left_out: 3, refused: [] } })
    await expect(asked(join(data, 'trich-ngang-loi.xlsx'), '--as', 'people', '--leave-out', '11')).rejects.toThrow('--reason')
  })

  test('applies a list below a unit, finds nothing new in it again, and undoes it', async () => {
    const known = await knownNow(office)
    const first = await asked(join(data, 'cu-di-hoc-tc-llct.xlsx'), '--as', 'sendings', '--unit', 'Huyện Yên Sơn', '--apply')
    expect(first).toMatchObject({ code: 0, json: { new: 12, written: 12 } })
    expect(await asked(join(data, 'cu-di-hoc-tc-llct.xlsx'), '--as', 'sendings', '--apply')).toMatchObject({
      code: 0,
      json: { same: 12, written: 0, run: null },
    })

    expect(await asked('undo', (first.json as { run: string }).run)).toMatchObject({ code: 0, json: { status: 'undone' } })
    expect(await knownNow(office)).toEqual(known)
  })

  test('says of a damaged file what is wrong with it', async () => {
    const file = join(folder, 'hỏng.xlsx')
    writeFileSync(file, 'PK\u0003\u0004 không phải')
    expect(await asked(file, '--as', 'people', '--apply')).toMatchObject({
      code: 1,
      json: { rows: 0, written: 0, failure: expect.stringContaining('hỏng') as string },
    })
  })

  test.each([
    [['x.xlsx']],
    [['x.xlsx', '--as', 'gì']],
    [['undo']],
    [['undo', '01a20b2d-c876-79ac-8983-8e1a9dec197b']],
    [['không-có.xlsx', '--as', 'people']],
    [['x.xlsx', '--as', 'people', '--day', '31/12/2020']],
  ])('explains %j', async (args) => {
    await expect(asked(...args)).rejects.toMatchObject({ name: 'UsageError' })
  })
})

async function asked(...args: string[]): Promise<{ code: number; json: unknown }> {
  const out: string[] = []
  const code = await command.run([...args, '--format', 'json'], { out: (line) => void out.push(line), say: () => undefined })
  return { code: code ?? 0, json: JSON.parse(out.join('\n')) as unknown }
}
