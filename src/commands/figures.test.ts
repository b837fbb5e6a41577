import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSmallDistrict } from '#modules/statistics/review.fixture.ts'
import { testApp } from '#tests/app.ts'
import { command as figures } from './figures.ts'
import { command as people } from './people.ts'

const term = ['--unit', 'Huyện Thử', '--from', '2015-01-01', '--to', '2020-12-31']

let before: string | undefined
beforeAll(async () => {
  const app = await testApp()
  await makeSmallDistrict(app)
  before = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = app.url
})
afterAll(() => {
  if (before === undefined) delete process.env['DATABASE_URL']
  else process.env['DATABASE_URL'] = before
})

describe('kecan figures review', () => {
  test('gives scripts an array of figure, value, unit and label', async () => {
    const answer = JSON.parse(await printed(figures, ['review', ...term, '--format', 'json'])) as Record<string, unknown>[]
    expect(answer).toHaveLength(16)
    expect(answer[0]).toEqual({
      figure: 'sent.LLCT_CC',
      value: 2,
      unit: 'lượt người',
      label: { vi: 'Cao cấp lý luận chính trị', en: 'Advanced political theory' },
    })
  })

  test("adds a commune's standing where one is named, and no number where nobody serves", async () => {
    const answer = JSON.parse(await printed(figures, ['review', ...term, '--commune', 'Xã Trống', '--format', 'json'])) as {
      figure: string
      value: number | null
    }[]
    expect(answer.slice(16).map(({ figure, value }) => [figure, value])).toEqual([
      ['standing.degree', null],
      ['standing.theory', null],
      ['standing.field_match', null],
    ])
  })

  test('prints a table with the unit words, aligned, and what is told beside it', async () => {
    expect(await printed(figures, ['review', ...term, '--commune', 'Xã Ở Lại'])).toMatchInlineSnapshot(`
      "Tổng kết công tác cán bộ · Huyện Thử · Xã Ở Lại
      01/01/2015 – 31/12/2020 · xem tại ngày 31/12/2020 · theo số liệu biết đến nay

      Cao cấp lý luận chính trị                                            2  lượt người  sent.LLCT_CC
      Nâng cao trình độ chuyên môn                                         0  lượt người  sent.DT_NC
      Đào tạo đại học                                                      0  lượt người  sent.DT_DH
      Đào tạo cao đẳng                                                     1  lượt người  sent.DT_CD
      Trung cấp lý luận chính trị                                          2  lượt người  sent.LLCT_TC
      QLNN ngạch chuyên viên                                               0  lượt người  sent.QLNN_CV
      QLNN ngạch chuyên viên chính                                         1  lượt người  sent.QLNN_CVC
      Báo cáo viên cấp huyện                                               1  lượt người  sent.BD_BCV
      Cộng tám loại cử đi học                                              7  lượt người  sent.total
      Số người khác nhau được cử đi học                                    5  người       sent.people
      Lớp lý luận chính trị và cập nhật kiến thức đã mở                    4  lớp         classes.LLCT
      Học viên lớp lý luận chính trị và cập nhật kiến thức                70  lượt người  learners.LLCT            (3 có danh sách, 67 theo sĩ số)
      Lớp bồi dưỡng chuyên đề đã mở                                        1  lớp         classes.BD_CD
      Học viên lớp bồi dưỡng chuyên đề                                   120  lượt người  learners.BD_CD           (0 có danh sách, 120 theo sĩ số)
      Học viên lớp nghiệp vụ xây dựng Đảng, Mặt trận Tổ quốc, đoàn thể    32  lượt người  learners.party_and_mass  (2 có danh sách, 30 theo sĩ số)
      Biệt phái về xã                                                      2  lượt người  seconded
      Đạt đại học trở lên                                               66,7  %           standing.degree          (2/3 người)
      Đã, đang hoàn thiện lý luận chính trị từ trung cấp                66,7  %           standing.theory          (2/3 người, 1 đang học)
      Đúng chuyên môn được đào tạo                                        50  %           standing.field_match     (1/2 người, 1 người giữ chức danh chưa quy định ngành)

      Cử đi học ngoài tám loại trên: 2 lượt người
      Thuộc đơn vị đã rời đi trước ngày xem, không tính: 2 lượt người
      Biệt phái đến nơi khác: 1 lượt người"
    `)
  })
})

test('writes the workbook where it is told to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kecan-figures-'))
  await printed(figures, ['review', ...term, '--format', 'xlsx', '--out', join(folder, 'tong-ket.xlsx')])
  const sheets = await readXlsxFile(join(folder, 'tong-ket.xlsx'))
  rmSync(folder, { recursive: true })
  expect(sheets.map(({ sheet }) => sheet)).toContain('sent.LLCT_TC')
})

test('without a period, the review is of the last complete term', async () => {
  expect(await printed(figures, ['review', '--unit', 'Huyện Thử'])).toContain('01/01/2020 – 31/12/2025')
})

describe('kecan figures bieu-10', () => {
  test('prints the form with its columns, and gives scripts every cell', async () => {
    const text = await printed(figures, ['bieu-10', '--unit', 'Huyện Thử', '--year', '2016'])
    expect(text).toContain('THỐNG KÊ KẾT QUẢ ĐÀO TẠO, BỒI DƯỠNG CÁN BỘ NĂM 2016')
    expect(text).toMatch(/^ +Trung cấp +4 /m)
    // On the tree of the year's last day all four communes are the district's still.
    const answer = JSON.parse(await printed(figures, ['bieu-10', '--unit', 'Huyện Thử', '--year', '2016', '--format', 'json'])) as {
      row: string
      column: string
      people: number
      times: number
    }[]
    expect(answer.find(({ row, column }) => row === 'I.2.TC' && column === '3')).toEqual({
      row: 'I.2.TC',
      column: '3',
      people: 4,
      times: 4,
    })
  })

  test('a year that is none is told so', async () => {
    await expect(printed(figures, ['bieu-10', '--year', 'nay'])).rejects.toMatchObject({ name: 'UsageError' })
  })
})

describe('kecan people', () => {
  test('prints the list behind a figure', async () => {
    const rows = JSON.parse(await printed(people, ['sent.LLCT_TC', ...term, '--format', 'json'])) as { name: string }[]
    expect(rows.map(({ name }) => name)).toEqual(['Nguyễn Văn An', 'Ma Đức Bình'])
    expect(await printed(people, ['seconded', ...term])).toContain('Phòng Nội vụ → Xã Ở Lại')
  })
})

describe('what cannot be answered is answered so', () => {
  test.each([
    [
      figures,
      ['review', '--unit', 'Huyện Lạ', '--from', '2015-01-01', '--to', '2020-12-31'],
      'Không tìm thấy đơn vị "Huyện Lạ".\nNo unit "Huyện Lạ" was found.',
    ],
    [
      figures,
      ['review', '--unit', 'Huyện Thử', '--from', '2021-01-01', '--to', '2020-12-31'],
      'Thời kỳ kết thúc (31/12/2020) trước khi bắt đầu (01/01/2021).',
    ],
    [figures, ['review', '--from', '2015-13-01', '--to', '2020-12-31'], '--from 2015-13-01: không có ngày này'],
    [figures, ['review', ...term, '--format', 'pdf'], '--format là một trong: table, json, xlsx.'],
    [
      figures,
      ['review', '--unit', 'Xã Mới', '--from', '2015-01-01', '--to', '2018-12-31'],
      'Ngày 31/12/2018 không có đơn vị "Xã Mới": Xã Mới 01/01/2019 – ….',
    ],
    [figures, ['other', ...term], 'Báo cáo là một trong: review, bieu-10, ket-qua-dtbd.'],
    [people, ['sent.none', ...term], 'Không có con số "sent.none". Có: sent.LLCT_CC '],
    [people, ['standing.degree', ...term], 'standing.degree cần --commune TÊN.'],
  ])('%o %o', async (command, args, sentence) => {
    await expect(printed(command, args)).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(sentence) as string })
  })
})

async function printed(command: typeof figures, args: string[]): Promise<string> {
  const lines: string[] = []
  await command.run(args, { out: (line) => lines.push(line), say: () => undefined })
  return lines.join('\n')
}
