import { beforeAll, describe, expect, test } from 'vitest'
import { WorkbookError } from '#lib/workbook/cells.ts'
import { writeWorkbook } from '#lib/workbook/write.ts'
import { unpackRow } from './packed-rows.ts'
import { linesOf, type Piece, readWorkbook, recogniseWorkbook } from './reading.node.ts'

const people = 6_000
let large: Uint8Array

beforeAll(async () => {
  large = await writeWorkbook([
    {
      name: 'Danh sách',
      title: ['DANH SÁCH TRÍCH NGANG'],
      columns: ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Dân tộc', 'Chức vụ', 'Đơn vị công tác', 'Chuyên môn', 'LLCT'].map((header) => ({
        header,
        width: 12,
      })),
      rows: Array.from({ length: people }, (_, index) => [
        index + 1,
        `Nguyễn Văn ${'ABCDEFGH'.charAt(index % 8)}n`,
        `0${(index % 9) + 1}/05/1985`,
        `0080850${String(index + 1).padStart(5, '0')}`,
        'Tày',
        'Văn phòng - Thống kê',
        'UBND xã Tứ Quận',
        'ĐH Luật',
        'Trung cấp',
      ]),
    },
  ])
})

describe('reading away from the main thread', () => {
  test('a long list comes in pieces, each taken before the next, and the main thread goes on', async () => {
    const pieces: Piece[] = []
    let isTaking = false
    let longestPause = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last)
      last = performance.now()
    }, 5)

    const whole = await recogniseWorkbook(large, { kind: 'people' }, async (piece) => {
      expect(isTaking).toBe(false)
      isTaking = true
      await new Promise((resolve) => setTimeout(resolve, 1))
      isTaking = false
      pieces.push(piece)
    })
    clearInterval(beat)

    const rows = pieces.flatMap(linesOf).map(unpackRow)
    expect(rows).toHaveLength(people)
    expect(rows.at(-1)?.candidate.fields).toMatchObject({
      name: { value: 'Nguyễn Văn Hn' },
      unit: { value: { kind: 'xã', name: 'Tứ Quận' } },
    })
    expect(Math.max(...pieces.map((piece) => piece.rows))).toBeLessThanOrEqual(1000)
    expect(Math.max(...pieces.map(({ content }) => content.length))).toBeLessThan(100_000)
    expect(pieces.map(({ done }) => done)).toEqual(pieces.map(({ done }) => done).toSorted((a, b) => a - b))
    expect(whole.sheets[0]?.tables[0]?.kind).toBe('people')
    expect(whole.gist.units.map(({ text }) => text)).toEqual(['UBND xã Tứ Quận'])
    expect(longestPause).toBeLessThan(500)
  })

  test('all rows of all sheets, as they stand', async () => {
    const { sheets } = await readWorkbook(large)

    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Danh sách', people + 2]])
    expect(sheets[0]?.rows.at(-1)?.cells[1]).toMatchObject({ value: 'Nguyễn Văn Hn' })
  })

  test('what cannot be read is said with its reason', async () => {
    const damaged = new Uint8Array(large)
    damaged.fill(0xaa, 3000, 9000)

    await expect(readWorkbook(damaged)).rejects.toMatchObject({ problem: { code: 'workbook-damaged' } })
    await expect(recogniseWorkbook(new Uint8Array(), {}, () => undefined)).rejects.toBeInstanceOf(WorkbookError)
  })

  test('an error of the taker ends the reading and is the error', async () => {
    await expect(recogniseWorkbook(large, { kind: 'people' }, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  })
})
