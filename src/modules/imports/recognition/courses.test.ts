import { describe, expect, test } from 'vitest'
import { toIso } from '#lib/partial-date.ts'
import type { Sheet } from '#lib/workbook/cells.ts'
import type { Candidate, ImportKind } from '../candidate.ts'
import { readPeriod } from './period.ts'
import { recognise } from './recognise.ts'
import { madeSheet, madeWorkbook } from './made-sheet.fixture.ts'
import { decisionNumberIn } from './title-lines.ts'
import { readUnit, splitPostAndUnit } from './units.ts'

const read = (kind: ImportKind, ...sheets: Sheet[]) => recognise(madeWorkbook(...sheets), { kind })

const sending = ({ fields }: Candidate) =>
  [
    fields.name?.value,
    fields.trainingKind?.value,
    fields.decisionNumber?.value,
    fields.decisionOn && toIso(fields.decisionOn.value),
    fields.unit?.value.name,
  ]
    .map((value) => value ?? '')
    .join(' · ')

const classOf = ({ fields }: Candidate) =>
  [
    fields.trainingKind?.value,
    fields.className?.value,
    fields.from && toIso(fields.from.value),
    fields.to && toIso(fields.to.value),
    fields.opener?.value,
    fields.place?.value,
    fields.headCount?.value,
  ]
    .map((value) => value ?? '')
    .join(' · ')

describe('sendings', () => {
  test('paper, course, school and time from the title lines', () => {
    const { candidates } = read(
      'sendings',
      madeSheet([
        ['UBND HUYỆN YÊN SƠN'],
        ['DANH SÁCH'],
        ['Cán bộ, công chức cử đi đào tạo lớp cao cấp lý luận chính trị hệ không tập trung, khóa 2018-2020'],
        ['(Ban hành kèm theo Quyết định số: 1234/QĐ-UBND ngày 05 tháng 3 năm 2018 của Chủ tịch UBND huyện Yên Sơn)'],
        ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đơn vị'],
        [1, 'Hà Văn Một', '1/2/1975', 'Chủ tịch UBND xã', 'UBND xã Tứ Quận'],
      ]),
    )

    expect(candidates.map(sending)).toEqual(['Hà Văn Một · LLCT_CC · 1234/QĐ-UBND · 2018-03-05 · Tứ Quận'])
    expect(candidates[0]?.fields.decisionIssuer?.value).toBe('Chủ tịch UBND huyện Yên Sơn')
    expect(candidates[0]?.fields.mode?.value).toBe('KTT')
    expect(candidates[0]?.fields.trainingKind).toMatchObject({ source: 'title', place: { row: 3, column: 'A' } })
  })

  test('a paper named only below the table, and a total that is not a person', () => {
    const { candidates, warnings } = read(
      'sendings',
      madeSheet([
        ['DANH SÁCH CỬ ĐI HỌC TRUNG CẤP LLCT'],
        ['STT', 'Họ và tên', 'Năm sinh', 'Đơn vị công tác'],
        [1, 'Hà Văn Một', 1975, 'Xã Tứ Quận'],
        [2, 'Hà Văn Hai', 1976, 'Xã Tứ Quận'],
        ['Ấn định danh sách có 02 đồng chí'],
        ['Kèm theo Quyết định số 77-QĐ/HU ngày 3/4/2019'],
      ]),
    )

    expect(candidates.map(sending)).toEqual([
      'Hà Văn Một · LLCT_TC · 77-QĐ/HU · 2019-04-03 · Tứ Quận',
      'Hà Văn Hai · LLCT_TC · 77-QĐ/HU · 2019-04-03 · Tứ Quận',
    ])
    expect(candidates[0]?.fields.decisionNumber?.source).toBe('footer')
    expect(warnings).toEqual([])
  })

  test('each row its own paper and course; sections name courses', () => {
    const { candidates, refused } = read(
      'sendings',
      madeSheet([
        ['TỔNG HỢP CÁN BỘ CỬ ĐI HỌC NĂM 2017'],
        ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị', 'Nội dung đào tạo', 'Số, ngày quyết định', 'Thời gian'],
        ['I', 'Cao cấp lý luận chính trị'],
        [1, 'Hà Văn Một', 1975, 'Xã Tứ Quận', null, '15-QĐ/HU ngày 3/1/2017', '2017-2019'],
        [2, 'Hà Văn Hai', 1976, 'Xã Tứ Quận', 'Trung cấp LLCT', '16-QĐ/HU, 4/1/2017', '01/2017 - 06/2018'],
        ['II', 'Bồi dưỡng QLNN chương trình chuyên viên'],
        [1, 'Hà Văn Ba', 1977, 'Xã Lang Quán', null, 'nt', '05-30/3/2017'],
        ['III', 'Khác'],
        [1, 'Hà Văn Bốn', 1978, 'Xã Lang Quán', 'Học thêm', null, '06/2018 - 01/2017'],
      ]),
    )

    expect(candidates.map(sending)).toEqual([
      'Hà Văn Một · LLCT_CC · 15-QĐ/HU · 2017-01-03 · Tứ Quận',
      'Hà Văn Hai · LLCT_TC · 16-QĐ/HU · 2017-01-04 · Tứ Quận',
      'Hà Văn Ba · QLNN_CV · 16-QĐ/HU · 2017-01-04 · Lang Quán',
    ])
    expect([candidates[2]?.fields.from?.value, candidates[2]?.fields.to?.value]).toEqual([
      { y: 2017, m: 3, d: 5 },
      { y: 2017, m: 3, d: 30 },
    ])
    expect(refused.map(({ row, column, why }) => [row, column, why.code])).toEqual([[9, 'G', 'end-before-start']])
  })

  test('a course nobody names is refused, a paper nobody names is pointed at', () => {
    const { candidates, refused } = read(
      'sendings',
      madeSheet([
        ['TT', 'Họ và tên', 'Năm sinh', 'Lớp'],
        [1, 'Hà Văn Một', 1975, 'Lớp K5'],
        [2, 'Hà Văn Hai', 1975, 'ĐH Luật'],
      ]),
    )

    expect(refused.map(({ row, column, why }) => [row, column, why.code])).toEqual([[2, 'D', 'no-training-kind']])
    expect(candidates[0]?.warnings.map(({ code }) => code)).toContain('decision-missing')
    expect(candidates[0]?.fields.trainingKind?.value).toBe('DT_DH')
  })
})

describe('classes', () => {
  test('a table of classes with opener, time, place and head count', () => {
    const { candidates, refused, warnings } = read(
      'classes',
      madeSheet([
        ['TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN'],
        ['KẾT QUẢ MỞ LỚP NĂM 2018'],
        ['TT', 'Tên lớp', 'Thời gian', 'Địa điểm', 'Số học viên', 'Ghi chú'],
        [1, 'Bồi dưỡng chuyên đề Học tập và làm theo Bác', '05-06/3/2018', 'Hội trường huyện', 162, null],
        [2, 'Sơ cấp lý luận chính trị', '01/4/2018 - 30/4/2018', 'Trung tâm', '1.059', null],
        [3, 'Bồi dưỡng nghiệp vụ công tác xây dựng Đảng', 'Tháng 5/2018', null, '59 người', null],
        [4, 'Bồi dưỡng chuyên đề An ninh mạng', '7/6/2018', null, 'nhiều', null],
        ['Cộng', null, null, null, 1280, null],
      ]),
    )

    expect(candidates.map(classOf)).toEqual([
      'BD_CD · Bồi dưỡng chuyên đề Học tập và làm theo Bác · 2018-03-05 · 2018-03-06 · TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN · Hội trường huyện · 162',
      'LLCT_SC · Sơ cấp lý luận chính trị · 2018-04-01 · 2018-04-30 · TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN · Trung tâm · 1059',
      'BD_XDD · Bồi dưỡng nghiệp vụ công tác xây dựng Đảng · 2018-05 ·  · TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN ·  · 59',
    ])
    expect(new Set(candidates.map(({ of }) => of))).toEqual(new Set(['class']))
    expect(refused.map(({ row, column, why }) => [row, column, why.code])).toEqual([[7, 'E', 'not-a-number']])
    expect(warnings).toEqual([])
  })

  test('learners of one class named in the title, by unit', () => {
    const { candidates, refused } = read(
      'classes',
      madeSheet([
        ['TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ'],
        ['DANH SÁCH HỌC VIÊN'],
        ['Lớp bồi dưỡng nghiệp vụ công tác Mặt trận năm 2019'],
        ['Đơn vị mở lớp: Huyện ủy Yên Sơn'],
        ['Thời gian: từ ngày 5/3/2019 đến ngày 7/3/2019'],
        ['Địa điểm: Hội trường Huyện ủy'],
        ['STT', 'Họ và tên', 'Năm sinh', 'Chức vụ', 'Kết quả'],
        ['I', 'Xã Tứ Quận'],
        [1, 'Hà Văn Một', 1975, 'Chủ tịch UBMTTQ xã', 'Khá'],
        ['II', 'Xã Lang Quán'],
        [1, 'Hà Thị Hai', 1976, 'Trưởng ban công tác Mặt trận thôn 2', 'Giỏi'],
      ]),
    )
    const [first, ...learners] = candidates

    expect(refused).toEqual([])
    expect(first && classOf(first)).toBe(
      'BD_DT · Lớp bồi dưỡng nghiệp vụ công tác Mặt trận năm 2019 · 2019-03-05 · 2019-03-07 · Huyện ủy Yên Sơn · Hội trường Huyện ủy · ',
    )
    expect(
      learners.map(({ of, fields, classKey }) => [
        of,
        fields.name?.value,
        fields.unit?.value.name,
        fields.outcome?.value,
        classKey === first?.classKey,
      ]),
    ).toEqual([
      ['learner', 'Hà Văn Một', 'Tứ Quận', 'Khá', true],
      ['learner', 'Hà Thị Hai', 'Lang Quán', 'Giỏi', true],
    ])
  })

  test('learners of several classes named in a column: each class once', () => {
    const { candidates } = read(
      'classes',
      madeSheet([
        ['DANH SÁCH HỌC VIÊN NĂM 2019'],
        ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị', 'Tên lớp', 'Khai giảng', 'Bế giảng'],
        [1, 'Hà Văn Một', 1975, 'Xã Tứ Quận', 'Sơ cấp LLCT', '05/3/2019', '07/4/2019'],
        [2, 'Hà Văn Hai', 1976, 'Xã Tứ Quận', 'nt', 'nt', 'nt'],
        [3, 'Hà Văn Ba', 1977, 'Xã Lang Quán', 'Chuyên đề 2019', '08/5/2019', '09/5/2019'],
      ]),
    )

    expect(candidates.map(({ of, fields, classKey }) => [of, fields.name?.value ?? fields.className?.value, classKey])).toEqual([
      ['class', 'Sơ cấp LLCT', 'Sheet1#0#so cap llct'],
      ['learner', 'Hà Văn Một', 'Sheet1#0#so cap llct'],
      ['learner', 'Hà Văn Hai', 'Sheet1#0#so cap llct'],
      ['class', 'Chuyên đề 2019', 'Sheet1#0#chuyen de 2019'],
      ['learner', 'Hà Văn Ba', 'Sheet1#0#chuyen de 2019'],
    ])
  })

  test('learners of a class that nothing names are refused once, at the heading', () => {
    const { refused } = read(
      'classes',
      madeSheet([
        ['TT', 'Họ và tên', 'Năm sinh'],
        [1, 'Hà Văn Một', 1975],
      ]),
    )
    expect(refused).toEqual([{ sheet: 'Sheet1', row: 1, column: 'A', why: { code: 'no-class-name' } }])
  })
})

describe('the kind of a list, when nobody says it', () => {
  test.each<[string, string[], ImportKind]>([
    ['DANH SÁCH TRÍCH NGANG CÁN BỘ', ['TT', 'Họ và tên', 'Năm sinh'], 'people'],
    ['DANH SÁCH CÁN BỘ CỬ ĐI HỌC', ['TT', 'Họ và tên', 'Năm sinh'], 'sendings'],
    ['DANH SÁCH HỌC VIÊN LỚP SƠ CẤP LLCT', ['TT', 'Họ và tên', 'Năm sinh'], 'classes'],
    ['KẾT QUẢ MỞ LỚP', ['TT', 'Tên lớp', 'Số học viên', 'Thời gian'], 'classes'],
  ])('%s', (title, heading, kind) => {
    const { sheets } = recognise(madeWorkbook(madeSheet([[title], heading, heading.map((_, index) => (index === 0 ? 1 : 'Hà Văn'))])))
    expect(sheets[0]?.tables[0]?.kind).toBe(kind)
  })
})

describe('small readings', () => {
  test.each([
    ['10/2018 - 4/2020', '2018-10', '2020-04'],
    ['Từ 5/3/2018 đến 9/3/2018', '2018-03-05', '2018-03-09'],
    ['từ ngày 05 tháng 3 năm 2018 đến ngày 09 tháng 3 năm 2018', '2018-03-05', '2018-03-09'],
    ['05-09/3/2018', '2018-03-05', '2018-03-09'],
    ['28/2 - 04/3/2018', '2018-02-28', '2018-03-04'],
    ['2018 – 2020', '2018', '2020'],
    ['Tháng 5/2018', '2018-05', null],
    ['03 ngày, từ 05/3/2018', '2018-03-05', null],
  ])('%s', (text, from, to) => {
    const period = readPeriod(text)
    expect(period && [toIso(period.from), period.to && toIso(period.to)]).toEqual([from, to])
  })

  test('18 months names no time', () => {
    expect(readPeriod('18 tháng')).toBeNull()
    expect(readPeriod('')).toBeNull()
  })

  test.each([
    ['số 215-QĐ/HU ngày 12/9/2018', '215-QĐ/HU'],
    ['Số: 1234/QĐ-UBND', '1234/QĐ-UBND'],
    ['05 - QĐ / BTC', '05-QĐ/BTC'],
    ['ngày 12/9/2018', null],
    ['Lớp 12/12', null],
  ])('the number of a paper in "%s" is %s', (text, number) => {
    expect(decisionNumberIn(text)).toBe(number)
  })

  test.each([
    ['UBND xã Tứ Quận', 'UBND', 'xã', 'Tứ Quận'],
    ['XÃ TỨ QUẬN', null, 'xã', 'Tứ Quận'],
    ['TT Tân Bình', null, 'thị trấn', 'Tân Bình'],
    ['Tứ Quận', null, null, 'Tứ Quận'],
    ['Đảng ủy xã Tứ Quận', 'Đảng ủy', 'xã', 'Tứ Quận'],
    ['UBND xã', 'UBND', 'xã', ''],
    ['Trường THCS Tứ Quận', null, null, 'Trường THCS Tứ Quận'],
    ['TT Văn hóa huyện', null, null, 'TT Văn hóa huyện'],
    ['UBND huyện Yên Sơn', 'UBND', 'huyện', 'Yên Sơn'],
    ['Xã Tứ Quận, huyện Yên Sơn', null, 'xã', 'Tứ Quận'],
  ])('%s', (text, body, kind, name) => {
    expect(readUnit(text)).toMatchObject({ text, body, kind, name })
  })

  test.each([
    ['Bí thư Đảng ủy xã Tứ Quận', 'Bí thư Đảng ủy', 'xã Tứ Quận'],
    ['Chủ tịch HĐND xã xã Tứ Quận', 'Chủ tịch HĐND xã', 'xã Tứ Quận'],
    ['Giáo viên, Trường THCS Tứ Quận', 'Giáo viên', 'Trường THCS Tứ Quận'],
    ['Chuyên viên Phòng Nội vụ', 'Chuyên viên', 'Phòng Nội vụ'],
    ['Phó Trưởng phòng Nội vụ', 'Phó Trưởng phòng', 'Phòng Nội vụ'],
    ['Văn phòng - Thống kê', 'Văn phòng - Thống kê', null],
    ['Bí thư Chi bộ thôn 2', 'Bí thư Chi bộ thôn 2', null],
  ])('%s is a post and a unit', (text, post, unit) => {
    expect(splitPostAndUnit(text)).toEqual({ post, unit })
  })
})
